#include "analysis/places.h"

#include <vector>

namespace nostall {
namespace {

struct Uses {
  bool elsewhere = false;
  bool other = false;
};

/// Every mention of a function in a value, and every call of it.
class UseFinder {
public:
  UseFinder(const Program& program, const Matcher& matcher)
      : program_(program), matcher_(matcher), uses_(program.symbols.functions.size()) {}

  std::vector<Uses> find() {
    for (const LinkedBody& body : program_.bodies) {
      for (const Event& event : body.body.events) {
        addEvent(event);
      }
    }
    return std::move(uses_);
  }

private:
  void addEvent(const Event& event) {
    if (event.callee != no_id) { uses_[event.callee].other = true; }
    for (const FunctionId callable : event.object.callables) {
      uses_[callable].other = true;
    }
    if (onlyKeeps(event)) { return; }
    const bool is_call = event.kind == EventKind::Call || event.kind == EventKind::Construct;
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      if (event.arguments[i].callables.empty()) { continue; }
      const bool elsewhere = is_call && matcher_.runsElsewhere(event, i) != nullptr;
      for (const FunctionId callable : event.arguments[i].callables) {
        (elsewhere ? uses_[callable].elsewhere : uses_[callable].other) = true;
      }
    }
  }

  /// Putting a closure into a local, or copying it, runs it nowhere; what is done with the local counts.
  bool onlyKeeps(const Event& event) const {
    if (event.kind == EventKind::Write) {
      return program_.symbols.text(event.object.path).starts_with("local:");
    }
    return event.kind == EventKind::Construct && event.type != no_id &&
           program_.symbols.types[event.type].is_lambda;
  }

  const Program& program_;
  const Matcher& matcher_;
  std::vector<Uses> uses_;
};

} // namespace

void leaveOutElsewhere(const Program& program, const Matcher& matcher, Classes& classes) {
  const std::vector<Uses> uses = UseFinder(program, matcher).find();
  for (FunctionId function = 0; function < uses.size(); ++function) {
    if (!uses[function].elsewhere || uses[function].other) { continue; }
    for (NodeId node = program.first_node[function]; node < program.first_node[function + 1]; ++node) {
      if (classes.roles[node] == Role::Context) { classes.roles[node] = Role::Stop; }
    }
  }
}

Classes classifyAll(const Program& program, const Catalog& catalog, const Matcher& matcher) {
  Classes classes = classify(program, catalog, matcher);
  leaveOutElsewhere(program, matcher, classes);
  return classes;
}

} // namespace nostall
