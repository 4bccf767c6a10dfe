#include "cache/facts_codec.h"

#include "cache/byte_stream.h"
#include "cache/facts_fields.h"
#include "support/checksum.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace nostall {
namespace {

using codec::Choice;
using codec::Flag;
using codec::Id;
using codec::Ids;
using codec::List;
using codec::Nested;
using codec::Number;
using codec::Optional;
using codec::Table;

/// Counts up whenever the bytes change their meaning.
constexpr std::string_view header = "nostall-facts 2\n";

/// "None" is the most frequent id and becomes the smallest number.
constexpr uint32_t shifted(uint32_t id) {
  return id + 1;
}
static_assert(shifted(no_id) == 0);

/// Small negative numbers become small numbers.
constexpr uint64_t zigzag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1U) ^ static_cast<uint64_t>(value >> 63);
}
constexpr int64_t unzigzag(uint64_t value) {
  return static_cast<int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
}
static_assert(unzigzag(zigzag(INT64_MIN)) == INT64_MIN && unzigzag(zigzag(-1)) == -1);

/// What an id field holds when nothing is written: StringId's nothing is 0, the others' is no_id.
constexpr uint32_t nothingIn(Table table) {
  return table == Table::Strings ? 0 : no_id;
}

class Encoder {
public:
  template <typename T>
  using In = const T&;

  template <typename... Fields>
  void fields(Fields... all) {
    static_assert(sizeof...(Fields) <= 64);
    uint64_t mask = 0;
    unsigned bit = 0;
    ((mask |= static_cast<uint64_t>(isSet(all)) << bit++), ...);
    out_.number(mask);
    (writeIfSet(all), ...);
  }

  template <typename Rows>
  void tableSize(Table, const Rows& rows) {
    out_.number(rows.size());
  }

  template <typename Rows>
  void rows(Table, const Rows& rows) {
    writeRows(rows);
  }

  void strings(const std::vector<std::string>& strings) {
    out_.number(strings.size());
    for (const std::string& text : strings) {
      out_.text(text);
    }
  }

  std::string take() { return out_.take(); }

private:
  template <typename T>
  static bool isSet(Flag<T> flag) {
    return flag.field;
  }
  template <typename T>
  static bool isSet(Number<T> number) {
    return number.field != 0;
  }
  template <typename T>
  static bool isSet(Choice<T> choice) {
    return choice.field != T{};
  }
  template <typename T>
  static bool isSet(Id<T> id) {
    return id.field != nothingIn(id.table);
  }
  template <typename T>
  static bool isSet(Ids<T> ids) {
    return !ids.field.empty();
  }
  template <typename T>
  static bool isSet(List<T> list) {
    return !list.field.empty();
  }
  template <typename T>
  static bool isSet(Optional<T> optional) {
    return static_cast<bool>(optional.field);
  }
  template <typename T>
  static bool isSet(Nested<T> nested) {
    static const T nothing{};
    return !(nested.field == nothing);
  }

  template <typename Field>
  void writeIfSet(Field field) {
    if (isSet(field)) { write(field); }
  }

  template <typename T>
  void write(Flag<T>) {}
  template <typename T>
  void write(Number<T> number) {
    if constexpr (std::is_signed_v<T>) {
      out_.number(zigzag(number.field));
    } else {
      out_.number(number.field);
    }
  }
  template <typename T>
  void write(Choice<T> choice) {
    out_.number(static_cast<uint64_t>(choice.field));
  }
  template <typename T>
  void write(Id<T> id) {
    out_.number(shifted(id.field));
  }
  template <typename T>
  void write(Ids<T> ids) {
    out_.number(ids.field.size());
    for (const uint32_t id : ids.field) {
      out_.number(id);
    }
  }
  template <typename T>
  void write(Nested<T> nested) {
    codec::code(*this, nested.field);
  }
  template <typename T>
  void write(Optional<T> optional) {
    codec::code(*this, *optional.field);
  }
  template <typename T>
  void write(List<T> list) {
    out_.number(list.field.size());
    writeRows(list.field);
  }
  template <typename Rows>
  void writeRows(const Rows& rows) {
    for (const auto& row : rows) {
      codec::code(*this, row);
    }
  }

  ByteWriter out_;
};

/// More is taken as it comes: a damaged count must not take the memory first.
constexpr size_t most_reserved = 4096;

class Decoder {
public:
  template <typename T>
  using In = T&;

  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  template <typename... Fields>
  void fields(Fields... all) {
    const uint64_t mask = in_.number();
    if constexpr (sizeof...(Fields) < 64) {
      if (mask >> sizeof...(Fields) != 0) { in_.fail(); }
    }
    unsigned bit = 0;
    (readIfSet(all, (mask >> bit++) & 1U), ...);
  }

