// Interns the strings of one unit's facts.
#pragma once

#include "model/facts.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

namespace nostall {

class StringTable {
public:
  /// `strings` outlives the table; ids are given in order of first use.
  explicit StringTable(std::vector<std::string>& strings) : strings_(strings) { id(""); }

  StringId id(llvm::StringRef text) {
    const auto [entry, added] = ids_.try_emplace(text, static_cast<StringId>(strings_.size()));
    if (added) { strings_.emplace_back(text); }
    return entry->second;
  }

private:
  std::vector<std::string>& strings_;
  llvm::StringMap<StringId> ids_;
};

} // namespace nostall
