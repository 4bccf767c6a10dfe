#include "report/text/why_report.h"

#include "support/text.h"

namespace nostall {
namespace {

std::string placeOf(const Location& at) {
  return printable(at.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string nameOf(const std::string& callee) {
  return callee.empty() ? "a call" : "'" + printable(callee) + "'";
}

std::string callText(const ExplainedCall& call) {
  std::string text =
      placeOf(call.at) + ": " + nameOf(call.callee) + " in '" + printable(call.function) + "'\n";
  text += "  " + printable(call.verdict) + "\n";
  for (const Belief& belief : call.beliefs) {
    text += "  - " + printable(belief.sentence) + "\n";
    for (const ChainStep& step : belief.chain) {
      text +=
          "      " + placeOf(step.at) + ": '" + printable(step.function) + "' calls " + nameOf(step.callee);
      text += (step.remark.empty() ? "" : " (" + printable(step.remark) + ")") + "\n";
    }
  }
  return text;
}

std::string nothingText(const Explanation& explanation) {
  const std::string file = printable(explanation.file);
  if (!explanation.file_known) { return file + ": no unit that was analysed has code of this file\n"; }
  std::string text = file + ":" + std::to_string(explanation.line) + ": no call stands there\n";
  if (explanation.nearest_lines.empty()) { return text + "  no function of the file calls anything\n"; }
  text += "  the nearest lines with calls:";
  for (const uint32_t line : explanation.nearest_lines) {
    text += (line == explanation.nearest_lines.front() ? " " : ", ") + std::to_string(line);
  }
  return text + "\n";
}

} // namespace

std::string whyText(const Explanation& explanation) {
  if (explanation.calls.empty()) { return nothingText(explanation); }
  std::string text;
  for (const ExplainedCall& call : explanation.calls) {
    text += (text.empty() ? "" : "\n") + callText(call);
  }
  return text;
}

} // namespace nostall
