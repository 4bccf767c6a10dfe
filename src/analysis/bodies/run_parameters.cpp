#include "analysis/bodies/run_parameters.h"

#include "program/callable_flow.h"
#include "program/callable_slots.h"

#include <algorithm>

namespace nostall {

RunParameters::RunParameters(const Program& program, const Matcher& matcher)
    : program_(program), holds_callables_(typesOfCallables(program.symbols)), run_(program.nodes.size(), 0) {
  for (BodyId body = 0; body < program.bodies.size(); ++body) {
    readBody(body, matcher);
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (const Passed& passed : passed_) {
      const uint64_t before = run_[passed.node];
      if (runs(passed.callee, passed.argument)) { add(passed.node, passed.parameter); }
      changed |= run_[passed.node] != before;
    }
  }
}

void RunParameters::add(NodeId node, uint32_t parameter) {
  if (parameter < most_parameters) { run_[node] |= uint64_t{1} << parameter; }
}

void RunParameters::readBody(BodyId body, const Matcher& matcher) {
  const Body& read = program_.bodies[body].body;
  // Most functions take nothing that could be called.
  const auto& parameters = program_.symbols.functions[read.function].parameters;
  const bool takes_callables = std::any_of(parameters.begin(), parameters.end(), [&](TypeId type) {
    return type != no_id && holds_callables_[type] != 0;
  });
  if (!takes_callables) { return; }
  for (EventId id = 0; id < read.events.size(); ++id) {
    readEvent(body, id, matcher);
  }
}

void RunParameters::readEvent(BodyId body, EventId id, const Matcher& matcher) {
  const LinkedBody& linked = program_.bodies[body];
  const Event& event = linked.body.events[id];
  if (event.kind != EventKind::Call && event.kind != EventKind::Construct) { return; }
  const auto own = [&](const Value& value) {
    return ownParameter(program_.symbols, linked.body.function, value);
  };
  if (event.kind == EventKind::Call && callsValue(program_.symbols, event)) {
    if (const auto parameter = own(*event.object)) { add(linked.node, *parameter); }
  }
  for (uint32_t i = 0; i < event.arguments.size(); ++i) {
    const auto parameter = own(event.arguments[i]);
    if (!parameter || event.callee == no_id) { continue; }
    if (matcher.runsInline(event, i) != nullptr) { add(linked.node, *parameter); }
    for (const NodeId callee : resolve(program_, event.callee, linked.targets).nodes) {
      const bool starts_later =
          program_.symbols.functions[program_.nodes[callee].function].coroutine && !event.awaited;
      if (starts_later) { continue; }
      passed_.push_back({linked.node, *parameter, callee, i});
    }
  }
}

} // namespace nostall
