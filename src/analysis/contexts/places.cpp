#include "analysis/contexts/places.h"

#include <algorithm>

namespace nostall {

Places::Places(const Program& program, const Matcher& matcher, const Classes& classes)
    : program_(program), switches_(program, matcher, classes.outlines), places_(program.nodes.size(), 0),
      starts_(program.nodes.size()) {
  collect(matcher, classes);
  settle();
}

void Places::collect(const Matcher& matcher, const Classes& classes) {
  for (NodeId node = 0; node < program_.nodes.size(); ++node) {
    const FunctionFacts& function = program_.symbols.functions[program_.nodes[node].function];
    // Whoever made the overridden function calls it on a thread that nobody sees.
    const bool called_from_outside =
        std::any_of(function.overrides.begin(), function.overrides.end(),
                    [&](FunctionId overridden) { return program_.symbols.functions[overridden].external; });
    const Marks& marks = classes.marks[program_.nodes[node].function];
    const bool callback =
        classes.roles[node] == Role::Context && classes.kinds[node] == ContextKind::Callback;
    const LoopCall& call = classes.loop_calls[node];
    const StartCall start = callback ? StartCall{call.body, call.event} : StartCall{};
    if (called_from_outside || callback || marks.async) { add(node, on_loop, start); }
    if (marks.elsewhere) { add(node, elsewhere); }
    if (marks.elsewhere) { places_[node] |= declared; }
    if (waitsForAwait(node, matcher, classes)) { places_[node] |= waits_for_await; }
  }
  for (BodyId body = 0; body < program_.bodies.size(); ++body) {
    collectAwaits(body, matcher, classes);
    if (classes.outlines.has(body, Holds::Callables)) { collectCallables(body, matcher); }
  }
}

/// A coroutine that starts when it is awaited runs where that happens; everything else where it is called.
bool Places::waitsForAwait(NodeId node, const Matcher& matcher, const Classes& classes) const {
  const FunctionFacts& function = program_.symbols.functions[program_.nodes[node].function];
  const bool is_task = function.coroutine && function.result != no_id && classes.roles[node] == Role::Context;
  if (!is_task || program_.symbols.types[function.result].start == Start::Eager) { return false; }
  const TaskEntry* entry = matcher.task(function.result);
  return entry == nullptr || entry->start != TaskStart::Eager;
}

void Places::collectAwaits(BodyId body, const Matcher& matcher, const Classes& classes) {
  const LinkedBody& linked = program_.bodies[body];
  for (EdgeId id = linked.first_edge; id < linked.first_edge + linked.edge_count; ++id) {
    const Edge& edge = program_.edges[id];
    for (const NodeId callee : calleesOf(program_, edge)) {
      if (!waitsForAwait(callee)) { continue; }
      addTask(body, edge.event, callee, TaskUseFinder(program_, matcher, classes, linked.body));
    }
  }
}

void Places::addTask(BodyId body, EventId event, NodeId callee, TaskUseFinder finder) {
  const TaskUses found = finder.find(event);
  const StartCall start = found.started_by == no_id ? StartCall{} : StartCall{body, found.started_by};
  if (found.unknown) { add(callee, on_loop, start); }
  if (found.elsewhere) { add(callee, elsewhere); }
  for (const EventId await : found.awaits) {
    awaits_.push_back({body, await, callee});
  }
}

void Places::collectCallables(BodyId body, const Matcher& matcher) {
  const PackedVector<Event>& events = program_.bodies[body].body.events;
  for (EventId id = 0; id < events.size(); ++id) {
    for (const FunctionId callable : events[id].object->callables) {
      if (!isCalledAt(body, id, callable)) { runsOnLoop(callable, {}); }
    }
    if (onlyKeeps(events[id])) { continue; }
    for (uint32_t i = 0; i < events[id].arguments.size(); ++i) {
      if (!events[id].arguments[i].callables.empty()) { addCallable(body, id, i, matcher); }
    }
  }
}

void Places::addCallable(BodyId body, EventId id, uint32_t argument, const Matcher& matcher) {
  const Event& event = program_.bodies[body].body.events[id];
  const bool is_call = event.kind == EventKind::Call || event.kind == EventKind::Construct;
  const bool leaves = is_call && matcher.runsElsewhere(event, argument) != nullptr;
  for (const FunctionId callable : event.arguments[argument].callables) {
    if (leaves) {
      runsElsewhere(callable);
    } else {
      const bool starts = event.kind == EventKind::Call && event.callee != no_id;
      runsOnLoop(callable, starts ? StartCall{body, id} : StartCall{});
    }
  }
}

/// Putting a closure into a local, or copying it, runs it nowhere; what is done with the local counts.
bool Places::onlyKeeps(const Event& event) const {
  if (event.kind == EventKind::Write) {
    return program_.symbols.text(event.object->path).starts_with("local:");
  }
  return event.kind == EventKind::Construct && event.type != no_id &&
         program_.symbols.types[event.type].is_lambda;
}

/// The call of the function is an edge of the program, and counts as a call.
bool Places::isCalledAt(BodyId body, EventId id, FunctionId function) const {
  const LinkedBody& linked = program_.bodies[body];
  const auto first = program_.edges.begin() + linked.first_edge;
  const auto last = first + linked.edge_count;
  return std::any_of(first, last, [&](const Edge& edge) {
    if (edge.event != id) { return false; }
    return std::ranges::any_of(calleesOf(program_, edge),
                               [&](NodeId callee) { return program_.nodes[callee].function == function; });
  });
}

void Places::runsOnLoop(FunctionId function, const StartCall& start) {
  for (NodeId node = program_.first_node[function]; node < program_.first_node[function + 1]; ++node) {
    add(node, on_loop, start);
  }
}

void Places::runsElsewhere(FunctionId function) {
  for (NodeId node = program_.first_node[function]; node < program_.first_node[function + 1]; ++node) {
    add(node, elsewhere);
  }
}

void Places::add(NodeId node, uint8_t places, const StartCall& start) {
  const uint8_t known = places_[node];
  if ((known & declared) != 0) { return; }
  const bool first_start = (places & on_loop) != 0 && start.event != no_id && (known & has_start) == 0;
  if (first_start) {
    starts_[node] = start;
    places_[node] |= has_start;
  }
  if ((known | places) == known) { return; }
  places_[node] |= places;
  open_.push_back(node);
}

/// What nothing visible starts runs on the loop: entry points, what others call, circles.
void Places::settle() {
  std::vector<char> used(program_.nodes.size(), 0);
  for (const Await& await : awaits_) {
    used[await.node] = 1;
  }
  for (const Edge& edge : program_.edges) {
    for (const NodeId callee : calleesOf(program_, edge)) {
      if (!waitsForAwait(callee)) { used[callee] = 1; }
    }
  }
  for (NodeId node = 0; node < places_.size(); ++node) {
    if (placesOf(node) == 0 && used[node] == 0) { add(node, on_loop); }
  }
  spread();
  for (NodeId node = 0; node < places_.size(); ++node) {
    if (placesOf(node) == 0) { add(node, on_loop); }
  }
  spread();
}

void Places::spread() {
  // Switches give places to what is awaited after them even when nobody starts the body itself.
  for (const auto& [body, states] : switches_.bodies()) {
    open_.push_back(program_.bodies[body].node);
  }
  while (!open_.empty()) {
    const Node& node = program_.nodes[open_.back()];
    open_.pop_back();
    for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
      spreadFrom(body);
    }
  }
}

