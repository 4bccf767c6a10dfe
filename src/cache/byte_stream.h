// Numbers and texts as bytes, and back: little numbers take one byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace nostall {

class ByteWriter {
public:
  void number(uint64_t value) {
    while (value >= 0x80U) {
      out_ += static_cast<char>(value | 0x80U);
      value >>= 7U;
    }
    out_ += static_cast<char>(value);
  }

  void text(std::string_view text) {
    number(text.size());
    out_ += text;
  }

  /// Always eight bytes.
  void fixed(uint64_t value) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      out_ += static_cast<char>(value >> shift);
    }
  }

  void raw(std::string_view bytes) { out_ += bytes; }
  std::string take() { return std::move(out_); }

private:
  std::string out_;
};

/// After the first mistake every read returns nothing and `failed` stays true.
class ByteReader {
public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) { break; }
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) { return value; }
    }
    fail();
    return 0;
  }

  uint64_t fixed() {
    uint64_t value = 0;
    unsigned shift = 0;
    for (const char c : raw(sizeof(value))) {
      value |= static_cast<uint64_t>(static_cast<unsigned char>(c)) << shift;
      shift += 8;
    }
    return value;
  }

  /// A number of things that follow, each of at least one byte.
  size_t count() {
    const uint64_t value = number();
    if (value > rest_.size()) {
      fail();
      return 0;
    }
    return static_cast<size_t>(value);
  }

  std::string_view text() { return raw(count()); }

  std::string_view raw(size_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }

  void fail() {
    failed_ = true;
    rest_ = {};
  }
  std::string_view rest() const { return rest_; }
  bool failed() const { return failed_; }
  bool atEnd() const { return rest_.empty(); }

private:
  std::string_view rest_;
  bool failed_ = false;
};

} // namespace nostall
