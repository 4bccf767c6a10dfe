#include "analysis/contexts/loop_calls.h"

#include "analysis/bodies/values.h"
#include "analysis/contexts/pools.h"
#include "program/dispatch.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace nostall {
namespace {

/// folly::via(pool).thenValue(...).thenValue(...): how long a row of calls may be.
constexpr int row_length = 8;

class Finder {
public:
  Finder(const Program& program, const Matcher& matcher, const Outlines& outlines)
      : program_(program), matcher_(matcher), outlines_(outlines), dispatch_(program),
        found_(program.nodes.size()) {}

  std::vector<LoopCall> find() {
    for (BodyId id = 0; id < program_.bodies.size(); ++id) {
      if (!outlines_.has(id, Holds::Moves)) { continue; }
      const Body& body = program_.bodies[id].body;
      for (const Event& event : body.events) {
        noteMove(body, event);
      }
    }
    for (BodyId body = 0; body < program_.bodies.size(); ++body) {
      if (!outlines_.has(body, Holds::Callables)) { continue; }
      for (EventId event = 0; event < program_.bodies[body].body.events.size(); ++event) {
        addCallables(body, event);
      }
    }
    for (NodeId node = 0; node < program_.nodes.size(); ++node) {
      addOverrider(node);
    }
    return std::move(found_);
  }

private:
  /// Where a path means one object: the class for "this" and its members, the outermost function for
  /// locals and parameters.
  using Place = std::tuple<bool, uint32_t, PathId>;

  std::optional<Place> placeOf(const Body& body, PathId path) const {
    FunctionId function = body.function;
    const std::vector<FunctionFacts>& functions = program_.symbols.functions;
    while (functions[function].enclosing != no_id) {
      function = functions[function].enclosing;
    }
    const std::string_view text = program_.symbols.text(path);
    const bool of_class = text == "this" || text.starts_with("this.");
    if (path == 0 || (of_class && functions[function].owner == no_id)) { return std::nullopt; }
    return Place{of_class, of_class ? functions[function].owner : function, path};
  }

  void noteMove(const Body& body, const Event& event) {
    if (event.kind != EventKind::Call || matcher_.moves(event) == nullptr) { return; }
    if (const auto place = placeOf(body, event.object->path)) { moved_.insert(*place); }
  }

  /// The object that the callback is for stands before it: of `connect(sender, signal, receiver, slot)` the
  /// receiver, of `connect(sender, signal, functor)` the sender.
  bool isForMovedObject(const Body& body, const Event& event, uint32_t callable) const {
    while (callable-- > 0) {
      if (!event.arguments[callable].callables.empty()) { continue; }
      const auto place = placeOf(body, event.arguments[callable].path);
      return place && moved_.contains(*place);
    }
    return false;
  }

  void addCallables(BodyId body_id, EventId event_id) {
    const LinkedBody& body = program_.bodies[body_id];
    const Event& event = body.body.events[event_id];
    if (event.kind != EventKind::Call && event.kind != EventKind::Construct) { return; }
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      if (event.arguments[i].callables.empty()) { continue; }
      const CallableEntry* entry = matcher_.isCallback(event, i);
      if (entry == nullptr || runsElsewhere(body.body, event, i)) { continue; }
      for (const FunctionId callable : event.arguments[i].callables) {
        addCallable(body, callable,
                    {.entry = entry,
                     .through = event.callee,
                     .handed_over = true,
                     .body = body_id,
                     .event = event_id});
      }
    }
  }

  /// Of a virtual method (in std::bind, as a slot) the overriders run.
  void addCallable(const LinkedBody& body, FunctionId callable, const LoopCall& call) {
    const FunctionFacts& facts = program_.symbols.functions[callable];
    std::vector<FunctionId> functions{callable};
    if (facts.is_virtual && facts.owner != no_id) {
      functions = dispatch_.candidates(callable, facts.owner, body.targets);
    }
    for (const FunctionId function : functions) {
      for (const NodeId node : resolve(program_, function, body.targets).nodes) {
        add(node, call);
      }
    }
  }

  void addOverrider(NodeId node) {
    const MethodOverrideEntry* entry = matcher_.overridesContext(program_.nodes[node].function);
    if (entry != nullptr) { add(node, {.entry = entry}); }
  }

  void add(NodeId node, const LoopCall& call) {
    if (found_[node].entry == nullptr) { found_[node] = call; }
  }

  /// `elsewhere:` speaks of the call or of what made the callable (bind_executor), or a pool takes part.
  bool runsElsewhere(const Body& body, const Event& event, uint32_t argument) const {
    if (isGivenToPool(body, event, argument)) { return true; }
    if (!moved_.empty() && isForMovedObject(body, event, argument)) { return true; }
    const EventId made_by = event.arguments[argument].from;
    if (made_by == no_id) { return false; }
    const Event& made = body.events[made_by];
    for (uint32_t i = 0; i < made.arguments.size(); ++i) {
      // std::bind may hold a pool: what it makes still runs where it is handed to.
      const bool decides =
          matcher_.runsElsewhere(made, i) != nullptr || matcher_.isCallback(made, i) != nullptr;
      if (decides && isGivenToPool(body, made, i)) { return true; }
    }
    return false;
  }

  bool isGivenToPool(const Body& body, const Event& event, uint32_t argument) const {
    return matcher_.runsElsewhere(event, argument) != nullptr || worksForPool(body, event, argument);
  }

  /// The object, an argument that is not the callable, or an object earlier in a row of calls is a pool's.
  bool worksForPool(const Body& body, const Event& event, uint32_t callable) const {
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      const Value& argument = event.arguments[i];
      if (i != callable && argument.callables.empty() && isOfPool(body, argument)) { return true; }
    }
    const Event* at = &event;
    for (int i = 0; i < row_length; ++i) {
      if (isOfPool(body, *at->object)) { return true; }
      at = makerOf(body, *at->object);
      if (at == nullptr) { return false; }
      const bool given_pool =
          std::any_of(at->arguments.begin(), at->arguments.end(),
                      [&](const Value& value) { return value.callables.empty() && isOfPool(body, value); });
      if (given_pool) { return true; }
    }
    return false;
  }

  bool isOfPool(const Body& body, const Value& value) const {
    return nostall::isOfPool(matcher_, program_.symbols, value.type) ||
           isMadeOfPool(matcher_, program_.symbols, body, value);
  }

  const Program& program_;
  const Matcher& matcher_;
  const Outlines& outlines_;
  Dispatch dispatch_;
  std::vector<LoopCall> found_;
  std::set<Place> moved_; // objects whose callbacks run on other threads
};

} // namespace

std::vector<LoopCall> findLoopCalls(const Program& program, const Matcher& matcher,
                                    const Outlines& outlines) {
  return Finder(program, matcher, outlines).find();
}

} // namespace nostall
