// Can an exception leave a function?
#pragma once

#include "catalog/matcher.h"
#include "program/program.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace nostall {

enum class MayFail : uint8_t {
  No,
  Hardly, ///< only in calls of the project's functions of which nothing is known
  Yes,    ///< it throws, or awaits what may throw, and handles not every exception
};

class Failures {
public:
  /// Both must outlive this.
  Failures(const Program& program, const Matcher& matcher)
      : program_(program), matcher_(matcher), known_(program.nodes.size()) {}

  MayFail of(NodeId node);

private:
  MayFail look(NodeId node);
  MayFail lookAt(BodyId body);
  MayFail lookAtEvent(BodyId body, EventId event);
  MayFail lookAtCall(BodyId body, EventId event);
  MayFail lookAtAwait(BodyId body, EventId event);
  bool throwsNothing(const Event& awaited) const;
  std::optional<MayFail> ofTasks(std::span<const NodeId> callees);
  std::optional<std::vector<NodeId>> coroutinesBehind(std::span<const NodeId> callees) const;
  bool addReturned(const Node& plain, std::vector<std::span<const NodeId>>& lists) const;
  MayFail worstOf(std::span<const NodeId> nodes);
  MayFail ofResume(BodyId body, EventId resume);
  bool isCoroutine(NodeId node) const {
    return program_.symbols.functions[program_.nodes[node].function].coroutine;
  }
  EventId resumeOf(const Body& body, EventId suspension) const;
  bool handlesEverything(const Body& body, const Block& block) const;

  const Program& program_;
  const Matcher& matcher_;
  std::vector<std::optional<MayFail>> known_;                   // by NodeId
  std::map<const NodeId*, std::optional<MayFail>> known_tasks_; // by list of callees
  uint32_t depth_ = 0;
};

/// What the call may run: only functions with a body.
std::span<const NodeId> calleesAt(const Program& program, BodyId body, EventId event);

} // namespace nostall
