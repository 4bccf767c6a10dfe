#include "analysis/reach/blocking_calls.h"

#include "analysis/modes/object_modes.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace nostall {

/// The rule for functions that are only declared to block, by annotation or attribute.
static constexpr std::string_view declared_rule = "blocking-wait";

Severity levelOf(const BlockEntry& entry, Severity rule) {
  Severity level = std::min(rule, entry.severity.value_or(rule));
  if (entry.cost == Cost::Short) { level = Severity::Note; }
  return entry.approximate ? lowered(level) : level;
}

namespace {

class Finder {
public:
  Finder(const Program& program, const Classes& classes, const Matcher& matcher,
         const std::vector<ActiveRule>& rules, int64_t short_wait)
      : program_(program), classes_(classes), matcher_(matcher), rules_(rules), short_wait_(short_wait),
        modes_(program, matcher, classes.outlines), found_(rules.size()),
        some_marked_(std::ranges::any_of(classes.marks, &Marks::may_block)) {
    for (uint32_t i = 0; i < rules.size(); ++i) {
      index_[rules[i].rule->id] = i;
    }
  }

  BlockingCalls find() {
    for (BodyId body = 0; body < program_.bodies.size(); ++body) {
      const bool may_have = some_marked_ || classes_.outlines.has(body, Holds::Blocks);
      if (may_have && classes_.roles[program_.bodies[body].node] != Role::Stop) { findIn(body); }
    }
    return std::move(found_);
  }

private:
  void findIn(BodyId body) {
    const PackedVector<Event>& events = program_.bodies[body].body.events;
    for (EventId id = 0; id < events.size(); ++id) {
      const Event& event = events[id];
      const bool is_call = event.kind == EventKind::Call || event.kind == EventKind::Construct ||
                           event.kind == EventKind::Destroy;
      if (!is_call || event.callee == no_id) { continue; }
      if (!matcher_.mentions(event).blocks && !classes_.marks[event.callee].may_block &&
          !isMatched(body, id)) {
        continue;
      }
      const bool empty = event.kind == EventKind::Destroy && classes_.outlines.isEmptyEnd(body, id);
      if (empty || yieldsAwaitable(event, classes_)) { continue; }
      if (matcher_.neverBlocks(event.callee) || classes_.marks[event.callee].never_blocks) { continue; }
      const ModeQuery modes = [&](const Value& object, Mode mode) {
        return modes_.holds(body, id, object, mode);
      };
      for (const BlockEntry* entry : matcher_.blocks(event, modes)) {
        add(body, id, *entry);
      }
      addMatches(body, id);
      if (classes_.marks[event.callee].may_block) { addDeclared(body, id); }
    }
  }

  bool isMatched(BodyId body, EventId event) const {
    return std::ranges::any_of(program_.bodies[body].body.matches,
                               [&](const MatchHit& hit) { return hit.event == event; });
  }

  void addMatches(BodyId body, EventId event) {
    for (const MatchHit& hit : program_.bodies[body].body.matches) {
      if (hit.event != event) { continue; }
      for (const BlockEntry* entry : matcher_.blocksMatching(program_.symbols.text(hit.expression))) {
        add(body, event, *entry);
      }
    }
  }

  void add(BodyId body, EventId event, const BlockEntry& entry) {
    const auto rule = index_.find(entry.rule);
    if (rule == index_.end() || !entry.enabled) { return; }
    Severity level = levelOf(entry, rules_[rule->second].severity);
    if (isShort(program_.bodies[body].body.events[event], entry)) { level = Severity::Note; }
    add(rule->second, {.body = body, .event = event, .entry = &entry, .level = level});
  }

  /// The longest duration among the arguments is a constant below the threshold.
  bool isShort(const Event& event, const BlockEntry& entry) const {
    int64_t longest = timeOf(event, entry);
    for (const Value& argument : event.arguments) {
      if (argument.constant == ConstantKind::Duration) { longest = std::max(longest, argument.number); }
    }
    return longest > 0 && longest < short_wait_;
  }

  /// In nanoseconds; 0 when the entry knows of no number, or it is no constant.
  static int64_t timeOf(const Event& event, const BlockEntry& entry) {
    if (!entry.time || entry.time->argument >= event.arguments.size()) { return 0; }
    const Value& number = event.arguments[entry.time->argument];
    const bool counts = number.constant == ConstantKind::Integer && number.number > 0;
    return counts && number.number < INT64_MAX / entry.time->unit ? number.number * entry.time->unit : 0;
  }

  void addDeclared(BodyId body, EventId event) {
    const auto rule = index_.find(declared_rule);
    if (rule == index_.end()) { return; }
    add(rule->second, {.body = body, .event = event, .level = rules_[rule->second].severity});
  }

  /// Of several entries for one call the one that is certain decides.
  void add(uint32_t rule, const BlockingCall& call) {
    std::vector<BlockingCall>& calls = found_[rule];
    const bool same_call =
        !calls.empty() && calls.back().body == call.body && calls.back().event == call.event;
    if (!same_call) {
      calls.push_back(call);
    } else if (call.level > calls.back().level) {
      calls.back() = call;
    }
  }

  const Program& program_;
  const Classes& classes_;
  const Matcher& matcher_;
  const std::vector<ActiveRule>& rules_;
  const int64_t short_wait_;
  const ObjectModes modes_;
  std::map<std::string_view, uint32_t> index_;
  BlockingCalls found_;
  const bool some_marked_; // annotated or attributed as blocking
};

} // namespace

BlockingCalls findBlockingCalls(const Program& program, const Classes& classes, const Matcher& matcher,
                                const std::vector<ActiveRule>& rules, const AnalysisOptions& options) {
  return Finder(program, classes, matcher, rules, options.short_wait).find();
}

LeafEvents leafEvents(const Classes& classes, const BlockingCalls& calls) {
  LeafEvents leaves = classes.outlines.emptyEndsOfAll();
  for (const std::vector<BlockingCall>& of_rule : calls) {
    for (const BlockingCall& call : of_rule) {
      const bool sure = call.entry != nullptr && !call.entry->approximate && call.level > Severity::Note;
      if (sure) { leaves.emplace_back(call.body, call.event); }
    }
  }
  std::sort(leaves.begin(), leaves.end());
  return leaves;
}

} // namespace nostall
