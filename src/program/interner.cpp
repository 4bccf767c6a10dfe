#include "program/interner.h"

#include <functional>
#include <utility>

namespace nostall {

uint32_t Interner::hashOf(std::string_view text) {
  const uint64_t hash = std::hash<std::string_view>{}(text);
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

Interner::Interner(std::vector<std::string>& strings) : strings_(strings), slots_(1024) {
  add(std::string_view());
}

StringId Interner::add(std::string_view text) {
  const uint32_t hash = hashOf(text);
  const size_t slot = slotOf(text, hash);
  return slots_[slot].id != no_id ? slots_[slot].id : insert(slot, std::string(text), hash);
}

StringId Interner::add(std::string&& text, uint32_t hash) {
  const size_t slot = slotOf(text, hash);
  return slots_[slot].id != no_id ? slots_[slot].id : insert(slot, std::move(text), hash);
}

size_t Interner::slotOf(std::string_view text, uint32_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = hash & mask;
  while (slots_[slot].id != no_id) {
    if (slots_[slot].hash == hash && strings_[slots_[slot].id] == text) { break; }
    slot = (slot + 1) & mask;
  }
  return slot;
}

StringId Interner::insert(size_t slot, std::string&& text, uint32_t hash) {
  const auto id = static_cast<StringId>(strings_.size());
  strings_.push_back(std::move(text));
  slots_[slot] = {id, hash};
  if (strings_.size() * 3 > slots_.size() * 2) { grow(); }
  return id;
}

void Interner::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  const size_t mask = slots.size() - 1;
  for (const Slot& known : slots_) {
    if (known.id == no_id) { continue; }
    size_t slot = known.hash & mask;
    while (slots[slot].id != no_id) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = known;
  }
  slots_ = std::move(slots);
}

} // namespace nostall
