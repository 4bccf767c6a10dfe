// `when:` and `unless:` of entries.
#pragma once

#include "catalog/names.h"
#include "catalog/yaml_reader.h"
#include "model/rule.h"

#include <string>
#include <vector>

namespace nostall {

/// The conditions under `key` ("when", "unless"): one map or a list of them. Wrong ones are problems and
/// left out.
std::vector<Condition> readConditions(MapReader& entry, std::string_view key, const NameResolver& names);

/// Under `key` the results of a call that an entry means: a number, the name of an enumerator or macro, or a
/// list of them.
CallResults readAnswer(MapReader& entry, std::string_view key, const NameResolver& names);

/// Arguments are counted from 0 to this.
inline constexpr uint32_t last_argument_index = 63;

/// `argument: 2`, `last` or `any` of `reader`; nothing when the key is not there or wrong.
std::optional<ArgumentSelector> readArgument(MapReader& reader, std::string_view key);

} // namespace nostall
