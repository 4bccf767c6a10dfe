#include "analysis/bodies/outlines.h"

#include "analysis/bodies/object_ends.h"
#include "support/parallel.h"

#include <algorithm>
#include <iterator>

namespace nostall {
namespace {

constexpr uint16_t bit(bool is_set, Holds what) {
  return is_set ? static_cast<uint16_t>(what) : uint16_t{0};
}

/// What types may be; what they are, the passes ask.
class TypeHints {
public:
  TypeHints(const Program& program, const Matcher& matcher)
      : tasks_(program.symbols.types.size(), 0), locks_(program.symbols.types.size(), 0) {
    const std::vector<TypeFacts>& types = program.symbols.types;
    for (TypeId type = 0; type < types.size(); ++type) {
      if (types[type].kind != TypeKind::Record) { continue; }
      const TypeFacts& facts = types[type];
      const bool task = facts.has_promise || facts.awaiter || facts.has_co_await_operator ||
                        program.awaited[type] != 0 || matcher.task(type) != nullptr ||
                        matcher.isAwaitable(type);
      tasks_[type] = static_cast<char>(task);
      locks_[type] = static_cast<char>(facts.lock_result != no_id || matcher.lock(type) != nullptr);
    }
    const std::vector<char> alone = tasks_;
    for (TypeId type = 0; type < types.size(); ++type) {
      const bool has_part = std::ranges::any_of(types[type].members, [&](const MemberFacts& member) {
        return member.type != no_id && alone[member.type] != 0;
      });
      if (has_part) { tasks_[type] = 1; }
    }
    for (TypeId type = 0; type < types.size(); ++type) {
      const TypeId object = objectType(program.symbols, type);
      if (object != no_id) { locks_[type] = locks_[object]; }
    }
  }

  /// By value, or as a member.
  bool mayBeTask(TypeId type) const { return type != no_id && tasks_[type] != 0; }
  /// Also through pointers and references.
  bool mayBeLock(TypeId type) const { return type != no_id && locks_[type] != 0; }

private:
  std::vector<char> tasks_; // by TypeId, as the next one
  std::vector<char> locks_;
};

/// The outlines of some bodies that stand together.
class Part {
public:
  Part(const Program& program, const Matcher& matcher, const TypeHints& hints)
      : program_(program), matcher_(matcher), hints_(hints) {}

  void read(BodyId id, uint16_t& holds) {
    const Body& body = program_.bodies[id].body;
    holds = bit(!body.matches.empty(), Holds::Blocks) | bit(hasLoop(body), Holds::Loops) |
            bit(takesLock(body), Holds::Locks);
    for (const Event& event : body.events) {
      holds |= outlineOf(event);
      if (isCallOfBody(event)) { calls.push_back(event.callee); }
    }
    calls_end.push_back(static_cast<uint32_t>(calls.size()));
    if ((holds & static_cast<uint16_t>(Holds::Ends)) == 0) { return; }
    for (const EventId end : emptyEnds(body, program_.symbols)) {
      empty_ends.emplace_back(id, end);
    }
  }

  std::vector<std::pair<BodyId, EventId>> empty_ends;
  std::vector<FunctionId> calls;
  std::vector<uint32_t> calls_end; ///< by body of the part

private:
  static bool hasLoop(const Body& body) {
    for (BlockId block = 0; block < body.blocks.size(); ++block) {
      const auto& next = body.blocks[block].successors;
      if (std::ranges::any_of(next, [&](BlockId to) { return to <= block; })) { return true; }
    }
    return false;
  }

  /// A guard is handed to the function.
  bool takesLock(const Body& body) const {
    const auto& parameters = program_.symbols.functions[body.function].parameters;
    return std::ranges::any_of(parameters, [&](TypeId type) { return hints_.mayBeLock(type); });
  }

  bool isCallOfBody(const Event& event) const {
    return event.callee != no_id &&
           program_.first_node[event.callee] != program_.first_node[event.callee + 1];
  }

  static bool holdsCallables(const Event& event) {
    return !event.object->callables.empty() ||
           std::ranges::any_of(event.arguments,
                               [](const Value& argument) { return !argument.callables.empty(); });
  }

  uint16_t outlineOf(const Event& event) const {
    const bool is_call = event.kind == EventKind::Call;
    const bool makes = is_call || event.kind == EventKind::Construct;
    const bool locks = makes && (hints_.mayBeLock(event.type) || hints_.mayBeLock(event.object->type));
    const Mentions mentions = matcher_.mentions(event);
    return bit(event.suspend == SuspendKind::Await, Holds::Awaits) |
           bit(event.suspend == SuspendKind::Yield, Holds::Yields) |
           bit(event.kind == EventKind::Destroy, Holds::Ends) | bit(holdsCallables(event), Holds::Callables) |
           bit(mentions.blocks, Holds::Blocks) | bit(mentions.modes, Holds::Modes) |
           bit(mentions.type_effects, Holds::TypeEffects) | bit(mentions.switches, Holds::Switches) |
           bit((is_call && hints_.mayBeTask(event.type)) || mentions.detaches, Holds::Tasks) |
           bit(locks || mentions.lock_calls, Holds::Locks) | bit(mentions.moves, Holds::Moves);
  }

  const Program& program_;
  const Matcher& matcher_;
  const TypeHints& hints_;
};

} // namespace

Outlines::Outlines(const Program& program, const Matcher& matcher) : bodies_(program.bodies.size(), 0) {
  const TypeHints hints(program, matcher);
  std::vector<Part> parts(coresToUse(), Part(program, matcher, hints));
  inParts(bodies_.size(), parts.size(), [&](size_t part, size_t first, size_t last) {
    for (size_t body = first; body < last; ++body) {
      parts[part].read(static_cast<BodyId>(body), bodies_[body]);
    }
  });
  first_call_.reserve(bodies_.size() + 1);
  first_call_.push_back(0);
  for (const Part& part : parts) {
    const auto before = static_cast<uint32_t>(calls_.size());
    std::ranges::transform(part.calls_end, std::back_inserter(first_call_),
                           [&](uint32_t end) { return before + end; });
    calls_.insert(calls_.end(), part.calls.begin(), part.calls.end());
    empty_ends_.insert(empty_ends_.end(), part.empty_ends.begin(), part.empty_ends.end());
  }
}

bool Outlines::isEmptyEnd(BodyId body, EventId event) const {
  return std::binary_search(empty_ends_.begin(), empty_ends_.end(), std::pair(body, event));
}

} // namespace nostall
