// The rules that a run uses: built in, the user's own, and what options say of them.
#pragma once

#include "analysis/analyse.h"
#include "catalog/catalog.h"
#include "model/finding.h"

#include <map>
#include <string>
#include <vector>

namespace nostall {

/// The rules and packs that are built in, and those in `paths`.
CatalogResult loadRules(const std::vector<std::string>& paths);

/// The matcher expressions of all rules and packs, as FrontendOptions has them.
std::vector<std::string> matchExpressions(const Catalog& catalog);

/// "no rule is called 'blocking-slep'; did you mean 'blocking-sleep'? ..."
std::string unknownRule(const Catalog& catalog, const std::string& id);

/// One problem for each id that names no rule.
Problems checkRuleNames(const Catalog& catalog, const std::map<std::string, bool>& enabled,
                        const std::map<std::string, Severity>& severities);

/// What reports and listings say of a rule.
RuleInfo infoOf(const Rule& rule);

/// The rules that run, if only on some paths, with the level that they have in this run.
std::vector<RuleInfo> rulesThatRun(const Catalog& catalog, const AnalysisOptions& options);

} // namespace nostall
