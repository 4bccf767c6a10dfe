// What is believed of one call: where it runs, what it does, and what became of it in the report.
#pragma once

#include "analysis/contexts/places.h"
#include "analysis/explain/callers.h"
#include "analysis/findings/words.h"
#include "analysis/levels/analysis_options.h"
#include "analysis/levels/rule_levels.h"
#include "catalog/catalog.h"
#include "model/explanation.h"
#include "program/program.h"

#include <deque>
#include <string>
#include <vector>

namespace nostall {

class Believer {
public:
  /// All must outlive this.
  Believer(const Program& program, const Catalog& catalog, const AnalysisOptions& options);

  /// A person wrote the call, or it may block though nobody sees it (a destructor).
  bool isWorthTelling(BodyId body, EventId event) const;
  ExplainedCall explain(BodyId body, EventId event) const;

private:
  struct Entries {
    bool active = false; ///< one of them counts here
    std::vector<Belief> beliefs;
  };

  const Event& eventAt(BodyId body, EventId event) const { return program_.bodies[body].body.events[event]; }
  std::string quoted(FunctionId function) const { return "'" + shown_.display(function) + "'"; }
  std::string contextWords(NodeId node) const;
  std::string whyStopped(NodeId node) const;

  void addPlace(NodeId node, const Callers& callers, std::vector<Belief>& beliefs) const;
  void addThreads(const std::vector<NodeId>& nodes, std::vector<Belief>& beliefs) const;
  void addArguments(const Event& event, std::vector<Belief>& beliefs) const;
  Entries entriesOf(BodyId body, EventId id) const;
  std::string stateOf(const BlockEntry& entry, const Event& event) const;
  std::vector<Belief> waysOn(BodyId body, EventId event) const;
  std::string harmless(const Event& event, bool goes_on) const;
  bool goesOn(BodyId body, EventId event) const;
  std::vector<std::string> reports(const Location& at) const;
  std::vector<uint32_t> silencedRules(const Event& event) const;

  const Program& program_;
  Matcher matcher_;
  std::vector<ActiveRule> rules_;
  Classes classes_;
  Places places_;
  CallGraph graph_;
  BlockingCalls calls_;
  Suppressions suppressions_;
  LeafEvents leaves_;
  ReachInput input_;
  Shown shown_;
  Words words_;
  RuleLevels levels_;
  std::deque<Reach> reaches_; // by rule, suppressions not obeyed
  std::vector<Finding> findings_;
};

} // namespace nostall
