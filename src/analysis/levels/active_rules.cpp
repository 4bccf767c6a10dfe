#include "analysis/levels/active_rules.h"

#include <algorithm>

namespace nostall {

static bool isEnabledSomewhere(const Rule& rule, const AnalysisOptions& options) {
  return std::any_of(options.path_settings.begin(), options.path_settings.end(),
                     [&](const PathSettings& settings) {
                       const auto chosen = settings.enabled.find(rule.id);
                       return chosen != settings.enabled.end() && chosen->second;
                     });
}

std::vector<ActiveRule> activeRules(const Catalog& catalog, const AnalysisOptions& options) {
  std::vector<ActiveRule> active;
  for (const Rule& rule : catalog.rules) {
    const auto chosen = options.enabled.find(rule.id);
    const bool enabled = chosen != options.enabled.end() ? chosen->second : rule.enabled;
    if (!enabled && !isEnabledSomewhere(rule, options)) { continue; }
    const auto severity = options.severities.find(rule.id);
    active.push_back(
        {&rule, severity != options.severities.end() ? severity->second : rule.severity, enabled});
  }
  std::sort(active.begin(), active.end(),
            [](const ActiveRule& left, const ActiveRule& right) { return left.rule->id < right.rule->id; });
  return active;
}

static std::optional<uint32_t> firstRule(const std::vector<ActiveRule>& rules, auto wanted) {
  const auto found = std::find_if(rules.begin(), rules.end(), wanted);
  if (found == rules.end()) { return std::nullopt; }
  return static_cast<uint32_t>(found - rules.begin());
}

std::optional<uint32_t> ruleOfKind(const std::vector<ActiveRule>& rules, RuleKind kind) {
  return firstRule(rules, [&](const ActiveRule& rule) { return rule.rule->kind == kind; });
}

std::optional<uint32_t> ruleNamed(const std::vector<ActiveRule>& rules, std::string_view id) {
  return firstRule(rules, [&](const ActiveRule& rule) { return rule.rule->id == id; });
}

} // namespace nostall
