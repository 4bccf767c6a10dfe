#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "driver/rule_set.h"
#include "report/text/rules_report.h"

namespace nostall {
namespace {

std::vector<LibraryAdvice> adviceFor(const Catalog& catalog, const std::string& rule) {
  std::vector<LibraryAdvice> advice;
  for (const LibraryPack& pack : catalog.packs) {
    const auto text = pack.instead.find(rule);
    if (text == pack.instead.end()) { continue; }
    advice.push_back({pack.title.empty() ? pack.library : pack.title, text->second});
  }
  return advice;
}

} // namespace

int explainRule(const ExplainRuleOptions& options) {
  const CatalogResult loaded = loadRules(options.rule_paths);
  const Rule* rule = loaded.catalog.rule(options.rule);
  if (rule == nullptr) { return complain(unknownRule(loaded.catalog, options.rule)); }
  const ExplainOptions layout{.color = wantsColor(options.color)};
  const int printed = print(explainText(infoOf(*rule), adviceFor(loaded.catalog, rule->id), layout));
  return loaded.problems.empty() ? printed : complain(loaded.problems);
}

} // namespace nostall
