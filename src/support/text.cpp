#include "support/text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

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

} // namespace

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
