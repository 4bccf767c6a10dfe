#include "report/parts/causes.h"
#include "report/parts/summary.h"
#include "report/parts/wrap.h"
#include "report/report.h"
#include "report/text/text_finding.h"
#include "report/text/text_style.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr size_t shown_root_causes = 5;
constexpr size_t shown_other_places = 3;
/// What stalls so many contexts (a logger) is rarely repaired at once: how to accept it is said.
constexpr uint32_t accepted_from_contexts = 10;
/// A report of more lines than this begins with what to repair first.
constexpr long lines_of_a_screen = 40;

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

/// "  and 48 more places in 33 async contexts: src/a.cpp:4:5, ..."
std::string otherPlaces(const TextLayout& layout, const Cause& cause) {
  const size_t others = cause.findings.size() - 1;
  if (others == 0) { return {}; }
  std::string text = "and " + counted(others, "more place");
  if (cause.contexts > 1) { text += "; " + counted(cause.contexts, "async context") + " in all"; }
  text += ":";
  for (size_t i = 1; i < cause.findings.size() && i <= shown_other_places; ++i) {
    text += (i == 1 ? " " : ", ") + placeOf(cause.findings[i]->at);
  }
  if (others > shown_other_places) { text += ", ... (--every-place shows them)"; }
  return wrapped(text, "  ", "    ", layout.width);
}

/// The lines of the configuration that silence the cause, for one that nobody will repair soon.
std::string acceptance(const TextLayout& layout, const Cause& cause) {
  if (cause.contexts < accepted_from_contexts || cause.function.empty()) { return {}; }
  return wrapped("to accept it for good, write into .nostall.yaml:", "  ", "  ", layout.width) +
         "    never_blocks:\n      - function: \"" + printable(cause.function) + "\"\n";
}

std::string causesText(const TextLayout& layout, const Report& report, const TextOptions& options) {
  std::string out;
  for (const Cause& cause : causesOf(report, options.notes ? Severity::Note : Severity::Warning)) {
    if (options.every_place) {
      for (const Finding* finding : cause.findings) {
        out += findingText(layout, report, *finding) + "\n";
      }
      continue;
    }
    out += findingText(layout, report, cause.best()) + otherPlaces(layout, cause) +
           acceptance(layout, cause) + "\n";
  }
  return out;
}

std::string problemsText(const TextLayout& layout, const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) {
    const Severity severity = problem.kind == ProblemKind::Error ? Severity::Error : Severity::Warning;
    const bool placed = !problem.file.empty();
    const std::string place = placed ? placeOf(problem.file, problem.line, problem.column) : "nostall";
    out += headline(layout, place, severity, printable(problem.message), placed ? "nostall" : "");
  }
  return out.empty() ? out : out + "\n";
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

/// Notes are counted, not shown, unless they are asked for.
std::string hiddenNotes(const Report& report, const TextOptions& options) {
  const auto notes = std::ranges::count_if(report.findings, [](const Finding& finding) {
    return isActive(finding) && finding.severity == Severity::Note;
  });
  if (options.notes || notes == 0) { return {}; }
  return counted(static_cast<uint64_t>(notes), "note") + " not shown: --notes shows them.\n";
}

} // namespace

std::string toText(const Report& report, const TextOptions& options) {
  constexpr size_t narrowest = 40;
  const TextLayout layout{Style(options.color), std::max(options.width, narrowest), options.wraps_headings};
  const std::string causes = causesText(layout, report, options);
  const std::string first = options.quiet ? "" : rootCausesText(report);
  const bool is_long = std::ranges::count(causes, '\n') > lines_of_a_screen;
  std::string out = is_long ? first + causes : causes;
  out += problemsText(layout, report.problems);
  if (options.statistics) { out += statisticsText(report) + (options.quiet ? "" : "\n"); }
  if (options.quiet) { return out; }
  if (!is_long) { out += first; }
  out += hiddenNotes(report, options);
  return out + layout.style.bold(summaryLine(report)) + "\n";
}

} // namespace nostall
