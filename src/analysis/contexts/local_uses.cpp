#include "analysis/contexts/local_uses.h"

#include "analysis/contexts/classify.h"
#include "analysis/contexts/task_types.h"

#include <algorithm>
#include <array>

namespace nostall {
namespace {

bool isObserver(std::string_view name) {
  static constexpr std::array<std::string_view, 5> observers = {"valid", "available", "done", "is_ready",
                                                                "operator bool"};
  return std::ranges::find(observers, name) != observers.end();
}

class Classifier {
public:
  Classifier(const Symbols& symbols, PathId local) : symbols_(symbols), local_(local) {}

  bool mentions(const Event& event) const {
    return isIn(*event.object) ||
           std::ranges::any_of(event.arguments, [&](const Value& value) { return isIn(value); });
  }

  UseKind kindOf(const Event& event) const {
    if (event.kind == EventKind::Use && event.discarded) { return UseKind::Ignored; }
    if (assignsToIgnore(symbols_, event)) { return UseKind::Ignored; }
    const bool as_object = isIn(*event.object);
    if (event.kind == EventKind::Suspend) { return as_object ? UseKind::Awaited : UseKind::Used; }
    if (event.kind != EventKind::Call || event.callee == no_id || !as_object) { return UseKind::Used; }
    const std::string_view name = lastName(symbols_.text(symbols_.functions[event.callee].name));
    if (event.implicit && isCoroutineMachinery(name)) { return UseKind::Awaited; }
    return isObserver(name) && event.arguments.empty() ? UseKind::Observed : UseKind::Used;
  }

private:
  bool isIn(const Value& value) const { return liesIn(symbols_, value.path, local_); }

  const Symbols& symbols_;
  PathId local_;
};

} // namespace

std::vector<LocalUse> usesOfLocal(const Program& program, const Body& body, PathId local) {
  const Classifier classifier(program.symbols, local);
  std::vector<LocalUse> uses;
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    if (event.kind == EventKind::Destroy || !classifier.mentions(event)) { continue; }
    uses.push_back({id, classifier.kindOf(event)});
  }
  return uses;
}

} // namespace nostall
