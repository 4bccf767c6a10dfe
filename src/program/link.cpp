#include "program/callable_flow.h"
#include "program/connect.h"
#include "program/definitions.h"
#include "program/merge_symbols.h"
#include "program/program.h"
#include "program/unit_order.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace nostall {
namespace {

/// Joins one unit after the other; the units' own tables are let go as soon as they are read.
class Linker {
public:
  Linker()
      : merger_(std::in_place, program_.symbols), targets_(program_.target_sets),
        definitions_(program_.symbols, targets_) {}

  void add(UnitFacts& unit) {
    const IdMaps maps = merger_->add(unit.symbols, unit.path);
    target_ = maps.strings[unit.target];
    addBodies(unit, maps);
    addTypes(unit, maps);
    addFiles(unit, maps);
    for (SuppressionComment& comment : unit.comments) {
      renumber(comment, maps);
      program_.comments.push_back(std::move(comment));
    }
    program_.statistics.dependent_calls += unit.unresolved_calls;
    program_.statistics.broken_coroutines += unit.broken_coroutines;
    unit = UnitFacts{};
  }

  Program finish() {
    merger_.reset();
    definitions_.finish(program_);
    program_.awaited.resize(program_.symbols.types.size());
    program_.executable_target.resize(program_.symbols.strings.size());
    for (const StringId target : executables_) {
      program_.executable_target[target] = 1;
    }
    finishFiles();
    finishComments();
    finishConstructed();
    resolveCallables(program_);
    connect(program_);
    return std::move(program_);
  }

private:
  void addBodies(UnitFacts& unit, const IdMaps& maps) {
    const std::vector<char> makers = makersOf(maps);
    for (Body& body : unit.bodies) {
      noteConstructed(body, makers, maps);
      const FunctionFacts& facts = unit.symbols.functions[body.function];
      renumber(body, maps);
      if (isMain(facts)) { executables_.push_back(target_); }
      definitions_.add(std::move(body), facts, target_);
    }
  }

  bool isMain(const FunctionFacts& facts) const {
    return target_ != 0 && facts.kind == FunctionKind::Function && facts.owner == no_id &&
           program_.symbols.text(facts.name) == "main";
  }

  void addTypes(const UnitFacts& unit, const IdMaps& maps) {
    for (const TypeId type : unit.constructed) {
      construct(maps.type(type));
    }
    for (const TypeId type : unit.awaited) {
      const TypeId id = maps.type(type);
      if (id >= program_.awaited.size()) { program_.awaited.resize(program_.symbols.types.size()); }
      program_.awaited[id] = 1;
    }
  }

  /// By the unit's FunctionId: make_unique<T>(), emplace<T>() and their like, which make a T in external code
  /// that nobody reads.
  std::vector<char> makersOf(const IdMaps& maps) const {
    std::vector<char> makers;
    makers.reserve(maps.functions.size());
    for (const FunctionId id : maps.functions) {
      const FunctionFacts& function = program_.symbols.functions[id];
      makers.push_back(static_cast<char>(function.external && !function.template_arguments.empty()));
    }
    return makers;
  }

  /// `body` has the unit's ids.
  void noteConstructed(const Body& body, const std::vector<char>& makers, const IdMaps& maps) {
    for (const Event& event : body.events) {
      if (event.callee == no_id || makers[event.callee] == 0) { continue; }
      for (const TypeId type : program_.symbols.functions[maps.functions[event.callee]].template_arguments) {
        construct(type);
      }
    }
  }

  void construct(TypeId type) {
    if (type == no_id || program_.symbols.types[type].external) { return; }
    constructed_.emplace_back(type, target_);
  }

  void addFiles(const UnitFacts& unit, const IdMaps& maps) {
    std::vector<char>& parsed = program_.file_parsed;
    parsed.resize(program_.symbols.files.size(), 1);
    main_files_.resize(program_.symbols.files.size(), 0);
    some_unit_failed_ |= unit.state == UnitState::Failed;
    for (const FileId file : maps.files) {
      if (unit.state != UnitState::Ok) { parsed[file] = 0; }
      if (program_.symbols.files[file].path == maps.strings[unit.path]) { main_files_[file] = 1; }
    }
  }

  /// Nobody knows which headers a failed unit would have held.
  void finishFiles() {
    if (!some_unit_failed_) { return; }
    for (FileId file = 0; file < main_files_.size(); ++file) {
      if (main_files_[file] == 0) { program_.file_parsed[file] = 0; }
    }
  }

  void finishComments() {
    const auto key = [&](const SuppressionComment& comment) {
      return std::tuple(std::string_view(program_.symbols.text(program_.symbols.files[comment.file].path)),
                        comment.line, comment.column);
    };
    std::vector<SuppressionComment>& comments = program_.comments;
    std::sort(comments.begin(), comments.end(), [&](const auto& left, const auto& right) {
      return std::tuple(key(left), left.kind, left.names) < std::tuple(key(right), right.kind, right.names);
    });
    const auto same = [&](const auto& left, const auto& right) { return key(left) == key(right); };
    comments.erase(std::unique(comments.begin(), comments.end(), same), comments.end());
  }

  void finishConstructed() {
    std::sort(constructed_.begin(), constructed_.end());
    constructed_.erase(std::unique(constructed_.begin(), constructed_.end()), constructed_.end());
    program_.constructed.resize(program_.symbols.types.size());
    for (const auto& [type, target] : constructed_) {
      program_.constructed[type].push_back(target);
    }
  }

  Program program_;
  std::optional<SymbolMerger> merger_; // let go when all units are there: its tables are big
  TargetSets targets_;
  Definitions definitions_;
  StringId target_ = 0; // of the unit at hand
  std::vector<StringId> executables_;
  std::vector<std::pair<TypeId, StringId>> constructed_;
  std::vector<char> main_files_; // by FileId
  bool some_unit_failed_ = false;
};

} // namespace

Program link(std::vector<UnitFacts> units) {
  sortUnits(units);
  Linker linker;
  for (UnitFacts& unit : units) {
    linker.add(unit);
  }
  return linker.finish();
}

static bool sameUnit(const UnitName& left, const UnitName& right) {
  return left.path == right.path && left.target == right.target;
}

Program link(const std::vector<UnitName>& names, const std::function<UnitFacts(size_t)>& take) {
  std::vector<size_t> order(names.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t left, size_t right) {
    return std::tie(names[left].path, names[left].target, left) <
           std::tie(names[right].path, names[right].target, right);
  });
  Linker linker;
  std::vector<UnitFacts> alike; // several commands for one file: their content orders them
  for (size_t i = 0; i < order.size(); ++i) {
    alike.push_back(take(order[i]));
    if (i + 1 < order.size() && sameUnit(names[order[i]], names[order[i + 1]])) { continue; }
    sortUnits(alike);
    std::ranges::for_each(alike, [&](UnitFacts& unit) { linker.add(unit); });
    alike.clear();
  }
  return linker.finish();
}

} // namespace nostall
