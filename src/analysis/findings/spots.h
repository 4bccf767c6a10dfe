// What rules find that look at one body: places that are wrong where they stand, with no chain of calls.
#pragma once

#include "analysis/reach/blocking_calls.h"
#include "analysis/reach/on_loop.h"
#include "analysis/reach/reach.h"
#include "catalog/matcher.h"

#include <optional>
#include <string>
#include <vector>

namespace nostall {

/// Another place that belongs to a finding.
struct SpotStep {
  BodyId body = 0;
  EventId event = 0;
  std::string remark; ///< "'guard' locks here"
};

/// A finding before it is put into words. Passes give one for each instantiation; findings are made of one
/// for each written place.
struct Spot {
  uint32_t rule = 0; ///< its index among the active ones
  BodyId body = 0;
  EventId event = 0;
  uint8_t lowered = 0;             ///< levels below what the rule has at the place
  std::optional<Severity> at_most; ///< not above this, whatever the rule says
  std::string variant;             ///< which of the rule's `messages`; empty: its `message`
  std::string callee;              ///< for "{callee}": what is called, started, held
  std::string object;              ///< for "{object}": the variable
  std::string type;                ///< for "{type}"
  /// Whose library gives the advice: the task's, when the function itself is in none.
  TypeId task_type = no_id;
  std::vector<SpotStep> steps; ///< after the place itself
};

/// What such a rule may ask.
struct BodyRules {
  const Program& program;
  const Catalog& catalog;
  const Matcher& matcher;
  const Classes& classes;
  const CallGraph& graph;
  const Places& places;
  const OnLoop& on_loop;
  const BlockingCalls& calls; ///< by rule
  const std::vector<ActiveRule>& rules;
};

} // namespace nostall
