#include "program/callable_flow.h"

#include "program/callable_bodies.h"
#include "program/callable_slots.h"
#include "program/dispatch.h"

#include <algorithm>
#include <set>
#include <utility>

namespace nostall {

namespace {

/// A set of more targets says nothing any more.
constexpr size_t most_targets = 64;

/// What is stored in slots, and from which slots it flows on.
class Stores {
public:
  void add(SlotId slot, FunctionId function) { entry(slot).functions.insert(function); }
  void addUnknown(SlotId slot) { entry(slot).unknown = true; }
  void copy(SlotId from, SlotId to) {
    if (from == to) { return; }
    entry(from).goes_to.push_back(to);
    entry(to).has_source = true;
  }
  bool hasSource(SlotId slot) const {
    if (slot >= slots_.size()) { return false; }
    const Slot& known = slots_[slot];
    return known.has_source || known.unknown || !known.functions.empty();
  }

  void settle() {
    std::vector<SlotId> open;
    for (SlotId slot = 0; slot < slots_.size(); ++slot) {
      open.push_back(slot);
    }
    while (!open.empty()) {
      const SlotId slot = open.back();
      open.pop_back();
      for (const SlotId next : slots_[slot].goes_to) {
        if (join(slots_[slot], slots_[next])) { open.push_back(next); }
      }
    }
  }

  /// Adds what the slot holds; false when that is not all known.
  bool collect(SlotId slot, std::set<FunctionId>& functions) const {
    if (slot >= slots_.size() || slots_[slot].unknown) { return false; }
    functions.insert(slots_[slot].functions.begin(), slots_[slot].functions.end());
    return true;
  }

private:
  struct Slot {
    std::set<FunctionId> functions;
    bool unknown = false;
    bool has_source = false;
    std::vector<SlotId> goes_to;
  };

  Slot& entry(SlotId slot) {
    if (slot >= slots_.size()) { slots_.resize(slot + 1); }
    return slots_[slot];
  }

  static bool join(const Slot& from, Slot& to) {
    if (to.unknown) { return false; }
    const size_t before = to.functions.size();
    to.functions.insert(from.functions.begin(), from.functions.end());
    to.unknown = from.unknown || to.functions.size() > most_targets;
    return to.unknown || to.functions.size() != before;
  }

  std::vector<Slot> slots_;
};

class Resolver {
public:
  explicit Resolver(Program& program)
      : program_(program), slots_(program), dispatch_(program), holds_(typesOfCallables(program.symbols)),
        taken_(program.symbols.functions.size(), 0) {}

  void run() {
    const std::vector<BodyId> bodies = bodiesWithCallables(program_, holds_);
    for (const BodyId body : bodies) {
      const PackedVector<Event>& events = program_.bodies[body].body.events;
      for (EventId id = 0; id < events.size(); ++id) {
        addEvent(body, id, events[id]);
      }
    }
    addUnknownParameters();
    stores_.settle();
    // Nothing is filled in before everything is known.
    for (const BodyId body : bodies) {
      PackedVector<Event>& events = program_.bodies[body].body.events;
      for (Event& event : events) {
        fillIn(body, event);
      }
    }
  }

private:
  bool holds(TypeId type) const { return type != no_id && holds_[type] != 0; }
  /// It can be called itself; containers and iterators only hold what can be.
  bool isCallable(TypeId type) const {
    type = objectType(program_.symbols, type);
    if (type == no_id) { return false; }
    const TypeFacts& facts = program_.symbols.types[type];
    return facts.kind == TypeKind::Function || (facts.external && wrapsCallable(program_.symbols, type));
  }
  bool carries(const Value& value) const { return !value.callables.empty() || holds(value.type); }
  FunctionId functionOf(BodyId body) const { return program_.bodies[body].body.function; }

  // ---- what is stored where

  void store(BodyId body, const Value& value, SlotId to) {
    for (const FunctionId function : value.callables) {
      stores_.add(to, function);
    }
    if (!value.callables.empty() || value.constant == ConstantKind::Null) { return; }
    const std::vector<SlotId> sources = slots_.of(body, value);
    if (sources.empty()) { stores_.addUnknown(to); }
    for (const SlotId source : sources) {
      stores_.copy(source, to);
    }
  }

  /// What is put into the object that the value names.
  void storeInto(BodyId body, const Value& object, const Value& value) {
    for (const SlotId slot : slots_.of(body, object)) {
      store(body, value, slot);
    }
  }

  void addEvent(BodyId body, EventId id, const Event& event) {
    for (const Value& argument : event.arguments) {
      for (const FunctionId function : argument.callables) {
        taken_[function] = 1;
      }
    }
    switch (event.kind) {
    case EventKind::Call:
    case EventKind::Construct: addCall(body, id, event); break;
    case EventKind::Return: addReturn(body, event); break;
    case EventKind::Write: addWrite(body, id, event); break;
    default: break;
    }
    // A list may be an array, whose type says nothing.
    const bool is_list = event.kind == EventKind::Write && !event.object;
    if (event.target == 0 || !(is_list || holds(event.type))) { return; }
    if (const auto target = slots_.ofPath(functionOf(body), program_.symbols.text(event.target))) {
      stores_.copy(slots_.ofResult(body, id), *target);
    }
  }

