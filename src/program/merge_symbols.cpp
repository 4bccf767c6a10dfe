#include "program/merge_symbols.h"

#include <algorithm>
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
  IdMaps maps;
  maps.strings.reserve(unit.strings.size());
  for (std::string& text : unit.strings) {
    maps.strings.push_back(strings_.add(std::move(text)));
  }
  if (maps.strings.empty()) { maps.strings.push_back(0); }
  addFiles(unit, maps);
  addTypes(unit, maps.strings[unit_path], maps);
  addFunctions(unit, maps);
  return maps;
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
  return strings_.add(text + '\n' + symbols_.strings[unit_path]);
}

void SymbolMerger::addTypes(Symbols& unit, StringId unit_path, IdMaps& maps) {
  maps.types.reserve(unit.types.size());
  const size_t known_types = symbols_.types.size();
  for (const TypeFacts& type : unit.types) {
    uint32_t& id = entry(types_, typeKey(maps.strings[type.spelling], unit_path));
    if (id == no_id) {
      id = static_cast<TypeId>(symbols_.types.size());
      symbols_.types.emplace_back();
    }
    maps.types.push_back(id);
  }
  // Types mention functions and the other way round: both get their numbers before either is renumbered.
  maps.functions.reserve(unit.functions.size());
  for (const FunctionFacts& function : unit.functions) {
    uint32_t& id = entry(functions_, maps.strings[function.key]);
    if (id == no_id) {
      id = static_cast<FunctionId>(symbols_.functions.size());
      symbols_.functions.emplace_back();
    }
    maps.functions.push_back(id);
  }
  std::vector<char> filled(symbols_.types.size() - known_types, 0);
  for (size_t i = 0; i < unit.types.size(); ++i) {
    renumber(unit.types[i], maps);
    const TypeId id = maps.types[i];
    if (id >= known_types && filled[id - known_types] == 0) {
      symbols_.types[id] = std::move(unit.types[i]);
      filled[id - known_types] = 1;
    } else {
      unite(symbols_.types[id], unit.types[i]);
    }
  }
}

void SymbolMerger::addFunctions(Symbols& unit, IdMaps& maps) {
  for (size_t i = 0; i < unit.functions.size(); ++i) {
    renumber(unit.functions[i], maps);
    FunctionFacts& known = symbols_.functions[maps.functions[i]];
    // The unit's own word on a definition stays in `unit`: one that stands elsewhere becomes its own node.
    FunctionFacts other =
        unit.functions[i].defined ? FunctionFacts(unit.functions[i]) : std::move(unit.functions[i]);
    if (known.key == 0 && known.name == 0) {
      known = std::move(other);
    } else {
      unite(known, other);
    }
  }
}

} // namespace nostall
