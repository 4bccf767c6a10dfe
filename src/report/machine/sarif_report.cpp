#include "report/machine/sarif_rules.h"
#include "report/machine/sarif_text.h"
#include "report/parts/causes.h"
#include "report/parts/file_uri.h"
#include "report/parts/json_text.h"
#include "report/parts/source_excerpt.h"
#include "report/parts/summary.h"
#include "report/report.h"
#include "support/text.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace nostall {
namespace {

using Json = nlohmann::ordered_json;

/// What GitHub takes and shows: more is refused, or silently dropped.
constexpr size_t most_results = 25000;
constexpr size_t most_flow_steps = 1000;
constexpr size_t most_flows = 10;
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

/// What one result shows: a cause in a file, or one finding that does not count.
struct Shown {
  const Finding* finding = nullptr;
  Severity severity = Severity::Note;
  std::span<const Finding* const> others; ///< of the same cause, in the same file
};

Json relatedLocations(const Report& report, const Shown& shown) {
  Json out = Json::array();
  const auto add = [&](const Location& at, const std::string& message) {
    if (out.size() == most_related_locations) { return; }
    Json location = {{"id", out.size() + 1}};
    location.update(locationOf(report, at, message));
    out.push_back(location);
  };
  const Finding& finding = *shown.finding;
  for (size_t i = 1; i < finding.chain.size(); ++i) {
    add(finding.chain[i].at, stepMessage(finding.chain[i]));
  }
  if (const auto& started = finding.context.started) { add(started->at, startSentence(finding.context)); }
  for (const Finding* other : shown.others) {
    add(other->at, sarifText("'" + other->function + "' ends in the same call"));
  }
  return out;
}

Json codeFlows(const Report& report, const Shown& shown) {
  Json flows = Json::array();
  if (!shown.finding->chain.empty()) { flows.push_back(codeFlow(report, *shown.finding)); }
  for (const Finding* other : shown.others) {
    if (flows.size() < most_flows && !other->chain.empty()) { flows.push_back(codeFlow(report, *other)); }
  }
  return flows;
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
  const bool outside =
      suppression.kind == SuppressionKind::Config || suppression.kind == SuppressionKind::Baseline;
  Json out = {{"kind", outside ? "external" : "inSource"}, {"status", "accepted"}};
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

std::string otherPlaces(size_t count) {
  return count == 0 ? ""
                    : " " + counted(count, "more place") + " in this file " + (count == 1 ? "ends" : "end") +
                          " in the same call.";
}

Json resultOf(const Report& report, const Shown& shown, size_t rule_index) {
  const Finding& finding = *shown.finding;
  Json out = {{"ruleId", finding.rule},
              {"ruleIndex", rule_index},
              {"level", sarifLevel(shown.severity)},
              {"message", {{"text", resultMessage(finding) + otherPlaces(shown.others.size())}}},
              {"locations", listOf(resultLocation(report, finding.at))}};
  if (Json flows = codeFlows(report, shown); !flows.empty()) { out["codeFlows"] = std::move(flows); }
  if (Json related = relatedLocations(report, shown); !related.empty()) {
    out["relatedLocations"] = std::move(related);
  }
  out["partialFingerprints"] = {{"nostall/v1", finding.fingerprint},
                                {"nostallChain/v1", finding.chain_fingerprint}};
  if (const std::string* hash = findLineHash(report, finding.at.file, finding.at.line)) {
    out["partialFingerprints"]["primaryLocationLineHash"] = *hash;
  }
  for (const Fix& fix : finding.fixes) {
    out["fixes"].push_back(fixOf(report, fix));
  }
  if (finding.suppressed) { out["suppressions"] = listOf(suppressionOf(*finding.suppressed)); }
  out["properties"] = propertiesOf(finding);
  return out;
}

/// Results in the order of their places: when there are too many, those that count before others and worse
/// ones before others. `files` must outlive them.
std::vector<Shown> chosenResults(const Report& report, const std::vector<FileCause>& files) {
  std::vector<Shown> chosen;
  for (const FileCause& file : files) {
    chosen.push_back({&file.first(), file.severity, std::span(file.findings).subspan(1)});
  }
  for (const Finding& finding : report.findings) {
    if (!isActive(finding)) { chosen.push_back({&finding, finding.severity, {}}); }
  }
  const auto in_report = [](const Shown& left, const Shown& right) { return left.finding < right.finding; };
  if (chosen.size() > most_results) {
    std::ranges::sort(chosen, [&](const Shown& left, const Shown& right) {
      const bool counts = isActive(*left.finding);
      if (counts != isActive(*right.finding)) { return counts; }
      return left.severity != right.severity ? left.severity > right.severity : in_report(left, right);
    });
    chosen.resize(most_results);
  }
  std::ranges::sort(chosen, in_report);
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

Json notifications(const Report& report, size_t left_out) {
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
  if (left_out > 0) {
    out.push_back(notification(Severity::Warning, counted(left_out, "result") + " left out: a log may hold " +
                                                      std::to_string(most_results)));
  }
  out.push_back(notification(Severity::Note, summaryLine(report)));
  return out;
}

Json invocationOf(const Report& report, size_t left_out) {
  const bool errors = std::any_of(report.problems.begin(), report.problems.end(),
                                  [](const Problem& problem) { return problem.kind == ProblemKind::Error; });
  Json statistics = Json::object();
  for (const auto& [name, value] : report.statistics) {
    statistics[name] = value;
  }
  const UnitCounts& units = report.units;
  return {{"executionSuccessful", units.failed == 0 && !errors},
          {"toolExecutionNotifications", notifications(report, left_out)},
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

Json artifactsOf(const std::vector<Shown>& chosen) {
  std::set<std::string> files;
  for (const Shown& shown : chosen) {
    files.insert(shown.finding->at.file);
    for (const ChainStep& step : shown.finding->chain) {
      files.insert(step.at.file);
    }
  }
  Json out = Json::array();
  for (const std::string& file : files) {
    out.push_back({{"location", artifactLocation(file)}, {"sourceLanguage", "cplusplus"}});
  }
  return out;
}

/// Where the code comes from, so that a log can be read far from its checkout.
Json provenanceOf(const Revision& revision) {
  Json out = {{"repositoryUri", revision.repository}};
  if (!revision.commit.empty()) { out["revisionId"] = revision.commit; }
  if (!revision.branch.empty()) { out["branch"] = revision.branch; }
  out["mappedTo"] = {{"uriBaseId", root_name}};
  return out;
}

} // namespace

std::string toSarif(const Report& report) {
  Json rules;
  const SarifRules index = sarifRules(report, rules);
  const std::vector<Cause> causes = causesOf(report);
  const std::vector<FileCause> files = byFile(causes);
  const std::vector<Shown> chosen = chosenResults(report, files);
  const auto suppressed = static_cast<size_t>(
      std::ranges::count_if(report.findings, [](const Finding& finding) { return !isActive(finding); }));
  const size_t left_out = files.size() + suppressed - chosen.size();
  Json results = Json::array();
  for (const Shown& shown : chosen) {
    results.push_back(resultOf(report, shown, index.index.at(shown.finding->rule)));
  }
  Json driver = {{"name", "nostall"},
                 {"fullName", "nostall: blocking calls in asynchronous C++"},
                 {"semanticVersion", report.tool_version}};
  if (!report.information_uri.empty()) { driver["informationUri"] = report.information_uri; }
  driver["rules"] = rules;
  Json run = {{"tool", {{"driver", driver}}},
              {"invocations", listOf(invocationOf(report, left_out))},
              {"originalUriBaseIds",
               {{root_name, {{"description", {{"text", "The folder that paths are relative to."}}}}}}},
              {"artifacts", artifactsOf(chosen)},
              {"columnKind", "utf16CodeUnits"},
              {"results", results}};
  if (report.revision) { run["versionControlProvenance"] = listOf(provenanceOf(*report.revision)); }
  return jsonText({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", listOf(run)}});
}

} // namespace nostall
