#include "report/diff.h"
#include "report/report.h"
#include "report/source_excerpt.h"
#include "report/summary.h"
#include "report/wrap.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr size_t shown_root_causes = 5;
/// As wide as the line numbers of GCC and Clang.
constexpr size_t number_width = 5;

/// Colours by what a thing is; plain text when they are off.
class Style {
public:
  explicit Style(bool color) : color_(color) {}

  std::string bold(const std::string& text) const { return paint("1", text); }
  std::string mark(const std::string& text) const { return paint("1;32", text); }
  std::string severity(Severity severity) const {
    std::string text = std::string(toString(severity)) + ":";
    switch (severity) {
    case Severity::Error: return paint("1;31", text);
    case Severity::Warning: return paint("1;35", text);
    case Severity::Note: return paint("1;36", text);
    }
    return text;
  }

private:
  std::string paint(const char* code, const std::string& text) const {
    return color_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }

  bool color_;
};

std::string quoted(const std::string& name) {
  return "'" + printable(name) + "'";
}

/// "src/a.cpp:12:5", without what is unknown.
std::string placeOf(const std::string& file, uint32_t line, uint32_t column) {
  std::string out = printable(file);
  if (line != 0) { out += ":" + std::to_string(line); }
  if (line != 0 && column != 0) { out += ":" + std::to_string(column); }
  return out;
}

std::string headline(const Style& style, const std::string& place, Severity severity,
                     const std::string& message) {
  return style.bold(place + ":") + " " + style.severity(severity) + " " + message + "\n";
}

std::string gutter(const std::string& number) {
  const size_t missing = number.size() < number_width ? number_width - number.size() : 0;
  return std::string(missing, ' ') + number + " | ";
}

