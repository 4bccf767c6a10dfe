#include "program/merge_symbols.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nostall {

static uint32_t& entry(std::vector<uint32_t>& table, StringId key) {
  if (key >= table.size()) { table.resize(std::max<size_t>(key + 1, table.size() * 2), no_id); }
  return table[key];
}

template <typename T>
static void keepLonger(PackedVector<T>& known, PackedVector<T>& other) {
  if (other.size() > known.size()) { known = std::move(other); }
}

static void keepKnown(uint32_t& known, uint32_t other) {
  if (known == no_id) { known = other; }
}

static void unite(TypeFacts& known, TypeFacts& other) {
  if (known.kind == TypeKind::Other) { known.kind = other.kind; }
  if (known.start == Start::Unknown) { known.start = other.start; }
  keepKnown(known.pointee, other.pointee);
  keepKnown(known.destructor, other.destructor);
  keepKnown(known.lock_result, other.lock_result);
  keepKnown(known.await_result, other.await_result);
  // A forward declaration has none of these, a complete definition has them all.
  keepLonger(known.bases, other.bases);
  keepLonger(known.arguments, other.arguments);
  keepLonger(known.members, other.members);
  known.external |= other.external;
  known.is_final |= other.is_final;
  known.is_rvalue |= other.is_rvalue;
  known.is_const |= other.is_const;
  known.polymorphic |= other.polymorphic;
  known.abstract |= other.abstract;
  known.is_lambda |= other.is_lambda;
  known.is_union |= other.is_union;
  known.awaiter |= other.awaiter;
  known.has_co_await_operator |= other.has_co_await_operator;
  known.has_promise |= other.has_promise;
  known.generator |= other.generator;
  known.swallows_exceptions |= other.swallows_exceptions;
  known.nodiscard |= other.nodiscard;
}

template <typename T>
static void addMissing(PackedVector<T>& known, const PackedVector<T>& other) {
  for (const T& item : other) {
    if (std::find(known.begin(), known.end(), item) == known.end()) { known.push_back(item); }
  }
}

/// What every declaration of a function adds to what is known of it.
static void unite(FunctionFacts& known, FunctionFacts& other) {
  if (other.defined && !known.defined) { std::swap(known, other); }
  if (known.at.line == 0) { known.at = other.at; }
  keepKnown(known.owner, other.owner);
  keepKnown(known.result, other.result);
  keepKnown(known.enclosing, other.enclosing);
  keepLonger(known.parameters, other.parameters);
  keepLonger(known.parameter_names, other.parameter_names);
  keepLonger(known.template_arguments, other.template_arguments);
  keepLonger(known.captures, other.captures);
  addMissing(known.overrides, other.overrides);
  addMissing(known.annotations, other.annotations);
  known.is_virtual |= other.is_virtual;
  known.is_final |= other.is_final;
  known.attr_blocking |= other.attr_blocking;
  known.attr_nonblocking |= other.attr_nonblocking;
}

SymbolMerger::SymbolMerger(Symbols& symbols) : symbols_(symbols), strings_(symbols.strings) {}

IdMaps SymbolMerger::add(Symbols& unit, StringId unit_path) {
  IdMaps maps{.strings = StringMap(unit.strings, strings_)};
  const size_t known_types = symbols_.types.size();
  const size_t known_functions = symbols_.functions.size();
  // Types mention functions and the other way round: both get their numbers before either is renumbered. Keys
  // come first, while the unit has all its strings.
  numberFunctions(unit, maps);
  addFiles(unit, maps);
  numberTypes(unit, maps.strings[unit_path], maps);
  addTypes(unit, maps, known_types);
  addFunctions(unit, maps, known_functions);
  return maps;
}

void SymbolMerger::numberFunctions(const Symbols& unit, IdMaps& maps) {
  std::vector<std::string_view> keys;
  keys.reserve(unit.functions.size());
  for (const FunctionFacts& function : unit.functions) {
    keys.emplace_back(unit.strings[function.key]);
  }
  maps.functions.reserve(keys.size());
  for (const uint32_t key : keys_.add(keys)) {
    FunctionId& id = entry(functions_, key);
    if (id == no_id) {
      id = static_cast<FunctionId>(symbols_.functions.size());
      symbols_.functions.emplace_back();
    }
    maps.functions.push_back(id);
  }
}

