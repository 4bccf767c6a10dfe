#include "report/machine/sarif_rules.h"

#include "report/machine/sarif_text.h"
#include "report/parts/file_uri.h"
#include "report/parts/markdown.h"

#include <nlohmann/json.hpp>

namespace nostall {
namespace {

using Json = nlohmann::ordered_json;

/// GitHub's word in its list of rules.
std::string problemSeverity(Severity severity) {
  return severity == Severity::Note ? "recommendation" : std::string(toString(severity));
}

/// A reference is the rule's page only if it can be one.
bool isWebAddress(const std::string& text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

Json descriptorOf(const RuleInfo& rule) {
  const std::string description = firstParagraph(rule.help);
  Json out = {{"id", rule.id},
              {"name", pascalCase(rule.id)},
              {"shortDescription", {{"text", sentence(rule.summary)}}},
              {"fullDescription", {{"text", sentence(description.empty() ? rule.summary : description)}}},
              {"help", {{"text", markdownToText(rule.help, {})}, {"markdown", rule.help}}}};
  if (rule.help.empty()) { out["help"] = {{"text", sentence(rule.summary)}}; }
  if (!rule.references.empty() && isWebAddress(rule.references.front())) {
    out["helpUri"] = rule.references.front();
  }
  out["defaultConfiguration"] = {{"enabled", rule.enabled}, {"level", sarifLevel(rule.severity)}};
  out["properties"] = {{"tags", {"async", "coroutines", "performance", "reliability"}},
                       {"precision", "high"},
                       {"problem.severity", problemSeverity(rule.severity)}};
  return out;
}

} // namespace

std::string sarifLevel(Severity severity) {
  return std::string(toString(severity));
}

SarifRules sarifRules(const Report& report, Json& descriptors) {
  SarifRules rules;
  descriptors = Json::array();
  const auto add = [&](const RuleInfo& rule) {
    if (rules.index.emplace(rule.id, descriptors.size()).second) {
      descriptors.push_back(descriptorOf(rule));
    }
  };
  for (const RuleInfo& rule : report.rules) {
    add(rule);
  }
  for (const Finding& finding : report.findings) {
    RuleInfo unknown;
    unknown.id = finding.rule;
    unknown.severity = finding.severity;
    unknown.summary = finding.rule;
    add(unknown);
  }
  return rules;
}

} // namespace nostall
