#include "support/canonical_facts.h"

#include "cache/facts_fields.h"

#include <algorithm>

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

/// A coder (see cache/facts_fields.h) that writes names in the place of ids.
class Printer {
public:
  template <typename T>
  using In = const T&;

  explicit Printer(const Symbols& symbols) : symbols_(symbols) {}

  template <typename... Fields>
  void fields(Fields... all) {
    out_ += '{';
    (write(all), ...);
    out_ += '}';
  }
  template <typename Rows>
  void tableSize(Table, const Rows&) {}
  template <typename Rows>
  void rows(Table, const Rows& rows) {
    for (const auto& row : rows) {
      codec::code(*this, row);
    }
  }
  void strings(const std::vector<std::string>&) {}

  std::string take() { return std::move(out_); }

private:
  std::string nameOf(Table table, uint32_t id) const {
    if (table == Table::Strings) { return symbols_.text(id); }
    if (id == no_id) { return "none"; }
    switch (table) {
    case Table::Files: return symbols_.text(symbols_.files[id].path);
    case Table::Functions: return symbols_.text(symbols_.functions[id].key);
    case Table::Types: return nameOfType(symbols_.types[id]);
    default: return std::to_string(id);
    }
  }
  std::string nameOfType(const TypeFacts& type) const {
    return std::to_string(static_cast<int>(type.kind)) + (type.is_const ? "c" : "") +
           symbols_.text(type.spelling);
  }

  template <typename T>
  void write(Flag<T> flag) {
    out_ += flag.field ? '1' : '0';
  }
  template <typename T>
  void write(Number<T> number) {
    out_ += ' ' + std::to_string(number.field);
  }
  template <typename T>
  void write(Choice<T> choice) {
    out_ += ' ' + std::to_string(static_cast<int>(choice.field));
  }
  template <typename T>
  void write(Id<T> id) {
    out_ += " '" + nameOf(id.table, id.field) + "'";
  }
  template <typename T>
  void write(Ids<T> ids) {
    // Callables that are specialisations of one template stand in the order in which Clang made them.
    std::vector<std::string> names;
    for (const uint32_t id : ids.field) {
      names.push_back(nameOf(ids.table, id));
    }
    if (ids.table == Table::Functions) { std::sort(names.begin(), names.end()); }
    out_ += '[';
    for (const std::string& name : names) {
      out_ += "'" + name + "'";
    }
    out_ += ']';
  }
  template <typename T>
  void write(Nested<T> nested) {
    codec::code(*this, nested.field);
  }
  template <typename T>
  void write(Optional<T> optional) {
    if (optional.field) { codec::code(*this, *optional.field); }
  }
  template <typename T>
  void write(List<T> list) {
    out_ += '[';
    for (const auto& row : list.field) {
      codec::code(*this, row);
    }
    out_ += ']';
  }

  const Symbols& symbols_;
  std::string out_;
};

} // namespace

std::vector<std::string> canonicalFacts(const UnitFacts& facts) {
  std::vector<std::string> lines;
  const auto add = [&](const char* what, const auto& row) {
    Printer printer(facts.symbols);
    codec::code(printer, row);
    lines.push_back(what + printer.take());
  };
  for (const FileFacts& file : facts.symbols.files) {
    // Other people's files count where something names them; which ones are listed beside depends on the
    // order in which headers are included.
    if (!file.external) { add("file ", file); }
  }
  for (const TypeFacts& type : facts.symbols.types) {
    add("type ", type);
  }
  for (FunctionFacts function : facts.symbols.functions) {
    // So does which of several declarations comes first.
    if (function.external) { function.at = {}; }
    add("function ", function);
  }
  for (const Body& body : facts.bodies) {
    add("body ", body);
  }
  for (const SuppressionComment& comment : facts.comments) {
    add("comment ", comment);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

} // namespace nostall
