#include "analysis/reach/call_graph.h"

#include "analysis/bodies/object_ends.h"
#include "program/callable_flow.h"

#include <algorithm>
#include <utility>

namespace nostall {

CallGraph::CallGraph(const Program& program, const Classes& classes, const Matcher& matcher)
    : program_(program), dispatch_(program), run_parameters_(program, matcher),
      constructors_(program.symbols.types.size()), copies_(program.symbols.types.size()) {
  const std::vector<FunctionFacts>& functions = program.symbols.functions;
  for (FunctionId function = 0; function < functions.size(); ++function) {
    const FunctionFacts& facts = functions[function];
    if (facts.kind != FunctionKind::Constructor || facts.owner == no_id) { continue; }
    (facts.copy_or_move ? copies_ : constructors_)[facts.owner].push_back(function);
  }
  for (BodyId body = 0; body < program.bodies.size(); ++body) {
    first_extra_.push_back(static_cast<EdgeId>(edgeCount()));
    const bool may_have =
        classes.outlines.has(body, Holds::Callables) || classes.outlines.has(body, Holds::TypeEffects);
    const bool stops = classes.roles[program.bodies[body].node] == Role::Stop;
    if (may_have && !stops) { addExtraEdges(body, classes, matcher); }
  }
  first_extra_.push_back(static_cast<EdgeId>(edgeCount()));
  indexIncoming();
}

std::span<const NodeId> CallGraph::callees(EdgeId id) const {
  if (id < program_.edges.size()) { return calleesOf(program_, program_.edges[id]); }
  const Edge& found = edge(id);
  return {extra_callees_.data() + found.first, found.count};
}

std::span<const EdgeId> CallGraph::incoming(NodeId node) const {
  return {incoming_.data() + first_incoming_[node], first_incoming_[node + 1] - first_incoming_[node]};
}

std::pair<EdgeId, EdgeId> CallGraph::extraEdges(BodyId body) const {
  return {first_extra_[body], first_extra_[body + 1]};
}

void CallGraph::addExtraEdges(BodyId body, const Classes& classes, const Matcher& matcher) {
  const Body& read = program_.bodies[body].body;
  const PackedVector<Event>& events = read.events;
  for (EventId id = 0; id < events.size(); ++id) {
    if (events[id].callee == no_id) { continue; }
    const EventKind kind = events[id].kind;
    const bool empty = kind == EventKind::Destroy && classes.outlines.isEmptyEnd(body, id);
    if (empty || !endsPointee(read, events[id], program_.symbols, matcher)) { continue; }
    const bool is_call = kind == EventKind::Call || kind == EventKind::Construct;
    if (is_call) { addCallables(body, id, classes, matcher); }
    if (is_call || kind == EventKind::Destroy) { addTypeEffects(body, id, matcher); }
  }
}

/// The type is made for callables of this kind: std::function<void()>, a container of them, what std::bind
/// returns, a pair with a closure.
static bool holdsCallables(const Symbols& symbols, TypeId type) {
  std::vector<TypeId> open{type};
  std::vector<TypeId> seen;
  while (!open.empty()) {
    const TypeId current = objectType(symbols, open.back());
    open.pop_back();
    if (current == no_id || std::find(seen.begin(), seen.end(), current) != seen.end()) { continue; }
    seen.push_back(current);
    const TypeFacts& facts = symbols.types[current];
    if (facts.kind == TypeKind::Function || facts.is_lambda) { return true; }
    open.insert(open.end(), facts.arguments.begin(), facts.arguments.end());
  }
  return false;
}

/// Whether a callable that is handed to this call may run before it returns. What only keeps it or hands it
/// on (wrappers, containers, std::move, std::bind) does not, nor does what can be awaited.
static bool mayRunArguments(const Program& program, const Classes& classes, const Event& event) {
  const Symbols& symbols = program.symbols;
  const FunctionFacts& callee = symbols.functions[event.callee];
  if (event.kind != EventKind::Call || !callee.external || yieldsAwaitable(event, classes)) { return false; }
  if (symbols.text(callee.name).ends_with("::operator=")) { return false; }
  return !holdsCallables(symbols, event.type) && !holdsCallables(symbols, event.object->type);
}

/// A function of the project is given the argument and calls it before it returns, or before it is awaited.
bool CallGraph::runsParameter(BodyId body, const Event& event, uint32_t parameter) const {
  const std::vector<NodeId> callees = resolve(program_, event.callee, program_.bodies[body].targets).nodes;
  return std::any_of(callees.begin(), callees.end(), [&](NodeId callee) {
    const bool coroutine = program_.symbols.functions[program_.nodes[callee].function].coroutine;
    return run_parameters_.runs(callee, parameter) && (!coroutine || event.awaited);
  });
}

void CallGraph::addCallables(BodyId body, EventId id, const Classes& classes, const Matcher& matcher) {
  const Event& event = program_.bodies[body].body.events[id];
  for (uint32_t i = 0; i < event.arguments.size(); ++i) {
    if (event.arguments[i].callables.empty()) { continue; }
    if (matcher.runsElsewhere(event, i) != nullptr || matcher.isCallback(event, i) != nullptr) { continue; }
    const bool runs = matcher.runsInline(event, i) != nullptr || runsParameter(body, event, i);
    // Whoever passed it to this function runs it.
    const FunctionId function = program_.bodies[body].body.function;
    if (runs && ownParameter(program_.symbols, function, event.arguments[i])) { continue; }
    if (!runs && !mayRunArguments(program_, classes, event)) { continue; }
    std::vector<NodeId> nodes;
    for (const FunctionId callable : event.arguments[i].callables) {
      const Resolution resolution = resolve(program_, callable, program_.bodies[body].targets);
      nodes.insert(nodes.end(), resolution.nodes.begin(), resolution.nodes.end());
    }
    addEdge(body, id, runs ? Passage::Inline : Passage::MayRunHere, std::move(nodes));
  }
}

/// The type an entry speaks of: a template argument of the call, or of the object's class when the entry
/// says so or the call has none.
static TypeId affectedType(const Program& program, const Event& event, const TypeEffectEntry& entry) {
  const uint32_t index = entry.type_argument;
  if (!entry.of_class && event.callee != no_id) {
    const auto& arguments = program.symbols.functions[event.callee].template_arguments;
    if (index < arguments.size()) { return arguments[index]; }
  }
  const TypeId owner =
      objectType(program.symbols, event.object->type != no_id ? event.object->type : event.type);
  if (owner == no_id || index >= program.symbols.types[owner].arguments.size()) { return no_id; }
  return program.symbols.types[owner].arguments[index];
}

/// Of the constructors of a class those that take as many arguments as the call that makes the object; all
/// when none does, because some calls take more of their own (an allocator, a position).
static std::vector<FunctionId> fitting(const Symbols& symbols, const std::vector<FunctionId>& constructors,
                                       const Event& event) {
  std::vector<FunctionId> fit;
  for (const FunctionId constructor : constructors) {
    const bool fits = symbols.functions[constructor].parameters.size() == event.arguments.size();
    if (fits) { fit.push_back(constructor); }
  }
  return fit.empty() ? constructors : fit;
}

void CallGraph::addTypeEffects(BodyId body, EventId id, const Matcher& matcher) {
  const Event& event = program_.bodies[body].body.events[id];
  const auto add = [&](const TypeEffectEntry* entry, Passage passage, auto functions_of) {
    const TypeId type = entry != nullptr ? affectedType(program_, event, *entry) : no_id;
    if (type == no_id) { return; }
    std::vector<NodeId> nodes;
    for (const FunctionId function : functions_of(type)) {
      const Resolution resolution = resolve(program_, function, program_.bodies[body].targets);
      nodes.insert(nodes.end(), resolution.nodes.begin(), resolution.nodes.end());
    }
    addEdge(body, id, passage, std::move(nodes));
  };
  add(matcher.constructs(event), Passage::Constructs,
      [&](TypeId type) { return fitting(program_.symbols, constructors_[type], event); });
  add(matcher.copies(event), Passage::Copies, [&](TypeId type) { return copies_[type]; });
  add(matcher.destroys(event), Passage::Destroys, [&](TypeId type) { return destructors(type, body); });
}

/// What the end of an object runs that is held by a pointer to `type`.
std::vector<FunctionId> CallGraph::destructors(TypeId type, BodyId body) {
  const FunctionId own = program_.symbols.types[type].destructor;
  if (own == no_id || !program_.symbols.functions[own].is_virtual) { return {own}; }
  return dispatch_.candidates(own, type, program_.bodies[body].targets);
}

void CallGraph::addEdge(BodyId body, EventId event, Passage passage, std::vector<NodeId> callees) {
  std::sort(callees.begin(), callees.end());
  callees.erase(std::unique(callees.begin(), callees.end()), callees.end());
  if (callees.empty()) { return; }
  const auto count = static_cast<uint32_t>(callees.size());
  Edge edge{.body = body,
            .event = event,
            .first = static_cast<uint32_t>(extra_callees_.size()),
            .count = count,
            .candidates = count,
            .kind = count > 1 ? EdgeKind::Dispatched : EdgeKind::Direct};
  if (passage == Passage::MayRunHere) {
    edge.kind = EdgeKind::MayRunHere;
    ++may_run_here_;
  }
  extra_edges_.push_back(edge);
  passages_.push_back(passage);
  extra_callees_.insert(extra_callees_.end(), callees.begin(), callees.end());
}

void CallGraph::indexIncoming() {
  first_incoming_.assign(program_.nodes.size() + 1, 0);
  for (EdgeId id = 0; id < edgeCount(); ++id) {
    for (const NodeId callee : callees(id)) {
      ++first_incoming_[callee + 1];
    }
  }
  for (size_t node = 1; node < first_incoming_.size(); ++node) {
    first_incoming_[node] += first_incoming_[node - 1];
  }
  incoming_.resize(first_incoming_.back());
  std::vector<uint32_t> next(first_incoming_.begin(), first_incoming_.end() - 1);
  for (EdgeId id = 0; id < edgeCount(); ++id) {
    for (const NodeId callee : callees(id)) {
      incoming_[next[callee]++] = id;
    }
  }
}

} // namespace nostall
