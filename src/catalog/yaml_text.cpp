#include "catalog/yaml_text.h"

#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

/// The largest pack has some hundred kilobytes. LLVM's parser counts columns and offsets in 32 bits.
constexpr size_t largest_file = 16U << 20U;

bool isTextByte(unsigned char byte) {
  return byte >= 0x20 ? byte != 0x7F : byte == '\t' || byte == '\n' || byte == '\r';
}

size_t characterLength(unsigned char first) {
  if (first < 0x80U) { return 1; }
  if (first < 0xE0U) { return 2; }
  return first < 0xF0U ? 3 : 4;
}

bool isVisible(std::string_view character) {
  return printable(character) == character;
}

std::string invisibleMessage(std::string_view character) {
  const auto is_continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  const auto other = std::find_if_not(character.begin() + 1, character.end(), is_continuation);
  character = character.substr(0, static_cast<size_t>(other - character.begin()));
  return "the bytes " + printable(character) +
         " are not UTF-8, or a character that nobody can see: save the file as UTF-8 without it";
}

bool isMarker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) && (line.size() == marker.size() || line[marker.size()] == ' ' ||
                                      line[marker.size()] == '\t' || line[marker.size()] == '\r');
}

} // namespace

LineTable::LineTable(std::string_view text) : text_(text), starts_{0} {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') { starts_.push_back(i + 1); }
  }
}

Place LineTable::placeOf(size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), std::min(offset, text_.size()));
  const auto line = static_cast<size_t>(after - starts_.begin());
  return {static_cast<uint32_t>(line),
          static_cast<uint32_t>(std::min(offset, text_.size()) - starts_[line - 1] + 1)};
}

std::string_view LineTable::line(size_t line) const {
  const size_t begin = starts_[line - 1];
  const size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  return text_.substr(begin, end - begin);
}

std::optional<TextMistake> unreadableByte(std::string_view text, const LineTable& lines) {
  if (text.size() > largest_file) {
    return TextMistake{{},
                       "the file has " + std::to_string(text.size() >> 20U) +
                           " MB, far more than rules need: at most 16 MB are read"};
  }
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const size_t length = characterLength(byte);
    if (length == 1 && !isTextByte(byte)) {
      return TextMistake{lines.placeOf(i), "the byte " + printable(text.substr(i, 1)) +
                                               " has no place in a text file: remove it"};
    }
    const bool byte_order_mark = i == 0 && text.starts_with("\xEF\xBB\xBF");
    const std::string_view character = text.substr(i, length);
    if (length > 1 && !byte_order_mark && !isVisible(character)) {
      return TextMistake{lines.placeOf(i), invisibleMessage(character)};
    }
    i += length;
  }
  return std::nullopt;
}

std::optional<TextMistake> secondDocument(const LineTable& lines) {
  bool content = false;
  for (size_t number = 1; number <= lines.lineCount(); ++number) {
    const std::string_view line = lines.line(number);
    const Place place{static_cast<uint32_t>(number), 1};
    if (line.starts_with('%')) { return TextMistake{place, "YAML directives ('%') are not understood here"}; }
    const bool start = isMarker(line, "---");
    if (isMarker(line, "...") || (start && content)) {
      return TextMistake{place, "a second YAML document begins here: write one rule or pack to a file"};
    }
    const size_t text = line.find_first_not_of(" \t\r");
    content = content || start || (text != std::string_view::npos && line[text] != '#');
  }
  return std::nullopt;
}

std::vector<uint32_t> linesIndentedWithTabs(const LineTable& lines) {
  std::vector<uint32_t> found;
  for (size_t number = 1; number <= lines.lineCount(); ++number) {
    const std::string_view line = lines.line(number);
    const size_t text = std::min(line.find_first_not_of(" \t\r"), line.size());
    const bool blank = text == line.size();
    if (!blank && line.substr(0, text).find('\t') != std::string_view::npos) {
      found.push_back(static_cast<uint32_t>(number));
    }
  }
  return found;
}

} // namespace nostall
