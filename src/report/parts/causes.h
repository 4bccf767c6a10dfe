// Findings of one rule that end at the same blocking call are one thing to repair: a cause. People read
// causes, machines get the findings too.
#pragma once

#include "model/finding.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nostall {

struct Cause {
  std::string rule;
  Severity severity = Severity::Note; ///< the highest of its findings
  Location at;                        ///< the written call that blocks; of a direct call the finding's place
  std::string function;               ///< display name of the function that makes that call; may be empty
  std::string callee;                 ///< what blocks
  /// Into the report, which must outlive this. The one to show first: the highest level, then the surest and
  /// shortest chain; the others by place.
  std::vector<const Finding*> findings;
  uint32_t contexts = 0; ///< functions that these findings stand in

  const Finding& best() const { return *findings.front(); }
};

/// Of the findings that count, at `least` or above: the worst level first, then what stalls most contexts,
/// then by place.
std::vector<Cause> causesOf(const Report& report, Severity least = Severity::Note);

/// What a cause is in one file: code hosts and CI pages show things by file, and a file that is newly stalled
/// is news though the cause is old.
struct FileCause {
  const Cause* cause = nullptr;
  Severity severity = Severity::Note;   ///< the highest of these
  std::vector<const Finding*> findings; ///< by place; the first is where it is shown

  const Finding& first() const { return *findings.front(); }
};

/// In the order of the causes, and of the files in each; `causes` must outlive them.
std::vector<FileCause> byFile(const std::vector<Cause>& causes);

} // namespace nostall
