// Looks at the bytes of a YAML file before, and beside, the parser: what it would accept in silence or
// refuse in words that help nobody.
#pragma once

#include "catalog/yaml_tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Offsets of the lines of a text.
class LineTable {
public:
  explicit LineTable(std::string_view text);

  Place placeOf(size_t offset) const;
  size_t lineCount() const { return starts_.size(); }
  /// `line` is 1-based; without its line end.
  std::string_view line(size_t line) const;

private:
  std::string_view text_;
  std::vector<size_t> starts_;
};

struct TextMistake {
  Place place;
  std::string message;
};

/// The first byte that no text file holds: not UTF-8, NUL or another control character; or a size beyond
/// reason.
std::optional<TextMistake> unreadableByte(std::string_view text, const LineTable& lines);

/// Where a second document, or a directive, begins.
std::optional<TextMistake> secondDocument(const LineTable& lines);

/// 1-based numbers of the lines whose indentation holds a tab.
std::vector<uint32_t> linesIndentedWithTabs(const LineTable& lines);

} // namespace nostall
