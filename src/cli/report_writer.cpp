#include "cli/report_writer.h"

#include "cli/cli.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "driver/history/git.h"
#include "driver/source_lines.h"
#include "report/report.h"
#include "support/write_file.h"

#include <algorithm>

namespace nostall {
namespace {

std::string rendered(const Report& report, ReportFormat format, const TextOptions& text) {
  switch (format) {
  case ReportFormat::Json: return toJson(report);
  case ReportFormat::Sarif: return toSarif(report);
  case ReportFormat::Concise: return toConcise(report);
  case ReportFormat::GitHub: return toGitHub(report);
  case ReportFormat::GitLab: return toGitLab(report);
  case ReportFormat::JUnit: return toJUnit(report);
  case ReportFormat::Markdown: return toMarkdown(report);
  case ReportFormat::Text: break;
  }
  return toText(report, text);
}

/// False, with a word on standard error, when there was a failure.
bool succeeded(const std::optional<std::string>& failure) {
  if (failure) { complain(*failure); }
  return !failure;
}

/// The text report tells them; without it on standard output they go to standard error.
void tellProblems(const Report& report, const CheckOptions& options) {
  for (const Problem& problem : report.problems) {
    if (options.quiet && problem.kind != ProblemKind::Error) { continue; }
    complain({problem});
  }
}

/// False when a report could not be written.
bool writeReports(const Report& report, const CheckOptions& options) {
  TextOptions for_file;
  for_file.color = options.color == ColorMode::Always;
  for_file.quiet = options.quiet;
  for_file.statistics = options.statistics;
  for_file.every_place = options.every_place;
  // What fails a run is shown.
  for_file.notes = options.notes || options.fail_on == Severity::Note;
  TextOptions for_screen = for_file;
  for_screen.color = wantsColor(options.color);
  if (const auto columns = terminalColumns()) {
    for_screen.width = *columns;
    for_screen.wraps_headings = true;
  }

  bool all_written = true;
  for (const auto& [format, path] : options.also) {
    all_written &= succeeded(writeFile(path, rendered(report, format, for_file)));
  }
  const bool to_file = !options.output.empty();
  const bool written_to_file =
      to_file && succeeded(writeFile(options.output, rendered(report, options.format, for_file)));
  const bool text_on_screen = to_file ? !written_to_file : options.format == ReportFormat::Text;
  if (!text_on_screen) { tellProblems(report, options); }
  if (written_to_file) { return all_written; }
  // Findings are not lost because a file could not be written.
  const ReportFormat format = to_file ? ReportFormat::Text : options.format;
  return succeeded(writeStandardOutput(rendered(report, format, for_screen))) && all_written && !to_file;
}

bool failsOn(const CheckOptions& options, const Finding& finding) {
  return isActive(finding) && options.fail_on && finding.severity >= *options.fail_on;
}

int exitCode(const CheckOptions& options, const Report& report, const Shortfall& shortfall) {
  const bool units = shortfall.units && !options.allow_failed;
  const bool degraded = shortfall.degraded && options.strict;
  if (shortfall.always || units || degraded) { return exit_failure; }
  const bool found = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&](const Finding& finding) { return failsOn(options, finding); });
  return found ? exit_findings : exit_clean;
}

bool writes(const CheckOptions& options, ReportFormat format) {
  return options.format == format ||
         std::ranges::any_of(options.also, [&](const auto& also) { return also.first == format; });
}

} // namespace

int writeReport(const CheckOptions& options, CheckResult result, const PathPrinter& paths) {
  readSourceLines(result.report, paths);
  if (writes(options, ReportFormat::Sarif)) { result.report.revision = revisionOf(paths.absolute(".")); }
  if (!writeReports(result.report, options)) { result.shortfall.always = true; }
  return exitCode(options, result.report, result.shortfall);
}

} // namespace nostall
