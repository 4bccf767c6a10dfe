// Do the conditions of an entry hold for a call?
#pragma once

#include "catalog/type_names.h"
#include "model/facts.h"
#include "model/rule.h"

#include <functional>

namespace nostall {

/// The arguments that are written, defaulted ones not counted.
uint32_t writtenArguments(const Event& event);

/// Whether earlier calls put the object into a mode: a call alone does not show it. Empty: never.
using ModeQuery = std::function<bool(const Value& object, Mode mode)>;

/// All of `when:` hold and none of `unless:`.
bool conditionsHold(const Entry& entry, const Event& event, const Symbols& symbols, const TypeNames& types,
                    const ModeQuery& modes);

/// The value is a constant, or is written with names, of the answer. Nothing is known of an empty answer.
bool isAnswer(const CallResults& answer, const Value& value, const Symbols& symbols);

/// The value is the global `name`.
bool refersTo(const Value& value, std::string_view name, const Symbols& symbols);

} // namespace nostall
