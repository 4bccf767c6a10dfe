#include "program/key_table.h"

namespace nostall {

static constexpr size_t digits_of_half = 16;

static std::optional<uint64_t> numberOf(std::string_view digits) {
  uint64_t number = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    if (!decimal && (c < 'a' || c > 'f')) { return std::nullopt; }
    number = number << 4U | static_cast<uint64_t>(decimal ? c - '0' : c - 'a' + 10);
  }
  return number;
}

std::optional<KeyTable::Digits> KeyTable::digitsOf(std::string_view key) {
  if (key.size() != 2 * digits_of_half) { return std::nullopt; }
  const std::optional<uint64_t> high = numberOf(key.substr(0, digits_of_half));
  const std::optional<uint64_t> low = numberOf(key.substr(digits_of_half));
  if (!high || !low) { return std::nullopt; }
  return Digits{*high, *low};
}

std::vector<uint32_t> KeyTable::add(const std::vector<std::string_view>& keys) {
  // The table is bigger than the caches: its lines are asked for before the first is needed.
  std::vector<std::optional<Digits>> digits;
  digits.reserve(keys.size());
  for (const std::string_view key : keys) {
    digits.push_back(digitsOf(key));
    if (digits.back()) { __builtin_prefetch(&slots_[digits.back()->high & (slots_.size() - 1)]); }
  }
  std::vector<uint32_t> numbers;
  numbers.reserve(keys.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    numbers.push_back(digits[i] ? add(*digits[i]) : addText(keys[i]));
  }
  return numbers;
}

uint32_t KeyTable::add(std::string_view key) {
  const std::optional<Digits> digits = digitsOf(key);
  return digits ? add(*digits) : addText(key);
}

uint32_t KeyTable::addText(std::string_view key) {
  const StringId text = texts_.add(key);
  if (text >= other_numbers_.size()) { other_numbers_.resize(text + 1, no_id); }
  if (other_numbers_[text] == no_id) { other_numbers_[text] = next_++; }
  return other_numbers_[text];
}

uint32_t KeyTable::add(const Digits& digits) {
  Slot& slot = slots_[slotOf(digits)];
  if (slot.at != UINT32_MAX) { return known_[slot.at].number; }
  slot = {static_cast<uint32_t>(known_.size()), static_cast<uint32_t>(digits.low)};
  known_.push_back({digits, next_});
  if (known_.size() * 3 > slots_.size() * 2) { grow(); }
  return next_++;
}

/// The digits are a hash: any of them tell where to look.
size_t KeyTable::slotOf(const Digits& digits) const {
  const size_t mask = slots_.size() - 1;
  size_t at = digits.high & mask;
  while (slots_[at].at != UINT32_MAX) {
    const Slot& slot = slots_[at];
    if (slot.low == static_cast<uint32_t>(digits.low) && known_[slot.at].digits == digits) { break; }
    at = (at + 1) & mask;
  }
  return at;
}

void KeyTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (uint32_t i = 0; i < known_.size(); ++i) {
    slots_[slotOf(known_[i].digits)] = {i, static_cast<uint32_t>(known_[i].digits.low)};
  }
}

} // namespace nostall
