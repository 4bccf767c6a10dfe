// The level that each rule has in each file: the options', unless settings of paths say otherwise.
#pragma once

#include "analysis/levels/active_rules.h"
#include "program/program.h"

#include <optional>
#include <vector>

namespace nostall {

class RuleLevels {
public:
  RuleLevels(const Program& program, const std::vector<ActiveRule>& rules, const AnalysisOptions& options);

  /// What findings of the rule get at most when they stand in the file; nothing where the rule is off.
  std::optional<Severity> at(uint32_t rule, FileId file) const;
  /// All levels that the rule has in some file, the highest first.
  std::vector<Severity> all(uint32_t rule) const;

private:
  using Level = std::optional<Severity>;

  std::vector<Level> usual_;                // by rule
  std::vector<std::vector<Level>> by_file_; // by rule, FileId; empty where no settings speak of the rule
};

} // namespace nostall