  /// Ids are checked against the sizes, so these come before the rows.
  template <typename Rows>
  void tableSize(Table table, const Rows&) {
    sizeOf(table) = in_.count();
  }

  template <typename Rows>
  void rows(Table table, Rows& rows) {
    readRows(rows, sizeOf(table));
  }

  void strings(std::vector<std::string>& strings) {
    const size_t size = in_.count();
    sizeOf(Table::Strings) = size;
    strings.reserve(std::min(size, most_reserved));
    for (size_t i = 0; i < size && !in_.failed(); ++i) {
      strings.emplace_back(in_.text());
    }
    if (strings.empty() || !strings.front().empty()) { in_.fail(); }
  }

  bool succeeded() const { return !in_.failed() && in_.atEnd(); }

private:
  size_t& sizeOf(Table table) { return sizes_[static_cast<size_t>(table)]; }

  template <typename Rows>
  void readRows(Rows& rows, size_t size) {
    rows.reserve(std::min(size, most_reserved));
    for (size_t i = 0; i < size && !in_.failed(); ++i) {
      codec::code(*this, rows.emplace_back());
    }
  }

  uint32_t smallNumber() {
    const uint64_t value = in_.number();
    if (value > UINT32_MAX) { in_.fail(); }
    return static_cast<uint32_t>(value);
  }

  void check(Table table, uint32_t id) {
    if (id >= sizeOf(table)) { in_.fail(); }
  }

  template <typename Field>
  void readIfSet(Field field, bool is_set) {
    if (is_set && !in_.failed()) { read(field); }
  }

  template <typename T>
  void read(Flag<T> flag) {
    flag.field = true;
  }
  template <typename T>
  void read(Number<T> number) {
    if constexpr (std::is_signed_v<T>) {
      number.field = unzigzag(in_.number());
    } else {
      number.field = smallNumber();
    }
  }
  template <typename T>
  void read(Choice<T> choice) {
    const uint32_t value = smallNumber();
    if (value > UINT8_MAX || !codec::isKnown(static_cast<T>(value))) {
      in_.fail();
      return;
    }
    choice.field = static_cast<T>(value);
  }
  template <typename T>
  void read(Id<T> id) {
    const uint32_t value = smallNumber() - 1;
    if (value != nothingIn(id.table)) { check(id.table, value); }
    id.field = value;
  }
  template <typename T>
  void read(Ids<T> ids) {
    const size_t size = in_.count();
    ids.field.reserve(size);
    for (size_t i = 0; i < size && !in_.failed(); ++i) {
      const uint32_t id = smallNumber();
      check(ids.table, id);
      ids.field.push_back(id);
    }
  }
  template <typename T>
  void read(Nested<T> nested) {
    codec::code(*this, nested.field);
  }
  template <typename T>
  void read(Optional<T> optional) {
    codec::code(*this, optional.field.edit());
  }
  template <typename T>
  void read(List<T> list) {
    readRows(list.field, in_.count());
  }

  ByteReader in_;
  std::array<size_t, codec::table_count> sizes_{};
};

bool isValid(const Block& block, const Body& body) {
  return block.first <= body.events.size() && block.count <= body.events.size() - block.first;
}

bool isValid(const Body& body) {
  if (body.function == no_id) { return false; }
  const auto is_block = [&](BlockId id) { return id < body.blocks.size(); };
  const bool has_ends = is_block(body.entry) && (is_block(body.exit) || body.exit == no_id);
  if (!has_ends && !body.blocks.empty()) { return false; }
  return std::all_of(body.blocks.begin(), body.blocks.end(),
                     [&](const Block& block) { return isValid(block, body); });
}

} // namespace

std::string encodeFacts(const UnitFacts& facts) {
  Encoder encoder;
  codec::code(encoder, facts);
  const std::string payload = encoder.take();
  ByteWriter out;
  out.raw(header);
  out.fixed(checksum(payload));
  out.raw(payload);
  return out.take();
}

std::optional<UnitFacts> decodeFacts(std::string_view bytes) {
  ByteReader envelope(bytes);
  if (envelope.raw(header.size()) != header) { return std::nullopt; }
  const uint64_t expected = envelope.fixed();
  if (envelope.failed() || checksum(envelope.rest()) != expected) { return std::nullopt; }
  Decoder decoder(envelope.rest());
  UnitFacts facts;
  codec::code(decoder, facts);
  const bool valid = decoder.succeeded() && std::all_of(facts.bodies.begin(), facts.bodies.end(),
                                                        [](const Body& body) { return isValid(body); });
  if (!valid) { return std::nullopt; }
  return facts;
}

} // namespace nostall
