// What becomes of the task that a call returns, within the body of the call.
#pragma once

#include "analysis/classify.h"

#include <set>
#include <string_view>
#include <vector>

namespace nostall {

struct TaskUses {
  bool unknown = false;        ///< it is kept, returned, handed to code that nobody describes
  bool elsewhere = false;      ///< started on other threads
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
  bool handsOn(const Event& event) const;

  const Program& program_;
  const Matcher& matcher_;
  const Classes& classes_;
  const Body& body_;
  TaskUses uses_;
  std::set<EventId> results_;
  std::set<std::string_view> locals_;
};

} // namespace nostall
