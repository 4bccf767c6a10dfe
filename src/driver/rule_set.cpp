#include "driver/rule_set.h"

#include "analysis/reach/blocking_calls.h"
#include "frontend/unit/match_expressions.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {

CatalogResult loadRules(const std::vector<std::string>& paths) {
  Problems unreadable;
  std::vector<RuleSource> sources = embeddedRules();
  for (RuleSource& source : readRuleFiles(paths, unreadable)) {
    sources.push_back(std::move(source));
  }
  CatalogResult result = loadCatalog(sources);
  checkMatchEntries(result.catalog, mistakeIn, result.problems);
  result.problems.insert(result.problems.begin(), unreadable.begin(), unreadable.end());
  return result;
}

std::vector<std::string> matchExpressions(const Catalog& catalog) {
  std::vector<std::string> expressions;
  for (const MatchEntry* entry : matchEntries(catalog)) {
    expressions.push_back(entry->expression);
  }
  std::sort(expressions.begin(), expressions.end());
  expressions.erase(std::unique(expressions.begin(), expressions.end()), expressions.end());
  return expressions;
}

std::string unknownRule(const Catalog& catalog, const std::string& id) {
  std::string sentence = "no rule is called '" + printable(id) + "'";
  if (const std::string meant = nearestRule(catalog, id); !meant.empty()) {
    sentence += "; did you mean '" + meant + "'?";
  }
  return sentence + " 'nostall rules' lists them";
}

Problems checkRuleNames(const Catalog& catalog, const std::map<std::string, bool>& enabled,
                        const std::map<std::string, Severity>& severities) {
  Problems problems;
  const auto check_name = [&](const std::string& option, const std::string& id) {
    if (catalog.rule(id) != nullptr) { return; }
    problems.push_back({.message = option + ": " + unknownRule(catalog, id)});
  };
  for (const auto& [id, on] : enabled) {
    check_name(on ? "--enable" : "--disable", id);
  }
  for (const auto& [id, severity] : severities) {
    check_name("--severity", id);
  }
  return problems;
}

RuleInfo infoOf(const Rule& rule) {
  RuleInfo info;
  info.id = rule.id;
  info.severity = rule.severity;
  info.enabled = rule.enabled;
  info.summary = rule.summary;
  info.help = rule.help;
  info.references = rule.references;
  return info;
}

std::vector<RuleInfo> rulesThatRun(const Catalog& catalog, const AnalysisOptions& options) {
  std::vector<RuleInfo> infos;
  for (const ActiveRule& active : activeRules(catalog, options)) {
    infos.push_back(infoOf(*active.rule));
    infos.back().severity = active.severity;
  }
  return infos;
}

} // namespace nostall
