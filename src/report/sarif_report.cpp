#include "report/file_uri.h"
#include "report/json_text.h"
#include "report/report.h"
#include "report/sarif_rules.h"
#include "report/sarif_text.h"
#include "report/source_excerpt.h"
#include "report/summary.h"
#include "support/text.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace nostall {
namespace {

using Json = nlohmann::ordered_json;

/// What GitHub takes and shows: more is refused, or silently dropped.
constexpr size_t most_results = 25000;
constexpr size_t most_flow_steps = 1000;
constexpr size_t most_related_locations = 100;
constexpr size_t most_notifications = 1000;

constexpr const char* root_name = "%SRCROOT%";

/// Braces around one value may copy it instead.
Json listOf(Json item) {
  Json out = Json::array();
  out.push_back(std::move(item));
  return out;
}

Json artifactLocation(const std::string& file) {
  Json out = {{"uri", fileUri(file)}};
  if (!file.starts_with('/')) { out["uriBaseId"] = root_name; }
  return out;
}

/// Our columns count bytes, SARIF's code units of UTF-16.
uint32_t utf16Column(const std::string* line, uint32_t column) {
  if (line == nullptr || column == 0) { return column; }
  const std::string_view before = std::string_view(*line).substr(0, column - 1);
  const auto beyond = static_cast<uint32_t>(column - 1 - before.size());
  return static_cast<uint32_t>(utf16Length(before)) + beyond + 1;
}

/// Regions of nothing and ends before starts are not valid, whatever the input says.
Json regionOf(const Report& report, const Location& at) {
  const uint32_t line = std::max(at.line, 1U);
  const uint32_t column = std::max(at.column, 1U);
  const std::string* text = findSourceLine(report, at.file, line);
  const uint32_t start = utf16Column(text, column);
  const bool ends_later = at.end_line > line;
  const uint32_t end_line = ends_later ? at.end_line : line;
  const std::string* end_text = ends_later ? findSourceLine(report, at.file, end_line) : text;
  uint32_t end = utf16Column(end_text, at.end_column);
  if (!ends_later) { end = std::max(end, start + 1); }
  Json region = {
      {"startLine", line}, {"startColumn", start}, {"endLine", end_line}, {"endColumn", std::max(end, 1U)}};
  if (!ends_later && text != nullptr && at.end_column > column) {
    const std::string_view code = *text;
    const size_t begin = std::min<size_t>(column - 1, code.size());
    region["snippet"] = {{"text", std::string(code.substr(begin, at.end_column - column))}};
  }
  return region;
}

Json physicalLocation(const Report& report, const Location& at) {
  return {{"artifactLocation", artifactLocation(at.file)}, {"region", regionOf(report, at)}};
}

/// The same, with the whole line for viewers that have no source.
Json resultLocation(const Report& report, const Location& at) {
  Json out = physicalLocation(report, at);
  const std::string* line = findSourceLine(report, at.file, at.line);
  // The region must be a part of its context.
  const bool inside = line != nullptr && at.end_line == at.line && at.end_column <= line->size() + 1;
  if (inside) { out["contextRegion"] = {{"startLine", at.line}, {"snippet", {{"text", *line}}}}; }
  return {{"physicalLocation", out}};
}

Json locationOf(const Report& report, const Location& at, const std::string& message) {
  return {{"physicalLocation", physicalLocation(report, at)}, {"message", {{"text", message}}}};
}

Json codeFlow(const Report& report, const Finding& finding) {
  const bool follows_calls = !finding.chain.front().callee.empty();
  Json steps = Json::array();
  const size_t count = std::min(finding.chain.size(), most_flow_steps);
  for (size_t i = 0; i < count; ++i) {
    // Of a longer chain the end is kept: it says what blocks.
    const bool last = i + 1 == count;
    const ChainStep& step = last ? finding.chain.back() : finding.chain[i];
    steps.push_back({{"location", locationOf(report, step.at, stepMessage(step))},
                     {"kinds", follows_calls ? Json{"call", "function"} : Json{"value"}},
                     {"nestingLevel", i},
                     {"executionOrder", i + 1},
                     {"importance", i == 0 || last ? "essential" : "important"}});
  }
  const char* title = follows_calls ? "From the event loop to the call that blocks" : "How it comes about";
  return {{"message", {{"text", title}}}, {"threadFlows", listOf({{"locations", steps}})}};
}

Json relatedLocations(const Report& report, const Finding& finding) {
  Json out = Json::array();
  for (size_t i = 1; i < finding.chain.size() && out.size() < most_related_locations; ++i) {
    Json location = {{"id", i}};
    location.update(locationOf(report, finding.chain[i].at, stepMessage(finding.chain[i])));
    out.push_back(location);
  }
  if (const auto& started = finding.context.started; started && out.size() < most_related_locations) {
    Json location = {{"id", out.size() + 1}};
    location.update(locationOf(report, started->at, startSentence(finding.context)));
    out.push_back(location);
  }
  return out;
}

Json fixOf(const Report& report, const Fix& fix) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    const auto column = [&](uint32_t line, uint32_t bytes) {
      return utf16Column(findSourceLine(report, edit.at.file, line), bytes);
    };
    replacements.push_back({{"deletedRegion",
                             {{"startLine", edit.at.line},
                              {"startColumn", column(edit.at.line, edit.at.column)},
                              {"endLine", edit.at.end_line},
                              {"endColumn", column(edit.at.end_line, edit.at.end_column)}}},
                            {"insertedContent", {{"text", edit.text}}}});
  }
  return {{"description", {{"text", sentence(fix.description)}}},
          {"artifactChanges", listOf({{"artifactLocation", artifactLocation(fix.edits.front().at.file)},
                                      {"replacements", replacements}})}};
}

