#include "analysis/awaits/await_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

namespace nostall {
namespace {

class Handlers {
public:
  Handlers(const Program& program, const Body& body) : symbols_(program.symbols), body_(body) {}

  /// The first await around which a handler eats everything and goes on, for each such handler.
  std::vector<EventId> find() const;

private:
  std::vector<char> reachable(BlockId from, BlockId without) const;
  std::optional<EventId> awaitUnder(BlockId handler) const;
  bool isTakenBefore(BlockId handler) const;
  bool looksAtIt(const std::vector<char>& region) const;
  bool goesOn(const std::vector<char>& region) const;
  bool suspends(BlockId block) const;
  template <typename Test>
  bool anyEvent(BlockId block, const Test& test) const {
    const auto first = body_.events.begin() + body_.blocks[block].first;
    return std::any_of(first, first + body_.blocks[block].count, test);
  }

  const Symbols& symbols_;
  const Body& body_;
};

bool isAwait(const Event& event) {
  return event.kind == EventKind::Suspend &&
         (event.suspend == SuspendKind::Await || event.suspend == SuspendKind::Yield);
}

bool Handlers::suspends(BlockId block) const {
  return anyEvent(block, isAwait);
}

std::vector<char> Handlers::reachable(BlockId from, BlockId without) const {
  std::vector<char> reached(body_.blocks.size());
  std::vector<BlockId> open = {from};
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (at == without || at >= reached.size() || reached[at] != 0) { continue; }
    reached[at] = 1;
    const Block& block = body_.blocks[at];
    open.insert(open.end(), block.successors.begin(), block.successors.end());
    open.insert(open.end(), block.handlers.begin(), block.handlers.end());
  }
  return reached;
}

std::optional<EventId> Handlers::awaitUnder(BlockId handler) const {
  for (const Block& block : body_.blocks) {
    if (std::find(block.handlers.begin(), block.handlers.end(), handler) == block.handlers.end()) {
      continue;
    }
    for (EventId id = block.first; id < block.first + block.count; ++id) {
      if (isAwait(body_.events[id])) { return id; }
    }
  }
  return std::nullopt;
}

/// Another handler of the same blocks catches what libraries cancel with.
bool Handlers::isTakenBefore(BlockId handler) const {
  static constexpr std::array<std::string_view, 4> words = {"cancel", "abort", "system_error", "stop"};
  for (const Block& block : body_.blocks) {
    if (std::find(block.handlers.begin(), block.handlers.end(), handler) == block.handlers.end()) {
      continue;
    }
    for (const BlockId other : block.handlers) {
      if (other == handler || body_.blocks[other].catches.empty()) { continue; }
      const TypeId type = objectType(symbols_, body_.blocks[other].catches[0].type);
      std::string name = type == no_id ? std::string() : symbols_.text(symbols_.types[type].name);
      std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
      const auto is_in = [&](std::string_view word) { return name.find(word) != std::string::npos; };
      if (std::any_of(words.begin(), words.end(), is_in)) { return true; }
    }
  }
  return false;
}

bool Handlers::looksAtIt(const std::vector<char>& region) const {
  const auto looks = [&](const Event& event) {
    if (event.kind == EventKind::Throw) { return true; }
    if (event.kind != EventKind::Call || event.callee == no_id) { return false; }
    return symbols_.text(symbols_.functions[event.callee].name).ends_with("current_exception");
  };
  for (BlockId block = 0; block < body_.blocks.size(); ++block) {
    if (region[block] != 0 && anyEvent(block, looks)) { return true; }
  }
  return false;
}

/// From the handler the coroutine comes to another suspension.
bool Handlers::goesOn(const std::vector<char>& region) const {
  for (BlockId block = 0; block < body_.blocks.size(); ++block) {
    if (region[block] == 0) { continue; }
    if (suspends(block)) { return true; }
    for (const BlockId next : body_.blocks[block].successors) {
      if (region[next] != 0) { continue; }
      const std::vector<char> after = reachable(next, no_id);
      for (BlockId later = 0; later < body_.blocks.size(); ++later) {
        if (after[later] != 0 && suspends(later)) { return true; }
      }
    }
  }
  return false;
}

std::vector<EventId> Handlers::find() const {
  std::vector<EventId> found;
  for (BlockId handler = 0; handler < body_.blocks.size(); ++handler) {
    const auto& catches = body_.blocks[handler].catches;
    if (catches.empty() || catches[0].type != no_id) { continue; }
    const std::optional<EventId> await = awaitUnder(handler);
    if (!await || isTakenBefore(handler)) { continue; }
    std::vector<char> region = reachable(handler, no_id);
    const std::vector<char> others = reachable(body_.entry, handler);
    for (BlockId block = 0; block < region.size(); ++block) {
      region[block] = static_cast<char>(region[block] != 0 && others[block] == 0);
    }
    if (!looksAtIt(region) && goesOn(region)) { found.push_back(*await); }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

} // namespace

std::vector<Spot> findSwallowedCancellations(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "swallowed-cancellation");
  if (!rule) { return spots; }
  for (BodyId id = 0; id < input.program.bodies.size(); ++id) {
    const LinkedBody& linked = input.program.bodies[id];
    if (!input.classes.isAsyncCoroutine(linked.node)) { continue; }
    for (const EventId event : Handlers(input.program, linked.body).find()) {
      spots.push_back({.rule = *rule, .body = id, .event = event});
    }
  }
  return spots;
}

} // namespace nostall
