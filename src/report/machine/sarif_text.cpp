#include "report/machine/sarif_text.h"

#include "support/text.h"

namespace nostall {
namespace {

std::string quoted(const std::string& name) {
  return "'" + printable(name) + "'";
}

std::string contextSentence(const Finding& finding) {
  if (finding.function.empty()) { return {}; }
  std::string kind;
  switch (finding.context.kind) {
  case ContextKind::Coroutine: kind = "Coroutine"; break;
  case ContextKind::Callback: kind = "Callback"; break;
  case ContextKind::TaskFunction:
  case ContextKind::Declared:
  case ContextKind::None: kind = "Function"; break;
  }
  const bool follows_calls = !finding.chain.empty() && !finding.chain.front().callee.empty();
  if (!follows_calls) { return " In " + quoted(finding.function) + "."; }
  const std::string subject = " " + kind + " " + quoted(finding.function);
  if (finding.chain.size() < 2) { return subject + " calls it."; }
  return subject + " reaches it through " + quoted(finding.chain.front().callee) + ".";
}

} // namespace

std::string sarifText(std::string_view text) {
  const std::string shown = printable(text);
  std::string out;
  size_t link_end = std::string::npos;
  for (size_t i = 0; i < shown.size(); ++i) {
    if (shown[i] == '[') {
      const size_t closing = shown.find(']', i);
      const bool link = closing < shown.size() - 1 && shown[closing + 1] == '(';
      if (link) {
        out += '\\';
        link_end = closing;
      }
    }
    if (i == link_end) { out += '\\'; }
    out += shown[i];
  }
  return out;
}

std::string resultMessage(const Finding& finding) {
  std::string out = sentence(printable(finding.message)) + contextSentence(finding);
  if (!finding.instead.empty()) {
    std::string advice = finding.instead;
    while (!advice.empty() && advice.back() == '\n') {
      advice.pop_back();
    }
    std::string line;
    for (const char c : advice) {
      line += c == '\n' ? ' ' : c;
    }
    out += " Instead: " + printable(line);
  }
  return sarifText(out);
}

std::string stepMessage(const ChainStep& step) {
  if (step.callee.empty()) { return sarifText(step.remark); }
  const std::string remark = step.remark.empty() ? "" : " (" + step.remark + ")";
  return sarifText(quoted(step.function) + " calls " + quoted(step.callee) + remark);
}

std::string pascalCase(std::string_view id) {
  std::string out;
  bool start = true;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !digit) {
      start = true;
      continue;
    }
    out += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    start = false;
  }
  return out;
}

std::string sentence(std::string_view text) {
  std::string out(text);
  if (out.empty() || out.back() != '.') { out += '.'; }
  return out;
}

} // namespace nostall
