// Keys of functions -> small numbers, in the order of their first mention.
#pragma once

#include "program/interner.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// A program has a key for each function. The frontend's are 32 hexadecimal digits, and are kept as the
/// number that those are.
class KeyTable {
public:
  KeyTable() : slots_(1024), texts_(others_) {}

  uint32_t add(std::string_view key);
  /// The same, faster: one number for each of the keys.
  std::vector<uint32_t> add(const std::vector<std::string_view>& keys);

private:
  struct Digits {
    uint64_t high = 0;
    uint64_t low = 0;
    bool operator==(const Digits&) const = default;
  };
  struct Slot {
    uint32_t at = UINT32_MAX; // into known_
    uint32_t low = 0;         // a part of the digits: most comparisons end here
  };
  struct Known {
    Digits digits;
    uint32_t number = 0;
  };

  static std::optional<Digits> digitsOf(std::string_view key);
  uint32_t add(const Digits& digits);
  uint32_t addText(std::string_view key);
  size_t slotOf(const Digits& digits) const;
  void grow();

  uint32_t next_ = 0;
  std::vector<Known> known_; // keys that are digits
  std::vector<Slot> slots_;  // of known_
  std::vector<std::string> others_;
  Interner texts_;                      // of others_
  std::vector<uint32_t> other_numbers_; // by StringId of texts_
};

} // namespace nostall
