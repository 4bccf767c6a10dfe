#include "analysis/tasks/lost_tasks.h"

#include "analysis/bodies/body_flow.h"
#include "analysis/contexts/local_uses.h"
#include "analysis/contexts/task_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace nostall {
namespace {

std::string byStart(const char* what, Start start) {
  const std::string name = what;
  const std::string separator = name.empty() ? "" : "_";
  if (start == Start::Lazy) { return name + separator + "lazy"; }
  return start == Start::Eager ? name + separator + "eager" : name;
}

/// What a structured binding takes apart.
constexpr std::string_view nameless_local = "local:@";

/// In any way but by its end.
bool isMentioned(const Symbols& symbols, const Body& body, std::string_view path) {
  const auto is_it = [&](const Value& value) {
    const std::string_view text = symbols.text(value.path);
    return text.starts_with(path) && (text.size() == path.size() || text[path.size()] == '.');
  };
  return std::ranges::any_of(body.events, [&](const Event& event) {
    return event.kind != EventKind::Destroy &&
           (is_it(*event.object) || std::ranges::any_of(event.arguments, is_it));
  });
}

/// A local that takes what a call returns.
struct Holder {
  EventId maker = 0;
  EventId source = 0; ///< the call itself, which may make a tuple of several
  PathId local = 0;
  TypeId type = no_id;
};

/// What was seen of one written place in all instantiations of its template.
struct Judgement {
  bool used = false;
  std::optional<Spot> spot;
};

class LostTaskFinder {
public:
  LostTaskFinder(const BodyRules& input, uint32_t rule)
      : program_(input.program), symbols_(input.program.symbols), matcher_(input.matcher),
        outlines_(input.classes.outlines), types_(input.program, input.matcher, input.classes), rule_(rule) {}

  std::vector<Spot> find() {
    for (BodyId body = 0; body < program_.bodies.size(); ++body) {
      const bool tasks = outlines_.has(body, Holds::Tasks);
      if (tasks) { findDiscarded(body); }
      if (outlines_.has(body, Holds::Callables)) {
        findDroppedByWrappers(body);
        findDroppedByHandlers(body);
      }
      if (tasks) {
        findHeld(body);
        findHeldParts(body);
      }
    }
    for (auto& [place, judgement] : held_) {
      if (!judgement.used && judgement.spot) { spots_.push_back(std::move(*judgement.spot)); }
    }
    return std::move(spots_);
  }

private:
  const Body& bodyOf(BodyId id) const { return program_.bodies[id].body; }
  const std::string& display(FunctionId function) const {
    static const std::string unknown = "a function object";
    return function == no_id ? unknown : symbols_.text(symbols_.functions[function].display);
  }
  std::string nameOfCallee(const Body& code, const Event& event) const;
  Spot spotAt(BodyId body, EventId event, std::string variant) const;

  void findDiscarded(BodyId body);
  void addDiscarded(BodyId body, EventId event, const TaskType& type, bool on_purpose);
  TypeId wrapperOf(const Event& event) const;
  void findDroppedByWrappers(BodyId body);
  void findDroppedByHandlers(BodyId body);
  bool ignoresResult(const Event& event, uint32_t callable) const;
  void findHeld(BodyId body);
  void findHeldParts(BodyId body);
  bool isHeldInVain(const TaskType& type) const;
  std::optional<Holder> holderAt(const Body& body, EventId event) const;
  void judge(BodyId body, const Holder& holder);
  std::optional<EventId> wayWithoutUse(const Body& body, const Holder& holder,
                                       const std::vector<LocalUse>& uses) const;

