// Do the conditions of an entry hold for a call?
#pragma once

#include "catalog/type_names.h"
#include "model/facts.h"
#include "model/rule.h"

namespace nostall {

/// The arguments that are written, defaulted ones not counted.
uint32_t writtenArguments(const Event& event);

/// All of `when:` hold and none of `unless:`. What a call alone does not show (whether its object is in
/// non-blocking mode) does not hold.
bool conditionsHold(const Entry& entry, const Event& event, const Symbols& symbols, const TypeNames& types);

/// The value is the global `name`.
bool refersTo(const Value& value, std::string_view name, const Symbols& symbols);

} // namespace nostall
