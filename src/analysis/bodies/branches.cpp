#include "analysis/bodies/branches.h"

#include "catalog/condition_match.h"

#include <algorithm>

namespace nostall {

namespace {

/// Blocks on a way from `block` back to it that does not leave its loop: itself alone when it heads none.
std::vector<char> loopAround(const Body& body, BlockId block) {
  std::vector<std::vector<BlockId>> incoming(body.blocks.size());
  for (BlockId from = 0; from < body.blocks.size(); ++from) {
    for (const BlockId to : body.blocks[from].successors) {
      incoming[to].push_back(from);
    }
  }
  std::vector<char> inside(body.blocks.size());
  std::vector<BlockId> open;
  inside[block] = 1;
  for (const BlockId before : incoming[block]) {
    // Blocks are in reverse post-order: an edge that goes up closes a loop.
    if (before >= block && inside[before] == 0) { open.push_back(before); }
  }
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (inside[at] != 0) { continue; }
    inside[at] = 1;
    open.insert(open.end(), incoming[at].begin(), incoming[at].end());
  }
  return inside;
}

uint32_t probableSuccessor(const Body& body, BlockId block) {
  const BlockId first = body.blocks[block].successors[0];
  const BlockId second = body.blocks[block].successors[1];
  const std::vector<char> loop = loopAround(body, block);
  if (loop[first] != loop[second]) { return loop[first] != 0 ? 1 : 0; }
  const auto again = [&](BlockId from) { return from == block || reachableFrom(body, from)[block] != 0; };
  const bool first_again = again(first);
  if (first_again != again(second)) { return first_again ? 1 : 0; }
  const Boxed<BranchTest>& test = body.blocks[block].test;
  return test && test->negated ? 1 : 0;
}

bool saysAnything(const Value& value) {
  return value.constant != ConstantKind::None || !value.names.empty() || value.path != 0 ||
         value.from != no_id;
}

class Asked {
public:
  Asked(const Body& body, const Symbols& symbols, EventId event)
      : body_(body), symbols_(symbols), event_(event) {}

  /// The value is the call's result, or the variable that it was put into last.
  bool isResult(const Value& value, BlockId at) const {
    if (value.from == event_) { return true; }
    const PathId kept = body_.events[event_].target;
    if (value.path == 0 || value.path != kept) { return false; }
    const Block& block = body_.blocks[at];
    for (EventId later = block.first + block.count; later-- > event_ + 1;) {
      const Event& event = body_.events[later];
      const bool replaced =
          event.target == kept || (event.kind == EventKind::Write && event.object->path == kept);
      if (replaced && !isOwnWrite(event)) { return false; }
    }
    return true;
  }

  /// The value is what some call made of the result.
  bool isMadeOfResult(const Value& value) const {
    if (value.from == no_id || value.from >= body_.events.size()) { return false; }
    const Event& made = body_.events[value.from];
    const auto is = [&](const Value& part) { return part.from == event_; };
    return is(*made.object) || std::any_of(made.arguments.begin(), made.arguments.end(), is);
  }

  /// The successor of a block whose test asks for the result; none when it does not tell.
  std::optional<uint32_t> successorWith(const BranchTest& test, const CallResults& answer,
                                        const CallResults& others) const {
    if (test.ordered) { return std::nullopt; }
    const uint32_t equal = test.negated ? 1 : 0;
    if (!saysAnything(test.compared_with)) {
      if (answer.isEmpty()) { return equal; }
      // Tested for truth: another number than 0.
      if (answer.numbers.empty()) { return std::nullopt; }
      const bool is_zero = std::find(answer.numbers.begin(), answer.numbers.end(), 0) != answer.numbers.end();
      return is_zero ? 1 - equal : equal;
    }
    const Value& with = test.compared_with;
    const bool known = with.constant != ConstantKind::None || !with.names.empty();
    if (!known) { return std::nullopt; }
    const bool is_zero = with.constant == ConstantKind::Integer && with.number == 0;
    if (answer.isEmpty()) { return is_zero ? 1 - equal : equal; }
    if (isAnswer(answer, with, symbols_)) { return equal; }
    return isAnswer(others, with, symbols_) ? std::optional<uint32_t>(1 - equal) : std::nullopt;
  }

private:
  bool isOwnWrite(const Event& event) const {
    return !event.arguments.empty() && event.arguments[0].from == event_;
  }

  const Body& body_;
  const Symbols& symbols_;
  const EventId event_;
};

} // namespace

std::vector<BranchEdge> edgesWith(const Body& body, const Symbols& symbols, EventId event,
                                  const CallResults& answer, const CallResults& others) {
  const Asked asked(body, symbols, event);
  std::vector<BranchEdge> edges;
  for (BlockId id = 0; id < body.blocks.size(); ++id) {
    const Block& block = body.blocks[id];
    if (!block.test || block.successors.size() != 2 || !asked.isResult(block.test->value, id)) { continue; }
    if (const auto successor = asked.successorWith(*block.test, answer, others)) {
      edges.push_back({id, *successor});
    }
  }
  return edges;
}

std::vector<BranchEdge> edgesProbablyWith(const Body& body, const Symbols& symbols, EventId event) {
  const Asked asked(body, symbols, event);
  const std::optional<BlockId> own = blockOf(body, event);
  std::vector<BranchEdge> edges;
  for (BlockId id = 0; id < body.blocks.size(); ++id) {
    const Block& block = body.blocks[id];
    if (block.successors.size() != 2) { continue; }
    const bool asks = block.test ? asked.isResult(block.test->value, id) ||
                                       asked.isMadeOfResult(block.test->value) ||
                                       asked.isResult(block.test->compared_with, id)
                                 : own == id;
    if (asks) { edges.push_back({id, probableSuccessor(body, id)}); }
  }
  return edges;
}

} // namespace nostall
