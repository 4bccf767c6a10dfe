#include "report/parts/summary.h"

#include "support/text.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace nostall {
namespace {

uint64_t statistic(const Report& report, std::string_view name) {
  const auto found = std::find_if(report.statistics.begin(), report.statistics.end(),
                                  [name](const auto& entry) { return entry.first == name; });
  return found == report.statistics.end() ? 0 : found->second;
}

std::string findingCounts(const Report& report) {
  std::string out;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
    const auto number =
        std::count_if(report.findings.begin(), report.findings.end(), [severity](const Finding& finding) {
          return isActive(finding) && finding.severity == severity;
        });
    if (number == 0) { continue; }
    if (!out.empty()) { out += ", "; }
    out += counted(static_cast<uint64_t>(number), std::string(toString(severity)));
  }
  return out;
}

/// "a, b" of those parts whose number is not 0.
using Part = std::pair<uint64_t, std::string>;
std::string joined(const std::vector<Part>& parts) {
  std::string out;
  for (const auto& [number, words] : parts) {
    if (number == 0) { continue; }
    if (!out.empty()) { out += ", "; }
    out += words;
  }
  return out;
}

std::string brokenUnits(const Report& report) {
  const UnitCounts& units = report.units;
  return joined({{units.failed, std::to_string(units.failed) + " not parsed"},
                 {units.degraded, std::to_string(units.degraded) + " parsed with errors"}});
}

/// What was not seen, or seen and not shown.
std::string silences(const Report& report) {
  const uint64_t pointers = statistic(report, "calls_through_pointers");
  const uint64_t dependent = statistic(report, "dependent_calls");
  const uint64_t broken = statistic(report, "broken_coroutines");
  uint64_t suppressed = 0;
  uint64_t old = 0;
  for (const Finding& finding : report.findings) {
    if (isActive(finding)) { continue; }
    ++(finding.suppressed->kind == SuppressionKind::Baseline ? old : suppressed);
  }
  return joined({{pointers, counted(pointers, "call") + " through pointers not followed"},
                 {dependent, counted(dependent, "call") + " in uninstantiated templates not followed"},
                 {broken, counted(broken, "broken coroutine") + " not understood"},
                 {suppressed, counted(suppressed, "finding") + " suppressed"},
                 {old, counted(old, "finding") + " known before"}});
}

} // namespace

std::string counted(uint64_t number, const std::string& singular) {
  return std::to_string(number) + " " + singular + (number == 1 ? "" : "s");
}

/// What `--fix` did, or could do.
static std::string fixCounts(const Report& report) {
  const uint64_t fixed = statistic(report, "fixed_findings");
  const auto fixable = static_cast<uint64_t>(
      std::count_if(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
        return isActive(finding) && !finding.fixes.empty() && finding.fixes.front().safe;
      }));
  const uint64_t repaired = statistic(report, "repaired_since_baseline");
  return joined({{fixed, std::to_string(fixed) + " fixed"},
                 {repaired, std::to_string(repaired) + " of the baseline repaired (--prune-baseline)"},
                 {fixable, std::to_string(fixable) + " fixable with --fix"}});
}

std::string summaryLine(const Report& report) {
  const std::string counts = findingCounts(report);
  const std::string units = counted(report.units.total, "unit");
  const std::string broken = brokenUnits(report);
  const std::string silent = silences(report);
  std::string out = counts.empty() ? "No blocking calls found. " + units : counts + " in " + units;
  if (!broken.empty()) { out += counts.empty() ? ", " + broken : " (" + broken + ")"; }
  if (!silent.empty()) { out += ", " + silent; }
  const std::string fixes = fixCounts(report);
  if (!fixes.empty()) { out += ", " + fixes; }
  return out + ".";
}

std::string startSentence(const Context& context) {
  const char* verb = context.kind == ContextKind::Callback ? "handed to '" : "started by '";
  return verb + printable(context.started->function) + "'";
}

std::string adviceLines(const Finding& finding) {
  std::string_view advice = finding.instead;
  while (advice.ends_with('\n')) {
    advice.remove_suffix(1);
  }
  std::string out;
  while (!advice.empty()) {
    const std::string_view line = advice.substr(0, advice.find('\n'));
    advice.remove_prefix(std::min(line.size() + 1, advice.size()));
    out += printable(line) + (advice.empty() ? "" : "\n");
  }
  return out;
}

} // namespace nostall
