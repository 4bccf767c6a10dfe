#include "program/callable_slots.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr std::string_view this_prefix = "this.";
constexpr std::string_view parameter_prefix = "param:";

/// "local:it@5" of "local:it@5.second".
std::string_view rootOf(std::string_view path) {
  return path.substr(0, path.find('.'));
}

/// Steps inwards through the arguments of templates, as deep as types of libraries go.
constexpr int depth_of_wrappers = 4;

bool holdsCallables(const Symbols& symbols, TypeId type, int depth) {
  type = objectType(symbols, type);
  if (type == no_id) { return false; }
  const TypeFacts& facts = symbols.types[type];
  if (facts.kind == TypeKind::Function) { return true; }
  if (facts.kind != TypeKind::Record || !facts.external || depth == 0) { return false; }
  return std::any_of(facts.arguments.begin(), facts.arguments.end(), [&](TypeId argument) {
    const bool closure = argument != no_id && symbols.types[argument].is_lambda;
    return closure || holdsCallables(symbols, argument, depth - 1);
  });
}

} // namespace

bool wrapsCallable(const Symbols& symbols, TypeId type) {
  const auto& arguments = symbols.types[type].arguments;
  return std::any_of(arguments.begin(), arguments.end(), [&](TypeId argument) {
    return argument != no_id &&
           (symbols.types[argument].kind == TypeKind::Function || symbols.types[argument].is_lambda);
  });
}

std::vector<char> typesOfCallables(const Symbols& symbols) {
  std::vector<char> holds(symbols.types.size(), 0);
  for (TypeId type = 0; type < symbols.types.size(); ++type) {
    holds[type] = static_cast<char>(holdsCallables(symbols, type, depth_of_wrappers));
  }
  return holds;
}

SlotId CallableSlots::slot(Kind kind, uint32_t first, uint32_t second) {
  const auto [at, added] = slots_.try_emplace({kind, first, second}, static_cast<SlotId>(slots_.size()));
  if (added) {
    const bool late = kind == Kind::LateParameter;
    parameter_of_.push_back(kind == Kind::Parameter || late ? first : no_id);
    late_.push_back(static_cast<char>(late));
  }
  return at->second;
}

uint32_t CallableSlots::text(std::string_view text) {
  const auto known = texts_.find(text);
  if (known != texts_.end()) { return known->second; }
  return texts_.emplace(text, static_cast<uint32_t>(texts_.size())).first->second;
}

/// The function around all lambdas: their captures have the paths that the code around them uses.
FunctionId CallableSlots::outermost(FunctionId function) const {
  const std::vector<FunctionFacts>& functions = program_.symbols.functions;
  while (functions[function].enclosing != no_id && functions[function].enclosing != function) {
    function = functions[function].enclosing;
  }
  return function;
}

std::optional<SlotId> CallableSlots::ofParameterNamed(FunctionId function, std::string_view name) {
  for (; function != no_id; function = program_.symbols.functions[function].enclosing) {
    const auto& names = program_.symbols.functions[function].parameter_names;
    const auto found = std::find_if(names.begin(), names.end(), [&](StringId parameter) {
      return program_.symbols.text(parameter) == name;
    });
    if (found != names.end()) { return ofParameter(function, static_cast<uint32_t>(found - names.begin())); }
  }
  return std::nullopt;
}

std::optional<SlotId> CallableSlots::ofPath(FunctionId function, std::string_view path) {
  if (path.empty()) { return std::nullopt; }
  const FunctionFacts& facts = program_.symbols.functions[function];
  if (path.starts_with(this_prefix)) {
    // Initialisers of members: their class is the constructor's.
    const TypeId owner = facts.owner;
    if (owner == no_id) { return std::nullopt; }
    const std::string& spelling = program_.symbols.text(program_.symbols.types[owner].spelling);
    const std::string_view member = rootOf(path.substr(this_prefix.size()));
    return named(std::string(member_prefix) + spelling + "::" + std::string(member));
  }
  const std::string_view root = rootOf(path);
  if (root.starts_with(parameter_prefix)) {
    return ofParameterNamed(function, root.substr(parameter_prefix.size()));
  }
  if (root.starts_with("local:") || root.starts_with("static:")) {
    return slot(Kind::Local, outermost(function), text(root));
  }
  if (root.starts_with("global:") || root.starts_with("thread_local:")) { return named(root); }
  return std::nullopt;
}

std::vector<SlotId> CallableSlots::of(BodyId body, const Value& value) {
  std::vector<SlotId> found;
  for (const StringId name : value.names) {
    const std::string& text = program_.symbols.text(name);
    if (text.starts_with(member_prefix)) { found.push_back(named(text)); }
    // Of `this->sessions_[i].handler` the outermost member is the one that is read.
    if (!found.empty() && value.path != 0) { return found; }
  }
  if (!found.empty()) { return found; }
  const FunctionId function = program_.bodies[body].body.function;
  if (const auto slot = ofPath(function, program_.symbols.text(value.path))) { return {*slot}; }
  if (value.path == 0 && value.from != no_id) { return {ofResult(body, value.from)}; }
  return {};
}

} // namespace nostall