  void addReturn(BodyId body, const Event& event) {
    const FunctionId function = functionOf(body);
    if (event.arguments.empty() || !holds(program_.symbols.functions[function].result)) { return; }
    store(body, event.arguments[0], slots_.ofReturn(function));
  }

  /// Without an object it is a list of values, which others name as their origin.
  void addWrite(BodyId body, EventId id, const Event& event) {
    for (const Value& argument : event.arguments) {
      if (!event.object) {
        store(body, argument, slots_.ofResult(body, id));
      } else {
        storeInto(body, *event.object, argument);
      }
    }
  }

  void addCall(BodyId body, EventId id, const Event& event) {
    if (event.callee == no_id || callsValue(program_.symbols, event)) {
      if (holds(event.type)) { stores_.addUnknown(slots_.ofResult(body, id)); }
    } else if (program_.symbols.functions[event.callee].external) {
      addExternalCall(body, id, event);
    } else {
      addOwnCall(body, id, event);
    }
  }

  /// Other people's code keeps callables and hands them on: what comes out went in.
  void addExternalCall(BodyId body, EventId id, const Event& event) {
    const bool object_holds = event.kind == EventKind::Call && holds(event.object->type);
    const bool gives = holds(event.type);
    const bool takes = std::any_of(event.arguments.begin(), event.arguments.end(),
                                   [&](const Value& argument) { return carries(argument); });
    if (!gives && !takes) { return; }
    const SlotId result = slots_.ofResult(body, id);
    bool given = object_holds || event.kind == EventKind::Construct;
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      const Value& argument = event.arguments[i];
      if (!carries(argument)) { continue; }
      given = true;
      if (gives) { store(body, argument, result); }
      if (object_holds) { storeInto(body, *event.object, argument); }
      if (!takesByReference(event.callee, i)) { continue; }
      if (object_holds) { storeInto(body, argument, *event.object); }
      for (const Value& other : event.arguments) {
        if (&other != &argument && carries(other)) { storeInto(body, argument, other); }
      }
    }
    if (!gives) { return; }
    if (!given) { stores_.addUnknown(result); }
    if (!object_holds) { return; }
    store(body, *event.object, result);
    if (refersToHolder(program_.symbols.functions[event.callee].result)) {
      for (const SlotId slot : slots_.of(body, *event.object)) {
        stores_.copy(result, slot);
      }
    }
  }

  void addOwnCall(BodyId body, EventId id, const Event& event) {
    if (!holds(event.type) && !takesCallables(event.callee)) { return; }
    for (const FunctionId callee : calleesOf(body, event)) {
      const FunctionFacts& facts = program_.symbols.functions[callee];
      for (uint32_t i = 0; i < facts.parameters.size() && i < event.arguments.size(); ++i) {
        if (!holds(facts.parameters[i])) { continue; }
        const SlotId parameter = slots_.ofParameter(callee, i);
        store(body, event.arguments[i], parameter);
        const bool starts_later = facts.coroutine && !event.awaited;
        if (starts_later) { store(body, event.arguments[i], slots_.ofLateParameter(callee, i)); }
        if (!takesByReference(callee, i)) { continue; }
        for (const SlotId slot : slots_.of(body, event.arguments[i])) {
          stores_.copy(parameter, slot);
        }
      }
      if (holds(event.type)) { stores_.copy(slots_.ofReturn(callee), slots_.ofResult(body, id)); }
      const bool has_body = program_.first_node[callee] != program_.first_node[callee + 1];
      if (holds(event.type) && !has_body && event.kind == EventKind::Call) {
        stores_.addUnknown(slots_.ofResult(body, id));
      }
    }
  }

  /// Definitions that the call may run; the function itself when there is none.
  std::vector<FunctionId> calleesOf(BodyId body, const Event& event) {
    const TargetSetId targets = program_.bodies[body].targets;
    std::vector<FunctionId> functions{event.callee};
    TypeId object_class = objectType(program_.symbols, event.object->type);
    if (object_class == no_id) { object_class = program_.symbols.functions[event.callee].owner; }
    if (event.is_virtual && object_class != no_id) {
      functions = dispatch_.candidates(event.callee, object_class, targets);
    }
    std::vector<FunctionId> found;
    for (const FunctionId function : functions) {
      const Resolution resolution = resolve(program_, function, targets);
      for (const NodeId node : resolution.nodes) {
        found.push_back(program_.nodes[node].function);
      }
      if (resolution.nodes.empty()) { found.push_back(function); }
    }
    return found;
  }

