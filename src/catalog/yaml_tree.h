// YAML text -> a small tree of our own, in which every value knows its place. The only file that sees
// LLVM's parser: its nodes read the text while they are visited, and so cannot be looked at twice.
//
// What it understands is on purpose less than YAML: one document of maps, lists and text. Tags, anchors
// and aliases are mistakes here.
#pragma once

#include "support/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Where a value or key begins. 1-based, the column in bytes.
struct Place {
  uint32_t line = 0;
  uint32_t column = 0;

  auto operator<=>(const Place&) const = default;
};

enum class YamlKind : uint8_t {
  Nothing, ///< `key:` with nothing behind it
  Text,    ///< numbers, booleans and null too: who reads the value decides what it means
  List,
  Map,
};

struct YamlField;

struct YamlNode {
  YamlKind kind = YamlKind::Nothing;
  Place place;
  std::string text;
  bool quoted = false; ///< "1" is text where 1 is a number
  std::vector<YamlNode> items;
  std::vector<YamlField> fields; ///< in the order written, each key once
};

struct YamlField {
  std::string key;
  Place place;
  YamlNode value;
};

/// The one document in `text`. Nothing when it cannot be understood; `problems` then says why. Repeated
/// keys and the like are problems too, but leave a tree to look for more mistakes in.
std::optional<YamlNode> parseYaml(const std::string& file, std::string_view text, Problems& problems);

} // namespace nostall