/// To what runs where the body is at its calls and awaits.
void Places::spreadFrom(BodyId body) {
  const LinkedBody& linked = program_.bodies[body];
  const StartCall& start = starts_[linked.node];
  for (EdgeId id = linked.first_edge; id < linked.first_edge + linked.edge_count; ++id) {
    const Edge& edge = program_.edges[id];
    for (const NodeId callee : calleesOf(program_, edge)) {
      if (!waitsForAwait(callee)) { add(callee, placesAt(body, edge.event), start); }
    }
  }
  const auto awaits = std::ranges::equal_range(awaits_, body, {}, &Await::body);
  for (const Await& await : awaits) {
    add(await.node, placesAt(body, await.event), start);
  }
}

uint8_t Places::placesAt(BodyId body, EventId event) const {
  const uint8_t state = switches_.at(body, event);
  uint8_t places = state & on_loop;
  if ((state & (elsewhere | elsewhere_until_next)) != 0) { places |= elsewhere; }
  if ((state & where_started) != 0) { places |= placesOf(program_.bodies[body].node); }
  return places;
}

bool Places::isElsewhere(BodyId body, EventId event) const {
  return switches_.has(body) && placesAt(body, event) == elsewhere;
}

void Places::leaveOutElsewhere(Classes& classes) const {
  for (NodeId id = 0; id < program_.nodes.size(); ++id) {
    const Node& node = program_.nodes[id];
    if (classes.roles[id] != Role::Context || placesOf(id) != elsewhere) { continue; }
    bool switches = false;
    for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
      switches |= switches_.has(body);
    }
    if (!switches) { classes.roles[id] = Role::Stop; }
  }
}

Classes classifyAll(const Program& program, const Catalog& catalog, const Matcher& matcher) {
  Classes classes = classify(program, catalog, matcher);
  Places(program, matcher, classes).leaveOutElsewhere(classes);
  return classes;
}

} // namespace nostall
