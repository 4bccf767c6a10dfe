// UnitFacts <-> bytes: what a worker sends to its parent, and what the cache keeps.
#pragma once

#include "model/facts.h"

#include <optional>
#include <string>
#include <string_view>

namespace nostall {

/// Same facts, same bytes. Begins with a format version.
std::string encodeFacts(const UnitFacts& facts);

/// Nothing when the bytes are damaged, cut short or of another version: every id is checked, so that
/// decoded facts can be used without looking.
std::optional<UnitFacts> decodeFacts(std::string_view bytes);

} // namespace nostall