Json suppressionOf(const Suppression& suppression) {
  Json out = {{"kind", suppression.kind == SuppressionKind::Config ? "external" : "inSource"},
              {"status", "accepted"}};
  if (!suppression.reason.empty()) { out["justification"] = suppression.reason; }
  return out;
}

Json propertiesOf(const Finding& finding) {
  Json out = {{"callee", finding.callee}};
  if (!finding.function.empty() && finding.context.kind != ContextKind::None) {
    out["context"] = {{"kind", toString(finding.context.kind)},
                      {"function", finding.function},
                      {"taskType", finding.context.task_type},
                      {"library", finding.context.library}};
  }
  if (!finding.instead.empty()) { out["instead"] = finding.instead; }
  return out;
}

Json resultOf(const Report& report, const Finding& finding, size_t rule_index) {
  Json out = {{"ruleId", finding.rule},
              {"ruleIndex", rule_index},
              {"level", sarifLevel(finding.severity)},
              {"message", {{"text", resultMessage(finding)}}},
              {"locations", listOf(resultLocation(report, finding.at))}};
  if (!finding.chain.empty()) { out["codeFlows"] = listOf(codeFlow(report, finding)); }
  if (finding.chain.size() > 1 || finding.context.started) {
    out["relatedLocations"] = relatedLocations(report, finding);
  }
  // No primaryLocationLineHash: GitHub's own upload makes it from the source, and warns when a log says
  // otherwise.
  out["partialFingerprints"] = {{"nostall/v1", finding.fingerprint},
                                {"nostallChain/v1", finding.chain_fingerprint}};
  for (const Fix& fix : finding.fixes) {
    out["fixes"].push_back(fixOf(report, fix));
  }
  if (finding.suppressed) { out["suppressions"] = listOf(suppressionOf(*finding.suppressed)); }
  out["properties"] = propertiesOf(finding);
  return out;
}

