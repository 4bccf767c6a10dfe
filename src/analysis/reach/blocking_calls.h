// The calls that may park the thread, by rule.
#pragma once

#include "analysis/contexts/classify.h"
#include "analysis/levels/active_rules.h"

#include <utility>
#include <vector>

namespace nostall {

struct BlockingCall {
  BodyId body = 0;
  EventId event = 0;
  const BlockEntry* entry = nullptr; ///< none for a function that is annotated or attributed as blocking
  Severity level = Severity::Error;  ///< the lowest of rule, entry and what the call's own bound allows
};

/// Per active rule (same index), sorted by body and event; at most one for an event.
using BlockingCalls = std::vector<std::vector<BlockingCall>>;

BlockingCalls findBlockingCalls(const Program& program, const Classes& classes, const Matcher& matcher,
                                const std::vector<ActiveRule>& rules, const AnalysisOptions& options);

/// Events whose callee no chain goes into, sorted: calls that some rule reports by name (the pack says what
/// they do, and one call is one finding; notes and entries that are not sure do not hide what the bodies
/// show), and destructors of objects that have nothing left to do.
using LeafEvents = std::vector<std::pair<BodyId, EventId>>;
LeafEvents leafEvents(const Classes& classes, const BlockingCalls& calls);

/// What a finding gets at most: the lowest of the rule's and the entry's severity. A `short` wait is a note,
/// `may_wait` is as bad as the rule says (whoever waits for a slow peer holds up everyone); an
/// `approximate` entry is one level lower.
Severity levelOf(const BlockEntry& entry, Severity rule);

} // namespace nostall