  const Program& program_;
  const Symbols& symbols_;
  const Matcher& matcher_;
  const Outlines& outlines_;
  TaskTypes types_;
  uint32_t rule_;
  std::vector<Spot> spots_;
  std::map<std::tuple<FileId, uint32_t, uint32_t>, Judgement> held_;
};

/// The function, or the variable that holds it: `handlers[name]()` calls "handlers".
std::string LostTaskFinder::nameOfCallee(const Body& code, const Event& event) const {
  const bool through_object =
      event.callee == no_id ||
      (symbols_.functions[event.callee].external &&
       lastName(symbols_.text(symbols_.functions[event.callee].name)) == "operator()");
  if (!through_object) { return display(event.callee); }
  PathId path = event.object->path;
  if (path == 0 && event.object->from != no_id) { path = code.events[event.object->from].object->path; }
  const std::string variable = variableOf(symbols_.text(path));
  return variable.empty() ? display(event.callee) : variable;
}

Spot LostTaskFinder::spotAt(BodyId body, EventId id, std::string variant) const {
  const Event& event = bodyOf(body).events[id];
  Spot spot;
  spot.rule = rule_;
  spot.body = body;
  spot.event = id;
  spot.variant = std::move(variant);
  spot.callee = nameOfCallee(bodyOf(body), event);
  const TypeId type = types_.resultType(event);
  spot.task_type = type;
  if (type != no_id) { spot.type = symbols_.text(symbols_.types[type].spelling); }
  return spot;
}

// ---------------------------------------------------------------------------------------------------
// Discarded

void LostTaskFinder::findDiscarded(BodyId body) {
  const Body& code = bodyOf(body);
  for (EventId id = 0; id < code.events.size(); ++id) {
    const Event& event = code.events[id];
    if (assignsToIgnore(symbols_, event) && event.arguments[0].from != no_id) {
      const EventId maker = event.arguments[0].from;
      addDiscarded(body, maker, types_.resultOf(code.events[maker]), true);
    }
    if (event.discarded) { addDiscarded(body, id, types_.resultOf(event), event.cast_to_void); }
  }
}

/// An eager task that is thrown away on purpose is detached, and so is one whose promise sees to itself.
void LostTaskFinder::addDiscarded(BodyId body, EventId event, const TaskType& type, bool on_purpose) {
  const bool detached = type.forgets || (on_purpose && type.start == Start::Eager);
  if (!type.isLost() || detached || type.on_destroy == OnDestroy::Wait) { return; }
  const bool cancelled = type.on_destroy == OnDestroy::Cancel;
  Spot spot = spotAt(body, event, cancelled ? "cancelled" : byStart("", type.start));
  const bool unsure = type.by_promise || (on_purpose && type.start == Start::Unknown);
  spot.lowered = unsure ? 1 : 0;
  spots_.push_back(std::move(spot));
}

/// What the event makes, or assigns to.
TypeId LostTaskFinder::wrapperOf(const Event& event) const {
  if (event.kind == EventKind::Construct) { return event.type; }
  const bool assigns = event.kind == EventKind::Call && event.callee != no_id &&
                       lastName(symbols_.text(symbols_.functions[event.callee].name)) == "operator=";
  return assigns ? objectType(symbols_, event.object->type) : no_id;
}

/// `std::function<void()> f = coroutine;`: each call of f makes a task and drops it.
void LostTaskFinder::findDroppedByWrappers(BodyId body) {
  const Body& code = bodyOf(body);
  for (EventId id = 0; id < code.events.size(); ++id) {
    const Event& event = code.events[id];
    const TypeId stored_in = wrapperOf(event);
    if (stored_in == no_id || event.arguments.empty()) { continue; }
    const TypeFacts& wrapper = symbols_.types[stored_in];
    if (wrapper.is_lambda || wrapper.arguments.empty()) { continue; }
    const TypeFacts& signature = symbols_.types[wrapper.arguments[0]];
    const bool drops = signature.kind == TypeKind::Function && signature.pointee != no_id &&
                       symbols_.text(symbols_.types[signature.pointee].name) == "void";
    const auto& callables = event.arguments[0].callables;
    if (!drops || callables.size() != 1) { continue; }
    const TypeId result = symbols_.functions[callables[0]].result;
    const TaskType& type = types_.of(result);
    if (type.kind != TaskKind::Task || type.forgets) { continue; }
    Spot spot = spotAt(body, id, byStart("callable", type.start));
    spot.callee = display(callables[0]);
    spot.task_type = result;
    spot.type = symbols_.text(symbols_.types[result].spelling);
    spot.object = symbols_.text(wrapper.spelling);
    spot.lowered = type.start == Start::Lazy ? 0 : 1;
    spots_.push_back(std::move(spot));
  }
}

bool LostTaskFinder::ignoresResult(const Event& event, uint32_t callable) const {
  const std::array entries = {matcher_.isCallback(event, callable), matcher_.runsElsewhere(event, callable),
                              matcher_.drops(event, callable)};
  return std::ranges::any_of(
      entries, [](const CallableEntry* entry) { return entry != nullptr && entry->ignores_result; });
}

/// `timer.async_wait([](std::error_code) -> awaitable<void> { ... })`: who calls it wants nothing back.
void LostTaskFinder::findDroppedByHandlers(BodyId body) {
  const Body& code = bodyOf(body);
  for (EventId id = 0; id < code.events.size(); ++id) {
    const Event& event = code.events[id];
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      const auto& callables = event.arguments[i].callables;
      if (callables.size() != 1 || !ignoresResult(event, i)) { continue; }
      const TypeId result = symbols_.functions[callables[0]].result;
      const TaskType& type = types_.of(result);
      if (type.kind != TaskKind::Task || type.forgets) { continue; }
      Spot spot = spotAt(body, id, byStart("handler", type.start));
      spot.task_type = result;
      spot.type = symbols_.text(symbols_.types[result].spelling);
      spots_.push_back(std::move(spot));
    }
  }
}