/// The findings that go into the log, in the report's order: when there are too many, active ones before
/// suppressed ones and worse ones before others.
std::vector<size_t> chosenFindings(const Report& report) {
  std::vector<size_t> chosen(report.findings.size());
  std::iota(chosen.begin(), chosen.end(), 0);
  if (chosen.size() <= most_results) { return chosen; }
  std::sort(chosen.begin(), chosen.end(), [&report](size_t left, size_t right) {
    const Finding& a = report.findings[left];
    const Finding& b = report.findings[right];
    if (isActive(a) != isActive(b)) { return isActive(a); }
    return std::tuple(b.severity, left) < std::tuple(a.severity, right);
  });
  chosen.resize(most_results);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

Json notification(Severity level, const std::string& text) {
  return {{"level", sarifLevel(level)}, {"message", {{"text", sarifText(sentence(text))}}}};
}

Json notificationOf(const Problem& problem) {
  const Severity level = problem.kind == ProblemKind::Error ? Severity::Error : Severity::Warning;
  Json out = notification(level, problem.message);
  if (problem.file.empty()) { return out; }
  Json place = {{"artifactLocation", artifactLocation(problem.file)}};
  if (problem.line != 0) {
    place["region"] = {{"startLine", problem.line}};
    if (problem.column != 0) { place["region"]["startColumn"] = problem.column; }
  }
  out["locations"] = listOf({{"physicalLocation", place}});
  return out;
}

Json notifications(const Report& report) {
  Json out = Json::array();
  for (const Problem& problem : report.problems) {
    if (out.size() == most_notifications) {
      out.push_back(notification(Severity::Warning,
                                 counted(report.problems.size() - most_notifications, "further problem") +
                                     " left out of this log"));
      break;
    }
    out.push_back(notificationOf(problem));
  }
  if (report.findings.size() > most_results) {
    out.push_back(notification(Severity::Warning, counted(report.findings.size() - most_results, "finding") +
                                                      " left out: a log may hold " +
                                                      std::to_string(most_results)));
  }
  out.push_back(notification(Severity::Note, summaryLine(report)));
  return out;
}

Json invocationOf(const Report& report) {
  const bool errors = std::any_of(report.problems.begin(), report.problems.end(),
                                  [](const Problem& problem) { return problem.kind == ProblemKind::Error; });
  Json statistics = Json::object();
  for (const auto& [name, value] : report.statistics) {
    statistics[name] = value;
  }
  const UnitCounts& units = report.units;
  return {{"executionSuccessful", units.failed == 0 && !errors},
          {"toolExecutionNotifications", notifications(report)},
          {"properties",
           {{"complete", report.complete},
            {"units",
             {{"total", units.total},
              {"ok", units.ok},
              {"degraded", units.degraded},
              {"failed", units.failed},
              {"cached", units.cached}}},
            {"statistics", statistics}}}};
}

Json artifactsOf(const Report& report, const std::vector<size_t>& chosen) {
  std::set<std::string> files;
  for (const size_t i : chosen) {
    files.insert(report.findings[i].at.file);
    for (const ChainStep& step : report.findings[i].chain) {
      files.insert(step.at.file);
    }
  }
  Json out = Json::array();
  for (const std::string& file : files) {
    out.push_back({{"location", artifactLocation(file)}, {"sourceLanguage", "cplusplus"}});
  }
  return out;
}

} // namespace

std::string toSarif(const Report& report) {
  Json rules;
  const SarifRules index = sarifRules(report, rules);
  const std::vector<size_t> chosen = chosenFindings(report);
  Json results = Json::array();
  for (const size_t i : chosen) {
    const Finding& finding = report.findings[i];
    results.push_back(resultOf(report, finding, index.index.at(finding.rule)));
  }
  const Json driver = {{"name", "nostall"},
                       {"fullName", "nostall: blocking calls in asynchronous C++"},
                       {"semanticVersion", report.tool_version},
                       {"rules", rules}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"invocations", listOf(invocationOf(report))},
                    {"originalUriBaseIds",
                     {{root_name, {{"description", {{"text", "The folder that paths are relative to."}}}}}}},
                    {"artifacts", artifactsOf(report, chosen)},
                    {"columnKind", "utf16CodeUnits"},
                    {"results", results}};
  return jsonText({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", listOf(run)}});
}

} // namespace nostall
