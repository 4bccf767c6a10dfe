#include "report/text/text_finding.h"

#include "report/parts/diff.h"
#include "report/parts/source_excerpt.h"
#include "report/parts/summary.h"
#include "report/parts/wrap.h"
#include "support/text.h"

namespace nostall {
namespace {

std::string sourceOf(const TextLayout& layout, const Report& report, const Location& at) {
  const std::string* line = findSourceLine(report, at.file, at.line);
  if (line == nullptr) { return {}; }
  const std::string number = std::to_string(at.line);
  const size_t frame = gutter(number).size();
  const SourceExcerpt excerpt = sourceExcerpt(*line, at, layout.width > frame ? layout.width - frame : 1);
  std::string out = gutter(number) + excerpt.code + "\n";
  if (!excerpt.marks.empty()) {
    out += gutter(std::string(number.size(), ' ')) + layout.style.mark(excerpt.marks) + "\n";
  }
  return out;
}

std::string contextWords(const Finding& finding) {
  std::string name = quoted(finding.function);
  const Context& context = finding.context;
  const std::string type = context.task_type.empty() ? "" : " (" + printable(context.task_type) + ")";
  switch (context.kind) {
  case ContextKind::Coroutine: return "coroutine " + name + type;
  case ContextKind::Callback:
    return "callback " + name + (context.library.empty() ? "" : " (" + printable(context.library) + ")");
  case ContextKind::TaskFunction: return "function " + name + ", which returns a task" + type;
  case ContextKind::Declared: return "function " + name + ", declared to run on the event loop";
  case ContextKind::None: return "function " + name;
  }
  return name;
}

std::string remarkOf(const ChainStep& step) {
  return step.remark.empty() ? "" : " (" + printable(step.remark) + ")";
}

/// "'f' calls 'g'", or what the place has to do with the finding.
std::string stepWords(const ChainStep& step) {
  if (step.callee.empty()) { return printable(step.remark); }
  return quoted(step.function) + " calls " + quoted(step.callee) + remarkOf(step);
}

/// Nobody reads a hundred steps of a recursion: the beginning and the end are shown.
std::string stepsOf(const TextLayout& layout, const std::vector<ChainStep>& chain) {
  constexpr size_t shown_first = 12;
  constexpr size_t shown_last = 8;
  const bool is_long = chain.size() > shown_first + shown_last + 1;
  std::string out;
  for (size_t i = 1; i < chain.size(); ++i) {
    if (is_long && i == shown_first) {
      const size_t next = chain.size() - shown_last;
      out += "    ... " + std::to_string(next - i) + " more calls (--format json has them) ...\n";
      i = next;
    }
    const Location& at = chain[i].at;
    out += headline(layout, placeOf(at), Severity::Note, stepWords(chain[i]));
  }
  return out;
}

std::string chainOf(const TextLayout& layout, const Finding& finding) {
  if (finding.function.empty()) { return {}; }
  std::string text = "in " + contextWords(finding);
  const bool follows_calls = !finding.chain.empty() && !finding.chain.front().callee.empty();
  if (finding.chain.size() > 1 && follows_calls) {
    text += ", through " + quoted(finding.chain.front().callee);
  }
  if (!finding.chain.empty()) { text += remarkOf(finding.chain.front()); }
  if (finding.chain.size() > 1) { text += ":"; }
  std::string out = wrapped(text, "  ", "      ", layout.width);
  out += stepsOf(layout, finding.chain);
  if (const auto& started = finding.context.started) {
    out += headline(layout, placeOf(started->at), Severity::Note, startSentence(finding.context));
  }
  return out;
}

/// Code that is too long for a line, with a line for each statement.
std::string inStatements(const std::string& advice, size_t width) {
  if (displayWidth(advice) <= width) { return advice; }
  std::string out;
  for (size_t i = 0; i < advice.size(); ++i) {
    const bool ends_statement = advice[i] == ' ' && i > 0 && advice[i - 1] == ';';
    out += ends_statement ? '\n' : advice[i];
  }
  return out;
}

std::string adviceOf(const TextLayout& layout, const Finding& finding) {
  if (finding.instead.empty()) { return {}; }
  constexpr std::string_view label = "  instead: ";
  const std::string text = wrapped(inStatements(finding.instead, layout.width - label.size()), label,
                                   std::string(label.size(), ' '), layout.width);
  return "  " + layout.style.mark("instead:") + text.substr(label.size() - 1);
}

/// The first fix as a diff, with the option that applies it.
std::string fixOf(const TextLayout& layout, const Report& report, const Finding& finding) {
  if (finding.fixes.empty()) { return {}; }
  const Fix& fix = finding.fixes.front();
  std::string out = "  " + layout.style.mark("fix:") + " " + printable(fix.description) + " (" +
                    (fix.safe ? "--fix" : "--unsafe-fixes") + ")\n";
  for (const DiffLine& line : diffOf(report, fix)) {
    out += std::string("    ") + line.sign + " " + printable(line.text) + "\n";
  }
  return out;
}

} // namespace

std::string findingText(const TextLayout& layout, const Report& report, const Finding& finding) {
  return headline(layout, placeOf(finding.at), finding.severity, printable(finding.message),
                  printable(finding.rule)) +
         sourceOf(layout, report, finding.at) + chainOf(layout, finding) + adviceOf(layout, finding) +
         fixOf(layout, report, finding);
}

} // namespace nostall