std::string sourceOf(const Style& style, const Report& report, const Location& at) {
  const std::string* line = findSourceLine(report, at.file, at.line);
  if (line == nullptr) { return {}; }
  const SourceExcerpt excerpt = sourceExcerpt(*line, at);
  const std::string number = std::to_string(at.line);
  std::string out = gutter(number) + excerpt.code + "\n";
  if (!excerpt.marks.empty()) {
    out += gutter(std::string(number.size(), ' ')) + style.mark(excerpt.marks) + "\n";
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
std::string stepOf(const ChainStep& step) {
  if (step.callee.empty()) { return printable(step.remark); }
  return quoted(step.function) + " calls " + quoted(step.callee) + remarkOf(step);
}

/// Nobody reads a hundred steps of a recursion: the beginning and the end are shown.
std::string stepsOf(const Style& style, const std::vector<ChainStep>& chain) {
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
    out += headline(style, placeOf(at.file, at.line, at.column), Severity::Note, stepOf(chain[i]));
  }
  return out;
}

std::string chainOf(const Style& style, const Finding& finding) {
  if (finding.function.empty()) { return {}; }
  std::string out = "  in " + contextWords(finding);
  const bool follows_calls = !finding.chain.empty() && !finding.chain.front().callee.empty();
  if (finding.chain.size() > 1 && follows_calls) {
    out += ", through " + quoted(finding.chain.front().callee);
  }
  if (!finding.chain.empty()) { out += remarkOf(finding.chain.front()); }
  out += finding.chain.size() > 1 ? ":\n" : "\n";
  out += stepsOf(style, finding.chain);
  if (const auto& started = finding.context.started) {
    out += headline(style, placeOf(started->at.file, started->at.line, started->at.column), Severity::Note,
                    startSentence(finding.context));
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

std::string adviceOf(const Style& style, const Finding& finding) {
  if (finding.instead.empty()) { return {}; }
  constexpr std::string_view label = "  instead: ";
  const std::string text = wrapped(inStatements(finding.instead, text_width - label.size()), label,
                                   std::string(label.size(), ' '));
  return "  " + style.mark("instead:") + text.substr(label.size() - 1);
}

/// The first fix as a diff, with the option that applies it.
std::string fixOf(const Style& style, const Report& report, const Finding& finding) {
  if (finding.fixes.empty()) { return {}; }
  const Fix& fix = finding.fixes.front();
  std::string out = "  " + style.mark("fix:") + " " + printable(fix.description) + " (" +
                    (fix.safe ? "--fix" : "--unsafe-fixes") + ")\n";
  for (const DiffLine& line : diffOf(report, fix)) {
    out += std::string("    ") + line.sign + " " + printable(line.text) + "\n";
  }
  return out;
}

std::string findingText(const Style& style, const Report& report, const Finding& finding) {
  const std::string message = style.bold(printable(finding.message)) + " [" + printable(finding.rule) + "]";
  return headline(style, placeOf(finding.at.file, finding.at.line, finding.at.column), finding.severity,
                  message) +
         sourceOf(style, report, finding.at) + chainOf(style, finding) + adviceOf(style, finding) +
         fixOf(style, report, finding) + "\n";
}

std::string problemsText(const Style& style, const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) {
    const Severity severity = problem.kind == ProblemKind::Error ? Severity::Error : Severity::Warning;
    const bool placed = !problem.file.empty();
    const std::string place = placed ? placeOf(problem.file, problem.line, problem.column) : "nostall";
    out += headline(style, place, severity, printable(problem.message) + (placed ? " [nostall]" : ""));
  }
  return out.empty() ? out : out + "\n";
}

/// "coroutines" where that is the whole truth.
std::string contextWord(const Report& report) {
  const bool all_coroutines =
      std::all_of(report.findings.begin(), report.findings.end(),
                  [](const Finding& finding) { return finding.context.kind == ContextKind::Coroutine; });
  return all_coroutines ? "coroutine" : "async context";
}

std::string rootCausesText(const Report& report) {
  std::string out;
  size_t shown = 0;
  for (const RootCause& cause : report.root_causes) {
    // What stalls one coroutine is said above already.
    if (cause.contexts < 2 || shown == shown_root_causes) { break; }
    out += "  " + quoted(cause.function) + " (" + placeOf(cause.at.file, cause.at.line, 0) + ") stalls " +
           counted(cause.contexts, contextWord(report)) + ": " + printable(cause.callee) + "\n";
    ++shown;
  }
  return out.empty() ? out : "Repair these first:\n" + out + "\n";
}

std::string statisticsText(const Report& report) {
  std::vector<std::pair<std::string, uint64_t>> rows = {{"units", report.units.total},
                                                        {"units parsed", report.units.ok},
                                                        {"units parsed with errors", report.units.degraded},
                                                        {"units not parsed", report.units.failed},
                                                        {"units from the cache", report.units.cached}};
  if (report.units.on_snapshots + report.units.left_snapshots > 0) {
    rows.emplace_back("units on header snapshots", report.units.on_snapshots);
    rows.emplace_back("units that left their snapshot", report.units.left_snapshots);
  }
  for (const auto& [name, value] : report.statistics) {
    std::string words = printable(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    rows.emplace_back(words, value);
  }
  size_t name_width = 0;
  size_t value_width = 0;
  for (const auto& [name, value] : rows) {
    name_width = std::max(name_width, displayWidth(name));
    value_width = std::max(value_width, std::to_string(value).size());
  }
  std::string out = "Statistics:\n";
  for (const auto& [name, value] : rows) {
    const std::string number = std::to_string(value);
    out += padded("  " + name, name_width + 4);
    out.append(value_width - number.size(), ' ');
    out += number + "\n";
  }
  return out;
}

} // namespace

std::string toText(const Report& report, const TextOptions& options) {
  const Style style(options.color);
  std::string out;
  for (const Finding& finding : report.findings) {
    if (isActive(finding)) { out += findingText(style, report, finding); }
  }
  out += problemsText(style, report.problems);
  if (options.statistics) { out += statisticsText(report) + (options.quiet ? "" : "\n"); }
  if (!options.quiet) { out += rootCausesText(report) + style.bold(summaryLine(report)) + "\n"; }
  return out;
}

} // namespace nostall
