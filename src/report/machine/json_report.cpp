#include "report/parts/causes.h"
#include "report/parts/json_text.h"
#include "report/report.h"

#include <nlohmann/json.hpp>

namespace nostall {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const UnitCounts& units) {
  return {{"total", units.total},
          {"ok", units.ok},
          {"degraded", units.degraded},
          {"failed", units.failed},
          {"cached", units.cached}};
}

Json toJson(const ChainStep& step) {
  return {{"file", step.at.file},      {"line", step.at.line},  {"column", step.at.column},
          {"function", step.function}, {"callee", step.callee}, {"remark", step.remark}};
}

/// Findings outside of any async context (an unused suppression, a task that main loses) have none.
Json contextOf(const Finding& finding) {
  const bool in_none = finding.function.empty() || finding.context.kind == ContextKind::None;
  if (in_none) { return nullptr; }
  Json out = {{"kind", toString(finding.context.kind)},
              {"task_type", finding.context.task_type},
              {"library", finding.context.library}};
  if (const auto& started = finding.context.started) {
    out["started"] = {{"file", started->at.file},
                      {"line", started->at.line},
                      {"column", started->at.column},
                      {"function", started->function}};
  }
  return out;
}

std::string toString(SuppressionKind kind) {
  switch (kind) {
  case SuppressionKind::Comment: return "comment";
  case SuppressionKind::Annotation: return "annotation";
  case SuppressionKind::Config: return "config";
  case SuppressionKind::Baseline: return "baseline";
  }
  return "comment";
}

Json suppressionOf(const Finding& finding) {
  if (!finding.suppressed) { return nullptr; }
  return {{"kind", toString(finding.suppressed->kind)}, {"reason", finding.suppressed->reason}};
}

Json toJson(const Fix& fix) {
  Json out = {{"description", fix.description}, {"safe", fix.safe}, {"edits", Json::array()}};
  for (const Edit& edit : fix.edits) {
    out["edits"].push_back({{"file", edit.at.file},
                            {"line", edit.at.line},
                            {"column", edit.at.column},
                            {"end_line", edit.at.end_line},
                            {"end_column", edit.at.end_column},
                            {"text", edit.text}});
  }
  return out;
}

Json toJson(const Finding& finding) {
  Json out = {{"rule", finding.rule},
              {"severity", toString(finding.severity)},
              {"file", finding.at.file},
              {"line", finding.at.line},
              {"column", finding.at.column},
              {"end_line", finding.at.end_line},
              {"end_column", finding.at.end_column},
              {"message", finding.message},
              {"function", finding.function},
              {"callee", finding.callee},
              {"context", contextOf(finding)},
              {"chain", Json::array()},
              {"instead", finding.instead},
              {"fixes", Json::array()},
              {"fingerprint", finding.fingerprint},
              {"chain_fingerprint", finding.chain_fingerprint},
              {"suppressed", suppressionOf(finding)}};
  for (const ChainStep& step : finding.chain) {
    out["chain"].push_back(toJson(step));
  }
  for (const Fix& fix : finding.fixes) {
    out["fixes"].push_back(toJson(fix));
  }
  return out;
}

Json toJson(const RootCause& cause) {
  return {{"function", cause.function}, {"callee", cause.callee}, {"rule", cause.rule},
          {"file", cause.at.file},      {"line", cause.at.line},  {"column", cause.at.column},
          {"contexts", cause.contexts}};
}

Json toJson(const Cause& cause) {
  Json out = {{"rule", cause.rule},         {"severity", toString(cause.severity)},
              {"function", cause.function}, {"callee", cause.callee},
              {"file", cause.at.file},      {"line", cause.at.line},
              {"column", cause.at.column},  {"contexts", cause.contexts},
              {"findings", Json::array()}};
  for (const Finding* finding : cause.findings) {
    out["findings"].push_back(finding->fingerprint);
  }
  return out;
}

Json toJson(const Problem& problem) {
  return {{"severity", problem.kind == ProblemKind::Error ? "error" : "warning"},
          {"file", problem.file},
          {"line", problem.line},
          {"column", problem.column},
          {"message", problem.message}};
}

template <class Item>
Json toArray(const std::vector<Item>& items) {
  Json out = Json::array();
  for (const Item& item : items) {
    out.push_back(toJson(item));
  }
  return out;
}

} // namespace

std::string toJson(const Report& report) {
  Json out = {{"schema", "nostall-report/1"},
              {"tool", {{"name", "nostall"}, {"version", report.tool_version}}},
              {"complete", report.complete},
              {"units", toJson(report.units)},
              {"findings", toArray(report.findings)},
              {"causes", toArray(causesOf(report))},
              {"root_causes", toArray(report.root_causes)},
              {"problems", toArray(report.problems)},
              {"statistics", Json::object()}};
  for (const auto& [name, value] : report.statistics) {
    out["statistics"][name] = value;
  }
  return jsonText(out);
}

} // namespace nostall
