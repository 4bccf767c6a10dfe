// NOLINT comments: which lines they cover, for which rules.
#pragma once

#include "analysis/levels/active_rules.h"
#include "program/program.h"

#include <optional>
#include <string_view>
#include <vector>

namespace nostall {

class Suppressions {
public:
  /// Both must outlive this. `rules` gives the indices that stand for rules.
  Suppressions(const Program& program, const std::vector<ActiveRule>& rules);

  /// The first comment that covers the line on which `at` begins, for the rule.
  std::optional<uint32_t> commentAt(const SourceRange& at, uint32_t rule) const;

private:
  struct Region {
    uint32_t first_line = 0;
    uint32_t last_line = 0;
    uint32_t comment = 0;
  };

  void addRegions();
  bool concerns(uint32_t comment, uint32_t rule) const { return concerns_[comment][rule]; }

  const Program& program_;
  std::vector<std::vector<bool>> concerns_;  // by comment, rule
  std::vector<std::vector<Region>> regions_; // by FileId: BEGIN to END
  std::vector<std::vector<Region>> lines_;   // by FileId, sorted by line: the others
};

/// `text` is matched whole; `*` stands for any bytes.
bool matchesGlob(std::string_view text, std::string_view glob);

} // namespace nostall