// ---------------------------------------------------------------------------------------------------
// Held

void LostTaskFinder::findHeld(BodyId body) {
  const Body& code = bodyOf(body);
  if (symbols_.functions[code.function].uninstantiated) { return; }
  std::set<PathId> seen;
  for (EventId id = 0; id < code.events.size(); ++id) {
    const std::optional<Holder> holder = holderAt(code, id);
    if (holder && seen.insert(holder->local).second) { judge(body, *holder); }
  }
}

std::optional<Holder> LostTaskFinder::holderAt(const Body& body, EventId id) const {
  const Event& event = body.events[id];
  const std::string_view target = symbols_.text(event.target);
  if (event.kind != EventKind::Call || !target.starts_with("local:")) { return std::nullopt; }
  TypeId type = types_.resultType(event);
  EventId source = id;
  const bool binds =
      !event.arguments.empty() && symbols_.text(event.arguments[0].path).starts_with(nameless_local) &&
      event.callee != no_id && lastName(symbols_.text(symbols_.functions[event.callee].name)) == "get";
  if (binds) {
    // A part of a tuple that a structured binding names: the tuple itself must come from a call.
    const auto made = std::ranges::find_if(
        body.events, [&](const Event& other) { return other.target == event.arguments[0].path; });
    if (made == body.events.end()) { return std::nullopt; }
    type = event.type;
    source = static_cast<EventId>(made - body.events.begin());
  }
  if (!isHeldInVain(binds ? types_.of(type) : types_.resultOf(event))) { return std::nullopt; }
  return Holder{id, source, event.target, type};
}

/// Who holds it and does nothing else has lost it.
bool LostTaskFinder::isHeldInVain(const TaskType& type) const {
  return type.isLost() && !type.generator && !type.shared && !type.forgets &&
         type.on_destroy == OnDestroy::Nothing;
}

/// `auto [first, second] = both();` of an aggregate: its parts are members of a variable without a name.
void LostTaskFinder::findHeldParts(BodyId body) {
  const Body& code = bodyOf(body);
  if (symbols_.functions[code.function].uninstantiated) { return; }
  for (EventId id = 0; id < code.events.size(); ++id) {
    const Event& event = code.events[id];
    if (event.kind != EventKind::Call || event.target == 0 || event.type == no_id) { continue; }
    const std::string_view whole = symbols_.text(event.target);
    const TypeFacts& type = symbols_.types[event.type];
    const bool taken_apart = whole.starts_with(nameless_local) && whole.find('.') == std::string_view::npos;
    if (!taken_apart || type.members.empty()) { continue; }
    Judgement& judgement = held_[{event.at.file, event.at.line, event.at.column}];
    judgement.used = true;
    for (const MemberFacts& member : type.members) {
      const std::string part = std::string(whole) + "." + symbols_.text(member.name);
      const TaskType& task = types_.of(member.type);
      if (!isHeldInVain(task) || isMentioned(symbols_, code, part)) { continue; }
      judgement.used = false;
      judgement.spot = spotAt(body, id, byStart("held", task.start));
      judgement.spot->task_type = member.type;
      judgement.spot->type = symbols_.text(symbols_.types[member.type].spelling);
      judgement.spot->object = symbols_.text(member.name);
      break;
    }
  }
}