  bool takesCallables(FunctionId function) const {
    const auto& parameters = program_.symbols.functions[function].parameters;
    return std::any_of(parameters.begin(), parameters.end(), [&](TypeId type) { return holds(type); });
  }

  bool takesByReference(FunctionId callee, uint32_t parameter) const {
    const auto& parameters = program_.symbols.functions[callee].parameters;
    return parameter < parameters.size() && refersToHolder(parameters[parameter]);
  }

  /// A reference or pointer through which what it refers to can be changed.
  bool refersToHolder(TypeId type) const {
    if (type == no_id) { return false; }
    const TypeFacts& facts = program_.symbols.types[type];
    const bool refers = facts.kind == TypeKind::Reference || facts.kind == TypeKind::Pointer;
    if (!refers || facts.is_rvalue || facts.pointee == no_id) { return false; }
    // A class is one type with and without `const`; what refers to it is not.
    const bool constant = program_.symbols.text(facts.spelling).starts_with("const ");
    const bool is_pointer = program_.symbols.types[facts.pointee].kind == TypeKind::Function;
    return !constant && !is_pointer && holds(facts.pointee);
  }

  /// Nobody sees what is passed: no call of the function is visible, or code calls it that is not.
  void addUnknownParameters() {
    for (SlotId slot = 0; slot < slots_.count(); ++slot) {
      const FunctionId function = slots_.parameterOf(slot);
      if (function == no_id) { continue; }
      const auto& overrides = program_.symbols.functions[function].overrides;
      const bool called_from_outside =
          taken_[function] != 0 || std::any_of(overrides.begin(), overrides.end(), [&](FunctionId base) {
            return program_.symbols.functions[base].external;
          });
      const bool never_called = !slots_.isLate(slot) && !stores_.hasSource(slot);
      if (called_from_outside || never_called) { stores_.addUnknown(slot); }
    }
  }

  // ---- what is read

  void fillIn(BodyId body, Event& event) {
    if (event.kind != EventKind::Call && event.kind != EventKind::Construct) { return; }
    const bool through_value = event.kind == EventKind::Call && callsValue(program_.symbols, event);
    if (through_value && event.object) { fillInObject(body, event); }
    for (Value& argument : event.arguments) {
      if (argument.callables.empty() && isCallable(argument.type)) {
        fillIn(argument, slots_.of(body, argument));
      }
    }
  }

  void fillInObject(BodyId body, Event& event) {
    if (!event.object->callables.empty()) { return; }
    const FunctionId function = functionOf(body);
    std::vector<SlotId> sources = slots_.of(body, *event.object);
    if (const auto own = ownParameter(program_.symbols, function, *event.object)) {
      if (!program_.symbols.functions[function].coroutine) { return; }
      // Whoever awaits the call runs what it passes.
      sources = {slots_.ofLateParameter(function, *own)};
    }
    fillIn(event.object.edit(), sources);
  }

  void fillIn(Value& value, const std::vector<SlotId>& sources) {
    std::set<FunctionId> functions;
    const bool all_known =
        !sources.empty() && std::all_of(sources.begin(), sources.end(),
                                        [&](SlotId source) { return stores_.collect(source, functions); });
    if (all_known) { value.callables = PackedVector<FunctionId>(functions.begin(), functions.end()); }
  }

  Program& program_;
  CallableSlots slots_;
  Dispatch dispatch_;
  const std::vector<char> holds_; // by TypeId
  std::vector<char> taken_;       // by FunctionId: passed around, so that anybody may call it
  Stores stores_;
};

} // namespace

static bool runsObject(const Symbols& symbols, const FunctionFacts& function) {
  if (!function.external || function.owner == no_id) { return false; }
  return symbols.text(function.name).ends_with("::operator()") && wrapsCallable(symbols, function.owner);
}

bool callsValue(const Symbols& symbols, const Event& event) {
  return event.callee == no_id || runsObject(symbols, symbols.functions[event.callee]);
}

std::vector<char> functionsThatRunObject(const Symbols& symbols) {
  std::vector<char> run(symbols.functions.size(), 0);
  for (FunctionId function = 0; function < run.size(); ++function) {
    run[function] = static_cast<char>(runsObject(symbols, symbols.functions[function]));
  }
  return run;
}

std::optional<uint32_t> ownParameter(const Symbols& symbols, FunctionId function, const Value& value) {
  constexpr std::string_view prefix = "param:";
  const std::string_view path = symbols.text(value.path);
  if (!path.starts_with(prefix)) { return std::nullopt; }
  const auto& names = symbols.functions[function].parameter_names;
  for (uint32_t i = 0; i < names.size(); ++i) {
    if (symbols.text(names[i]) == path.substr(prefix.size())) { return i; }
  }
  return std::nullopt;
}

void resolveCallables(Program& program) {
  Resolver(program).run();
}

} // namespace nostall
