#include "driver/line_hashes.h"

#include "support/text.h"

#include <array>
#include <charconv>
#include <unordered_map>

namespace nostall {
namespace {

constexpr size_t block_size = 100;
constexpr uint64_t factor = 37;
constexpr uint64_t end_of_file = 0xffff;

constexpr uint64_t factorOfBlock() {
  uint64_t product = 1;
  for (size_t i = 0; i < block_size; ++i) {
    product *= factor;
  }
  return product;
}

std::string inHexadecimal(uint64_t number) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
  return {digits.data(), end};
}

class Hasher {
public:
  Hasher() { lines_.fill(no_line); }

  void take(uint64_t unit) {
    const bool skipped = unit == ' ' || unit == '\t' || (after_return_ && unit == '\n');
    after_return_ = !skipped && unit == '\r';
    if (skipped) { return; }
    if (unit == '\r') { unit = '\n'; }
    finishLine();
    if (at_start_) {
      at_start_ = false;
      lines_[index_] = hashes_.size();
      hashes_.emplace_back();
    }
    at_start_ = unit == '\n';
    update(unit);
  }

  std::vector<std::string> finish() {
    take(end_of_file);
    for (size_t i = 0; i < block_size; ++i) {
      finishLine();
      update(0);
    }
    return std::move(hashes_);
  }

private:
  static constexpr size_t no_line = SIZE_MAX;

  /// The block that began at a line is full.
  void finishLine() {
    if (lines_[index_] == no_line) { return; }
    hashes_[lines_[index_]] = inHexadecimal(hash_) + ":" + std::to_string(++counts_[hash_]);
    lines_[index_] = no_line;
  }

  void update(uint64_t unit) {
    hash_ = factor * hash_ + unit - factorOfBlock() * window_[index_];
    window_[index_] = unit;
    index_ = (index_ + 1) % block_size;
  }

  std::array<uint64_t, block_size> window_{};
  std::array<size_t, block_size> lines_{};
  std::vector<std::string> hashes_;
  std::unordered_map<uint64_t, uint32_t> counts_;
  uint64_t hash_ = 0;
  size_t index_ = 0;
  bool at_start_ = true;
  bool after_return_ = false;
};

/// The code point of the character, or the replacement character for what is not UTF-8.
uint32_t codePoint(std::string_view character) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(character[i]); };
  switch (character.size()) {
  case 2: return (byte(0) & 0x1fU) << 6U | (byte(1) & 0x3fU);
  case 3: return (byte(0) & 0x0fU) << 12U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU);
  case 4:
    return (byte(0) & 0x07U) << 18U | (byte(1) & 0x3fU) << 12U | (byte(2) & 0x3fU) << 6U | (byte(3) & 0x3fU);
  default: return byte(0) < 0x80 ? byte(0) : 0xfffd;
  }
}

} // namespace

std::vector<std::string> lineHashes(std::string_view text) {
  Hasher hasher;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, characterLength(text));
    text.remove_prefix(character.size());
    const uint32_t point = codePoint(character);
    if (point < 0x10000) {
      hasher.take(point);
    } else { // JavaScript sees code units of UTF-16
      hasher.take(0xd800 + ((point - 0x10000) >> 10U));
      hasher.take(0xdc00 + ((point - 0x10000) & 0x3ffU));
    }
  }
  return hasher.finish();
}

} // namespace nostall