void LostTaskFinder::judge(BodyId body, const Holder& holder) {
  const Body& code = bodyOf(body);
  const Event& maker = code.events[holder.maker];
  const std::vector<LocalUse> uses = usesOfLocal(program_, code, holder.local);
  const auto is = [](UseKind kind) { return [kind](const LocalUse& use) { return use.kind == kind; }; };
  const bool awaited = std::ranges::any_of(uses, is(UseKind::Awaited));
  const bool used = awaited || std::ranges::any_of(uses, is(UseKind::Used));
  const TaskType& type = types_.of(holder.type);
  Judgement& judgement = held_[{maker.at.file, maker.at.line, maker.at.column}];
  const auto keep = [&](Spot spot) {
    spot.callee = nameOfCallee(code, code.events[holder.source]);
    spot.object = variableOf(symbols_.text(holder.local));
    if (!judgement.spot) { judgement.spot = std::move(spot); }
  };
  if (!used) {
    Spot spot = spotAt(body, holder.maker, byStart("held", type.start));
    spot.task_type = holder.type;
    spot.type = symbols_.text(symbols_.types[holder.type].spelling);
    spot.lowered = type.by_promise ? 1 : 0;
    keep(std::move(spot));
    return;
  }
  const std::optional<EventId> way = awaited ? wayWithoutUse(code, holder, uses) : std::nullopt;
  if (!way) {
    judgement.used = true;
    return;
  }
  Spot spot = spotAt(body, holder.maker, byStart("path", type.start));
  spot.at_most = type.start == Start::Eager ? Severity::Warning : Severity::Note;
  if (code.events[*way].kind == EventKind::Return) {
    spot.steps.push_back({body, *way, "leaves without awaiting it"});
  }
  keep(std::move(spot));
}

/// Walks from the call that makes a task to the ends of its local, past no use of it.
class LossyWays {
public:
  LossyWays(const Body& body, const Holder& holder, const std::vector<LocalUse>& uses)
      : body_(body), holder_(holder) {
    for (const LocalUse& use : uses) {
      if (use.kind != UseKind::Ignored) { uses_.insert(use.event); }
    }
    home_ = blockOf(body, holder.maker).value_or(no_id);
    findLoopsWithUses();
  }

  /// The event with which the first such way leaves: a return, the end of the local's scope.
  std::optional<EventId> find() {
    if (home_ == no_id) { return std::nullopt; }
    walk(home_, holder_.maker + 1);
    while (!open_.empty() && !lost_) {
      const BlockId block = open_.back();
      open_.pop_back();
      walk(block, body_.blocks[block].first);
    }
    return lost_;
  }

private:
  /// A loop that awaits the task is expected to run: entering it counts as a use.
  void findLoopsWithUses() {
    in_used_loop_.assign(body_.blocks.size(), 0);
    for (const EventId use : uses_) {
      const BlockId block = blockOf(body_, use).value_or(no_id);
      if (block == no_id) { continue; }
      const std::vector<char> after = reachableFrom(body_, block, Edges::Normal);
      if (after[block] == 0) { continue; }
      for (BlockId other = 0; other < body_.blocks.size(); ++other) {
        const bool circle =
            after[other] != 0 && other != home_ && reachableFrom(body_, other, Edges::Normal)[block] != 0;
        if (circle && after[home_] == 0) { in_used_loop_[other] = 1; }
      }
    }
  }

  void walk(BlockId id, EventId from) {
    const Block& block = body_.blocks[id];
    for (EventId event = from; event < block.first + block.count; ++event) {
      const Event& here = body_.events[event];
      if (uses_.contains(event) || here.kind == EventKind::Throw) { return; }
      if (here.kind == EventKind::Return) { left_by_ = event; }
      const bool ends = here.kind == EventKind::Destroy && here.object->path == holder_.local;
      if (ends) {
        lost_ = left_by_.value_or(event);
        return;
      }
    }
    for (const BlockId next : block.successors) {
      if (next == body_.exit && !hasDestructor()) { lost_ = left_by_.value_or(holder_.maker); }
      if (next != body_.exit && in_used_loop_[next] == 0 && seen_.insert(next).second) {
        open_.push_back(next);
      }
    }
    left_by_.reset();
  }

  bool hasDestructor() const {
    return std::ranges::any_of(body_.events, [&](const Event& event) {
      return event.kind == EventKind::Destroy && event.object->path == holder_.local;
    });
  }

  const Body& body_;
  const Holder& holder_;
  BlockId home_ = no_id;
  std::set<EventId> uses_;
  std::set<BlockId> seen_;
  std::vector<BlockId> open_;
  std::vector<char> in_used_loop_;
  std::optional<EventId> left_by_;
  std::optional<EventId> lost_;
};

std::optional<EventId> LostTaskFinder::wayWithoutUse(const Body& body, const Holder& holder,
                                                     const std::vector<LocalUse>& uses) const {
  return LossyWays(body, holder, uses).find();
}

} // namespace

std::vector<Spot> findLostTasks(const BodyRules& input) {
  const std::optional<uint32_t> rule = ruleOfKind(input.rules, RuleKind::LostTask);
  return rule ? LostTaskFinder(input, *rule).find() : std::vector<Spot>();
}

} // namespace nostall
