// rules/<id>.yaml -> Rule.
#pragma once

#include "catalog/yaml_reader.h"
#include "model/rule.h"

#include <optional>
#include <string_view>

namespace nostall {

/// The rule in a file. A rule with mistakes is still a rule, so that what refers to it is not wrong too;
/// nothing only when it has no usable id.
std::optional<Rule> readRule(const YamlNode& root, FileProblems& problems);

/// `schema: 1`, asked of every kind of file.
void readSchema(MapReader& map);

/// error, warning or note.
std::optional<Severity> readSeverity(MapReader& map, std::string_view key);

} // namespace nostall