void SymbolMerger::numberTypes(const Symbols& unit, StringId unit_path, IdMaps& maps) {
  maps.types.reserve(unit.types.size());
  for (const TypeFacts& type : unit.types) {
    uint32_t& id = entry(types_, typeKey(maps.strings[type.spelling], unit_path));
    if (id == no_id) {
      id = static_cast<TypeId>(symbols_.types.size());
      symbols_.types.emplace_back();
    }
    maps.types.push_back(id);
  }
}

void SymbolMerger::addFiles(const Symbols& unit, IdMaps& maps) {
  maps.files.reserve(unit.files.size());
  for (const FileFacts& file : unit.files) {
    const StringId path = maps.strings[file.path];
    uint32_t& id = entry(files_, path);
    if (id == no_id) {
      id = static_cast<FileId>(symbols_.files.size());
      symbols_.files.push_back({.path = path});
    }
    symbols_.files[id].external |= file.external;
    symbols_.files[id].generated |= file.generated;
    maps.files.push_back(id);
  }
}

/// Types of anonymous namespaces are other types in every unit, although they are spelled alike.
StringId SymbolMerger::typeKey(StringId spelling, StringId unit_path) {
  // Types of no anonymous namespace are known by their spelling.
  if (spelling < types_.size() && types_[spelling] != no_id) { return spelling; }
  const std::string& text = symbols_.strings[spelling];
  if (text.find("(anonymous namespace)") == std::string::npos) { return spelling; }
  const std::string own = text + '\n' + symbols_.strings[unit_path];
  return strings_.add(std::string_view(own));
}

/// A list that is no longer than the known one says nothing new.
template <typename T>
static void dropKnown(PackedVector<T>& other, const PackedVector<T>& known) {
  if (other.size() <= known.size()) { other.clear(); }
}

void SymbolMerger::addTypes(Symbols& unit, const IdMaps& maps, size_t known_types) {
  std::vector<char> filled(symbols_.types.size() - known_types, 0);
  for (size_t i = 0; i < unit.types.size(); ++i) {
    const TypeId id = maps.types[i];
    TypeFacts& other = unit.types[i];
    TypeFacts& known = symbols_.types[id];
    if (id >= known_types && filled[id - known_types] == 0) {
      renumber(other, maps);
      known = std::move(other);
      filled[id - known_types] = 1;
      continue;
    }
    other.name = 0;
    dropKnown(other.bases, known.bases);
    dropKnown(other.arguments, known.arguments);
    dropKnown(other.members, known.members);
    renumber(other, maps);
    unite(known, other);
  }
}

void SymbolMerger::addFunctions(Symbols& unit, const IdMaps& maps, size_t known_functions) {
  std::vector<char> filled(symbols_.functions.size() - known_functions, 0);
  constexpr size_t ahead = 8; // so many functions later the memory is there
  for (size_t i = 0; i < unit.functions.size(); ++i) {
    if (i + ahead < unit.functions.size()) {
      __builtin_prefetch(&symbols_.functions[maps.functions[i + ahead]]);
      const FunctionFacts& later = unit.functions[i + ahead];
      if (later.defined) {
        maps.strings.prefetch(later.name);
        maps.strings.prefetch(later.stable_name);
      }
    }
    const FunctionId id = maps.functions[i];
    FunctionFacts& own = unit.functions[i];
    FunctionFacts& known = symbols_.functions[id];
    const bool is_new = id >= known_functions && filled[id - known_functions] == 0;
    if (!is_new && !own.defined) {
      own.name = own.display = own.stable_name = 0;
      dropKnown(own.parameters, known.parameters);
      dropKnown(own.template_arguments, known.template_arguments);
    }
    renumber(own, maps);
    // The unit's own word on a second definition stays in `unit`: one that stands elsewhere becomes its own
    // node.
    const bool is_second = !is_new && own.defined && known.defined;
    FunctionFacts other = is_second ? FunctionFacts(own) : std::move(own);
    if (is_new) {
      known = std::move(other);
      filled[id - known_functions] = 1;
    } else {
      unite(known, other);
    }
  }
}

} // namespace nostall
