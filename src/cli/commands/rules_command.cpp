#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/rule_set.h"
#include "report/text/rules_report.h"

namespace nostall {
namespace {

std::string listing(const std::vector<RuleInfo>& rules, RulesFormat format) {
  switch (format) {
  case RulesFormat::Json: return rulesJson(rules);
  case RulesFormat::Markdown: return rulesMarkdown(rules);
  case RulesFormat::Text: break;
  }
  return rulesText(rules);
}

} // namespace

int listRules(const RulesOptions& options) {
  const CatalogResult loaded = loadRules(options.rule_paths);
  std::vector<RuleInfo> rules;
  for (const Rule& rule : loaded.catalog.rules) {
    rules.push_back(infoOf(rule));
  }
  const int printed = print(listing(rules, options.format));
  return loaded.problems.empty() ? printed : complain(loaded.problems);
}

} // namespace nostall
