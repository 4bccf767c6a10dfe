// Which locks are held at each point of a body.
#pragma once

#include "analysis/locks/lock_operations.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace nostall {

struct LockState {
  uint64_t held = 0;            ///< acquisitions that may be held
  uint64_t free = ~uint64_t{0}; ///< slots that may hold nothing
  /// Slots whose hold from before the body may be there still, and may be gone.
  uint64_t kept = ~uint64_t{0};
  uint64_t lost = 0;

  bool join(const LockState& other) {
    const LockState old = *this;
    held |= other.held;
    free |= other.free;
    kept |= other.kept;
    lost |= other.lost;
    return !(old == *this);
  }
  bool operator==(const LockState&) const = default;

  bool mayHold(uint32_t acquisition) const { return ((held >> acquisition) & 1) != 0; }
  bool mayBeFree(uint32_t slot) const { return ((free >> slot) & 1) != 0; }
};

class LockFlow {
public:
  /// Both must outlive this, and `operations` must be those of the body.
  LockFlow(const Body& body, const LockOperations& operations);

  /// Calls `visit(state, event)` with what holds before each event that is reached.
  template <typename Visit>
  void visit(const Visit& visit) const;
  /// What the body leaves to its callers: effects on what it did not make itself.
  std::vector<LockEffect> effects() const;

private:
  void collectEnds();
  void step(LockState& state, EventId event) const;
  void apply(LockState& state, const LockOperation& operation) const;
  void branch(LockState& state, BlockId block, size_t way) const;
  void answer(LockState& state, const BranchTest& test, bool first) const;
  void acquire(LockState& state, uint32_t slot, uint32_t acquisition) const;
  void release(LockState& state, uint32_t slot) const;
  void pass(LockState& state, uint32_t from, uint32_t to, uint32_t acquisition,
            const LockState& before) const;
  std::optional<LockQuestion> questionOf(const Value& value) const;

  const Body& body_;
  const LockOperations& operations_;
  std::vector<uint64_t> of_slot_; // by slot: its acquisitions
  /// By the first block of a handler: slots that end within its try statement, however that is left.
  std::map<BlockId, std::vector<uint32_t>> ended_before_;
  std::vector<std::optional<LockState>> before_;
};

} // namespace nostall

#include "analysis/bodies/flow.h"

namespace nostall {

template <typename Visit>
void LockFlow::visit(const Visit& visit) const {
  visitFlow(body_, before_, [this](LockState& state, EventId event) { step(state, event); }, visit);
}

} // namespace nostall
