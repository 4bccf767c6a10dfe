#include "analysis/modes/mode_effects.h"

#include "analysis/bodies/branches.h"
#include "analysis/bodies/values.h"
#include "analysis/contexts/task_types.h"

#include <algorithm>
#include <string_view>

namespace nostall {

/// Functions that call each other in a circle pass nothing new on after a few rounds.
static constexpr int most_rounds = 8;

PathId handlePath(const Program& program, const Body& body, const Value& object) {
  if (object.path != 0 || object.from == no_id) { return object.path; }
  const Event& made = body.events[object.from];
  const bool is_record = made.type != no_id && program.symbols.types[made.type].kind == TypeKind::Record;
  const bool handle = made.kind == EventKind::Call && made.arguments.empty() && !is_record;
  return handle ? made.object->path : 0;
}

ModeEffects::ModeEffects(const Program& program, const Matcher& matcher, const Outlines& outlines)
    : program_(program) {
  for (BodyId body = 0; body < program.bodies.size(); ++body) {
    if (outlines.has(body, Holds::Modes)) { readEntries(body, matcher); }
    const bool may_await_threads = outlines.has(body, Holds::Awaits) && outlines.has(body, Holds::Callables);
    if (may_await_threads) { addAwaitedThreads(body, matcher); }
  }
  std::vector<BodyId> with_modes;
  for (const auto& [body, modes] : bodies_) {
    with_modes.push_back(body);
  }
  for (const BodyId body : with_modes) {
    summarise(body);
  }
  for (int round = 0; round < most_rounds && passOn(); ++round) {}
  finish();
}

bool ModeEffects::isEither(BodyId body, const ModeChange& change) const {
  const std::vector<ModeChange>& changes = bodies_.at(body).events.changes;
  return std::any_of(changes.begin(), changes.end(), [&](const ModeChange& other) {
    return other.event == change.event && other.path == change.path && other.mode != change.mode;
  });
}

void ModeEffects::readEntries(BodyId body, const Matcher& matcher) {
  const PackedVector<Event>& events = program_.bodies[body].body.events;
  for (EventId event = 0; event < events.size(); ++event) {
    const ModeEntry* entry = matcher.changesMode(events[event]);
    if (entry != nullptr) { addEntry(body, event, *entry); }
  }
}

/// The variable that is awaited itself, or whose method gives what is awaited.
static PathId awaitedPath(const Body& body, const Event& await) {
  const Value& operand = *await.object;
  return operand.path != 0 || operand.from == no_id ? operand.path : body.events[operand.from].object->path;
}

/// A coroutine that awaits what a thread of its own was given a reference to has waited for the thread's end:
///   std::thread worker([&] { work(); done.set(); });  co_await done;  worker.join();
void ModeEffects::addAwaitedThreads(BodyId id, const Matcher& matcher) {
  const Body& body = program_.bodies[id].body;
  std::vector<std::pair<PathId, PathId>> threads; // the variable, and what it refers to
  for (EventId at = 0; at < body.events.size(); ++at) {
    const Event& event = body.events[at];
    if (event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await) {
      const PathId awaited = awaitedPath(body, event);
      for (const auto& [thread, held] : threads) {
        if (held == awaited) { addChange(id, {at, thread, Mode::Ready, false}); }
      }
    }
    const bool makes = event.kind == EventKind::Construct && event.target != 0;
    for (uint32_t i = 0; makes && i < event.arguments.size(); ++i) {
      if (event.arguments[i].callables.empty() || matcher.runsElsewhere(event, i) == nullptr) { continue; }
      for (const FunctionId callable : event.arguments[i].callables) {
        for (const Capture& capture : program_.symbols.functions[callable].captures) {
          if (capture.by_reference && capture.path != 0) { threads.emplace_back(event.target, capture.path); }
        }
      }
    }
  }
}

/// The event that gives what `co_await` of the call's result gives; no_id when nobody awaits it there.
EventId ModeEffects::awaitedResult(const Body& body, EventId call) const {
  EventId awaiter = call;
  for (EventId id = call + 1; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    const bool of_awaiter = event.kind == EventKind::Call && event.implicit && event.callee != no_id &&
                            event.object->from == awaiter;
    if (!of_awaiter) { continue; }
    const std::string_view name =
        lastName(program_.symbols.text(program_.symbols.functions[event.callee].name));
    if (name == "await_resume") { return id; }
    if (name == "operator co_await") { awaiter = id; }
  }
  return no_id;
}

void ModeEffects::addEntry(BodyId id, EventId at, const ModeEntry& entry) {
  using Of = ModeEntry::Of;
  const Body& body = program_.bodies[id].body;
  const Event& event = body.events[at];
  const bool has_argument = entry.argument < event.arguments.size();
  if (entry.of == Of::Parameters) {
    if (!has_argument) { return; }
    for (const FunctionId callable : event.arguments[entry.argument].callables) {
      markParameters(callable);
    }
    return;
  }
  const bool of_result =
      entry.of == Of::Result || (entry.of == Of::Object && event.kind == EventKind::Construct);
  PathId path = event.target;
  if (entry.of == Of::Argument) {
    path = has_argument ? handlePath(program_, body, event.arguments[entry.argument]) : 0;
  } else if (!of_result) {
    path = handlePath(program_, body, *event.object);
  }
  const bool either = path != 0 && entry.mode == Mode::Blocking && isSaidByParameter(event);
  if (either) { addChange(id, {at, path, Mode::Nonblocking, of_result}); }
  if (of_result) {
    addResult(id, at, entry.mode);
  } else if (path != 0 && entry.mode == Mode::Ready) {
    addQuestion(id, {at, path, &entry});
  } else if (path != 0) {
    addChange(id, {at, path, entry.mode, false});
  }
}

/// What the event gives is in the mode, and what `co_await` of it gives. True when it was not known.
bool ModeEffects::addResult(BodyId id, EventId at, Mode mode) {
  const Body& body = program_.bodies[id].body;
  bool learnt = false;
  for (const EventId given : {at, awaitedResult(body, at)}) {
    if (given == no_id) { continue; }
    learnt |= bodies_[id].results.emplace(given, mode).second;
    const PathId target = body.events[given].target;
    if (target != 0) { learnt |= addChange(id, {given, target, mode, true}); }
  }
  return learnt;
}

/// `socket.non_blocking(on)`: the caller of the function says which.
bool ModeEffects::isSaidByParameter(const Event& event) const {
  return std::any_of(event.arguments.begin(), event.arguments.end(), [&](const Value& value) {
    const bool is_parameter = program_.symbols.text(value.path).starts_with("param:");
    if (!is_parameter || value.type == no_id) { return false; }
    const TypeFacts& type = program_.symbols.types[objectType(program_.symbols, value.type)];
    return type.kind == TypeKind::Enum || program_.symbols.text(type.name) == "bool";
  });
}

/// True when it was not known.
bool ModeEffects::addChange(BodyId body, const ModeChange& change) {
  std::vector<ModeChange>& changes = bodies_[body].events.changes;
  const auto first =
      std::lower_bound(changes.begin(), changes.end(), change.event,
                       [](const ModeChange& left, EventId event) { return left.event < event; });
  auto after = first;
  for (; after != changes.end() && after->event == change.event; ++after) {
    if (after->path == change.path && after->mode == change.mode) { return false; }
  }
  changes.insert(after, change);
  return true;
}

bool ModeEffects::addQuestion(BodyId body, const Question& question) {
  std::vector<Question>& known = questions_[body];
  if (std::find(known.begin(), known.end(), question) != known.end()) { return false; }
  known.push_back(question);
  bodies_.try_emplace(body);
  return true;
}

/// What the callable is called with is over.
void ModeEffects::markParameters(FunctionId callable) {
  const FunctionFacts& function = program_.symbols.functions[callable];
  for (NodeId node = program_.first_node[callable]; node < program_.first_node[callable + 1]; ++node) {
    const Node& definition = program_.nodes[node];
    for (BodyId body = definition.first_body; body < definition.first_body + definition.body_count; ++body) {
      for (const Event& event : program_.bodies[body].body.events) {
        const PathId path = event.object->path;
        const std::string_view text = program_.symbols.text(path);
        const bool is_parameter =
            text.starts_with("param:") &&
            std::any_of(function.parameter_names.begin(), function.parameter_names.end(),
                        [&](StringId name) { return text.substr(6) == program_.symbols.text(name); });
        if (is_parameter) { bodies_[body].events.ready_at_entry.push_back(path); }
      }
    }
  }
}

/// One round: from each function to its callers. True when somebody learnt anything.
bool ModeEffects::passOn() {
  if (effects_.empty()) { return false; }
  std::set<BodyId> changed;
  for (const Edge& edge : program_.edges) {
    if (edge.count != 1) { continue; }
    const auto found = effects_.find(edge.first);
    if (found == effects_.end()) { continue; }
    // A copy: the caller may be the callee.
    const std::set<Effect> effects = found->second;
    for (const Effect& effect : effects) {
      if (apply(edge, effect)) { changed.insert(edge.body); }
    }
  }
  bool grown = false;
  for (const BodyId body : changed) {
    grown |= summarise(body);
  }
  return grown;
}

bool ModeEffects::apply(const Edge& edge, const Effect& effect) {
  const Body& body = program_.bodies[edge.body].body;
  const Event& event = body.events[edge.event];
  const bool of_result = effect.on == Effect::On::Result ||
                         (effect.on == Effect::On::Object && event.kind == EventKind::Construct);
  if (of_result) { return addResult(edge.body, edge.event, effect.mode); }
  const bool of_parameter = effect.on == Effect::On::Parameter;
  if (of_parameter && effect.parameter >= event.arguments.size()) { return false; }
  const Value& object = of_parameter ? event.arguments[effect.parameter] : *event.object;
  const PathId path = handlePath(program_, body, object);
  if (path == 0) { return false; }
  if (effect.mode == Mode::Ready) { return addQuestion(edge.body, {edge.event, path, nullptr}); }
  return addChange(edge.body, {edge.event, path, effect.mode, false});
}

/// True when the function does more than was known.
bool ModeEffects::summarise(BodyId body) {
  std::set<Effect> effects;
  addChangeEffects(body, effects);
  addQuestionEffects(body, effects);
  addResultEffects(body, effects);
  if (effects.empty()) { return false; }
  std::set<Effect>& known = effects_[program_.bodies[body].node];
  const size_t before = known.size();
  known.insert(effects.begin(), effects.end());
  return known.size() != before;
}

/// Whose path it is to a caller: parts of an object count as all of it.
bool ModeEffects::effectOn(const Body& body, PathId path, Effect& out) const {
  const std::string_view text = program_.symbols.text(path);
  if (text.starts_with("this.")) {
    out.on = Effect::On::Object;
    return true;
  }
  if (!text.starts_with("param:")) { return false; }
  const std::string_view name = text.substr(6, text.find('.') - 6);
  const FunctionFacts& function = program_.symbols.functions[body.function];
  for (uint32_t index = 0; index < function.parameter_names.size(); ++index) {
    if (program_.symbols.text(function.parameter_names[index]) != name) { continue; }
    // A class object that is handed over by value is another one.
    const TypeId type = index < function.parameters.size() ? function.parameters[index] : no_id;
    if (type != no_id && program_.symbols.types[type].kind == TypeKind::Record) { return false; }
    out.on = Effect::On::Parameter;
    out.parameter = index;
    return true;
  }
  return false;
}

/// The object is made blocking again after it was not.
bool ModeEffects::isPutBack(BodyId id, PathId path) const {
  const Body& body = program_.bodies[id].body;
  const std::vector<ModeChange>& changes = bodies_.at(id).events.changes;
  for (const ModeChange& quick : changes) {
    if (quick.path != path || quick.mode != Mode::Nonblocking) { continue; }
    const std::optional<BlockId> from = blockOf(body, quick.event);
    for (const ModeChange& slow : changes) {
      if (slow.path != path || slow.mode != Mode::Blocking) { continue; }
      const std::optional<BlockId> to = blockOf(body, slow.event);
      if (!from || !to) { continue; }
      if ((*from == *to && slow.event > quick.event) || reachableFrom(body, *from)[*to] != 0) { return true; }
    }
  }
  return false;
}

/// A function that does both, one or the other as its arguments say, is called to leave what objects are
/// by themselves: blocking.
void ModeEffects::addChangeEffects(BodyId id, std::set<Effect>& effects) const {
  const Body& body = program_.bodies[id].body;
  const std::vector<ModeChange>& changes = bodies_.at(id).events.changes;
  for (const ModeChange& change : changes) {
    Effect effect;
    if (change.mode == Mode::Ready || !effectOn(body, change.path, effect)) { continue; }
    const bool quickens = std::any_of(changes.begin(), changes.end(), [&](const ModeChange& other) {
      return other.path == change.path && other.mode == Mode::Nonblocking;
    });
    effect.mode = quickens && !isPutBack(id, change.path) ? Mode::Nonblocking : Mode::Blocking;
    effects.insert(effect);
  }
}

/// `bool isReady(std::future<int>& future)`.
void ModeEffects::addQuestionEffects(BodyId id, std::set<Effect>& effects) const {
  const auto questions = questions_.find(id);
  if (questions == questions_.end()) { return; }
  const Body& body = program_.bodies[id].body;
  const TypeId result = program_.symbols.functions[body.function].result;
  if (result == no_id || program_.symbols.text(program_.symbols.types[result].name) != "bool") { return; }
  for (const Question& question : questions->second) {
    Effect effect{.mode = Mode::Ready};
    if (effectOn(body, question.path, effect)) { effects.insert(effect); }
  }
}

void ModeEffects::addResultEffects(BodyId id, std::set<Effect>& effects) const {
  const Body& body = program_.bodies[id].body;
  const BodyModes& modes = bodies_.at(id);
  for (const Event& event : body.events) {
    if (event.kind != EventKind::Return || event.arguments.empty()) { continue; }
    const Value* value = &behindCopy(program_.symbols, body, event.arguments[0]);
    const auto result = modes.results.find(value->from);
    if (result != modes.results.end()) { effects.insert({.on = Effect::On::Result, .mode = result->second}); }
    const bool is_local = value->path != 0 && program_.symbols.text(value->path).starts_with("local:");
    if (!is_local) { continue; }
    const bool quickens =
        std::any_of(modes.events.changes.begin(), modes.events.changes.end(), [&](const ModeChange& change) {
          return change.path == value->path && change.mode == Mode::Nonblocking;
        });
    if (quickens && !isPutBack(id, value->path)) {
      effects.insert({.on = Effect::On::Result, .mode = Mode::Nonblocking});
    }
  }
}

/// Turns questions into the branches that know the answer.
void ModeEffects::finish() {
  for (const auto& [id, questions] : questions_) {
    const Body& body = program_.bodies[id].body;
    std::vector<ReadyEdge>& edges = bodies_[id].events.ready_edges;
    for (const Question& question : questions) {
      const std::vector<BranchEdge> found = question.entry != nullptr
                                                ? edgesWith(body, program_.symbols, question.event,
                                                            question.entry->answer, question.entry->pending)
                                                : edgesProbablyWith(body, program_.symbols, question.event);
      for (const BranchEdge& edge : found) {
        edges.push_back({edge, question.path});
      }
    }
  }
}

} // namespace nostall
