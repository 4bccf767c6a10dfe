#include "support/text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <iterator>

namespace nostall {
namespace {

struct Character {
  uint32_t code = 0;
  size_t length = 0; ///< in bytes; 0 when the bytes are not UTF-8
};

bool isContinuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// How many bytes the first one announces; 0 when no character begins with it.
size_t announcedLength(unsigned char first) {
  if (first < 0x80U) { return 1; }
  if (first >= 0xC2U && first <= 0xDFU) { return 2; }
  if (first >= 0xE0U && first <= 0xEFU) { return 3; }
  if (first >= 0xF0U && first <= 0xF4U) { return 4; }
  return 0;
}

Character characterAt(std::string_view text, size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  const size_t length = announcedLength(first);
  if (length == 0 || position + length > text.size()) { return {}; }
  if (length == 1) { return {first, 1}; }
  uint32_t code = first & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if (!isContinuation(byte)) { return {}; }
    code = (code << 6U) | (byte & 0x3FU);
  }
  static constexpr uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool overlong = code < smallest[length];
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) { return {}; }
  return {code, length};
}

/// What a terminal or an editor acts on instead of showing it.
bool isObeyed(uint32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code <= 0x9F);
  const bool separator = code == 0x2028 || code == 0x2029;
  const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
                         code == 0x200E || code == 0x200F || code == 0x061C;
  return control || separator || direction;
}

void appendEscaped(std::string& out, std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += "\\x";
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
}

struct CodeRange {
  uint32_t first;
  uint32_t last;
};

template <size_t Size>
bool isIn(const CodeRange (&ranges)[Size], uint32_t code) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [code](CodeRange range) { return code >= range.first && code <= range.last; });
}

/// Marks that are drawn over the character before them. The usual blocks, not all of Unicode.
constexpr CodeRange combining[] = {{0x300, 0x36F},   {0x483, 0x489},    {0x591, 0x5BD},   {0x610, 0x61A},
                                   {0x64B, 0x65F},   {0x1AB0, 0x1AFF},  {0x1DC0, 0x1DFF}, {0x200B, 0x200D},
                                   {0x20D0, 0x20FF}, {0x3099, 0x309A},  {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
                                   {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};

/// What East Asian fonts and terminals draw two columns wide.
constexpr CodeRange wide[] = {{0x1100, 0x115F},  {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
                              {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                              {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF},
                              {0x20000, 0x3FFFD}};

size_t columnsOf(uint32_t code) {
  if (isIn(combining, code)) { return 0; }
  return isIn(wide, code) ? 2 : 1;
}

} // namespace

size_t characterLength(std::string_view text) {
  return text.empty() ? 0 : std::max<size_t>(characterAt(text, 0).length, 1);
}

size_t displayWidth(std::string_view text) {
  size_t columns = 0;
  for (size_t i = 0; i < text.size();) {
    const Character character = characterAt(text, i);
    columns += character.length == 0 ? 1 : columnsOf(character.code);
    i += std::max<size_t>(character.length, 1);
  }
  return columns;
}

size_t utf16Length(std::string_view text) {
  size_t units = 0;
  for (size_t i = 0; i < text.size();) {
    const Character character = characterAt(text, i);
    units += character.length == 4 ? 2 : 1;
    i += std::max<size_t>(character.length, 1);
  }
  return units;
}

std::string printable(std::string_view text, Tabs tabs) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Character character = characterAt(text, i);
    const size_t length = std::max<size_t>(character.length, 1);
    const std::string_view bytes = text.substr(i, length);
    const bool kept_tab = bytes == "\t" && tabs == Tabs::Keep;
    if (character.length == 0 || (isObeyed(character.code) && !kept_tab)) {
      appendEscaped(out, bytes);
    } else {
      out += bytes;
    }
    i += length;
  }
  return out;
}

size_t editDistance(std::string_view left, std::string_view right) {
  // Three rows of the table are enough; the third is for swapped neighbours.
  std::vector<size_t> before_last(right.size() + 1);
  std::vector<size_t> last(right.size() + 1);
  std::vector<size_t> row(right.size() + 1);
  for (size_t j = 0; j <= right.size(); ++j) {
    last[j] = j;
  }
  for (size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= right.size(); ++j) {
      const bool same = left[i - 1] == right[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) { row[j] = std::min(row[j], before_last[j - 2] + 1); }
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[right.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  // Guards against a hostile argument of megabytes: nobody means a rule by it.
  static constexpr size_t longest_word = 200;
  if (word.size() > longest_word) { return {}; }
  const auto lowered = [](std::string_view text) {
    std::string out(text);
    for (char& c : out) {
      c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
  };
  const std::string wanted = lowered(word);
  std::string best;
  size_t best_distance = std::max<size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const size_t distance = editDistance(wanted, lowered(candidate));
    if (distance >= best_distance || distance >= candidate.size()) { continue; }
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i != 0) { out += i + 1 == words.size() ? " " + std::string(last) + " " : ", "; }
    out += words[i];
  }
  return out;
}

} // namespace nostall
