// The rules that run, with the levels that the options give them.
#pragma once

#include "analysis/levels/analysis_options.h"
#include "catalog/catalog.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace nostall {

/// A rule that runs, with the level the options give it.
struct ActiveRule {
  const Rule* rule = nullptr;
  Severity severity = Severity::Error;
  bool enabled = true; ///< on paths of which no settings speak
};

/// Rules that are enabled, if only on some paths, by id.
std::vector<ActiveRule> activeRules(const Catalog& catalog, const AnalysisOptions& options);

/// The active rule of that kind, or with that id.
std::optional<uint32_t> ruleOfKind(const std::vector<ActiveRule>& rules, RuleKind kind);
std::optional<uint32_t> ruleNamed(const std::vector<ActiveRule>& rules, std::string_view id);

} // namespace nostall
