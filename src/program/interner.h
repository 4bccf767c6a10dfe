// Strings -> small numbers, in the order of their first mention.
#pragma once

#include "model/facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Holds no copy of its strings: they live in the table it was made for, which may grow and move.
class Interner {
public:
  /// `strings` must outlive the interner and be changed by nobody else. Gets "" as its first string.
  explicit Interner(std::vector<std::string>& strings);

  StringId add(std::string_view text);
  /// `hash` is that of the text.
  StringId add(std::string&& text, uint32_t hash);

  static uint32_t hashOf(std::string_view text);
  /// Asks for the memory that a string of this hash needs: the table is bigger than the caches.
  void prefetch(uint32_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

private:
  /// The hash stands beside the id: most comparisons end there.
  struct Slot {
    StringId id = no_id;
    uint32_t hash = 0;
  };

  size_t slotOf(std::string_view text, uint32_t hash) const;
  StringId insert(size_t slot, std::string&& text, uint32_t hash);
  void grow();

  std::vector<std::string>& strings_;
  std::vector<Slot> slots_;
};

} // namespace nostall
