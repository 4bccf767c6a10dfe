// What `nostall rules` and `nostall explain RULE` print.
#pragma once

#include "model/finding.h"

#include <string>
#include <vector>

namespace nostall {

/// What to write with one library, from its pack's `instead:`.
struct LibraryAdvice {
  std::string library; ///< the name for people: "Boost.Asio"
  std::string text;
};

struct ExplainOptions {
  bool color = false; ///< headings in bold
};

/// One rule's help, laid out for a terminal. Ends with a line end, as all of these do.
std::string explainText(const RuleInfo& rule, const std::vector<LibraryAdvice>& advice,
                        const ExplainOptions& options = {});

/// One aligned line a rule.
std::string rulesText(const std::vector<RuleInfo>& rules);
/// `nostall-rules/1`: everything RuleInfo holds.
std::string rulesJson(const std::vector<RuleInfo>& rules);
/// A table, for documentation.
std::string rulesMarkdown(const std::vector<RuleInfo>& rules);

} // namespace nostall
