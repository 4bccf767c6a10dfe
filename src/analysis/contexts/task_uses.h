// What becomes of the task that a call returns, within the body of the call.
#pragma once

#include "analysis/contexts/classify.h"

#include <set>
#include <string_view>
#include <vector>

namespace nostall {

struct TaskUses {
  bool unknown = false;        ///< it is kept, returned, handed to code that nobody describes
  bool elsewhere = false;      ///< started on other threads
  EventId started_by = no_id;  ///< the first call that it is handed to, when `unknown`
  std::vector<EventId> awaits; ///< it runs where the body is at these suspensions
};

class TaskUseFinder {
public:
  /// All must outlive the finder.
  TaskUseFinder(const Program& program, const Matcher& matcher, const Classes& classes, const Body& body)
      : program_(program), matcher_(matcher), classes_(classes), body_(body) {}

  TaskUses find(EventId call);

private:
  void followResult(EventId result);
  void followLocal(std::string_view path);
  void consume(EventId id, bool is_object, uint32_t argument);
  bool isAwaitOf(const Event& event) const {
    return event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await;
  }
  bool goesToPool(const Event& event, bool is_object, uint32_t argument) const;
  bool isPutAway(const Event& event) const;
  bool holdsAwaitables(TypeId type) const;
  bool isHandle(TypeId type) const;
  bool handsOn(const Event& event) const;
  bool isAfter(EventId first, EventId later) const;

  const Program& program_;
  const Matcher& matcher_;
  const Classes& classes_;
  const Body& body_;
  TaskUses uses_;
  std::vector<EventId> unknown_; // that nobody can say more of
  std::vector<EventId> started_; // that give it to a pool
  std::set<EventId> results_;
  std::set<std::string_view> locals_;
};

} // namespace nostall
