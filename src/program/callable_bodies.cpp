#include "program/callable_bodies.h"

#include "program/callable_flow.h"
#include "program/callable_slots.h"
#include "support/parallel.h"

#include <algorithm>

namespace nostall {
namespace {

class CallableBodies {
public:
  /// `holds` is typesOfCallables.
  CallableBodies(const Program& program, const std::vector<char>& holds)
      : program_(program), holds_(holds), wraps_(holds.size(), 0),
        functions_(functionsThatRunObject(program.symbols)) {
    const Symbols& symbols = program.symbols;
    for (TypeId type = 0; type < wraps_.size(); ++type) {
      const TypeId object = objectType(symbols, type);
      wraps_[type] = static_cast<char>(object != no_id && wrapsCallable(symbols, object));
    }
    for (FunctionId function = 0; function < functions_.size(); ++function) {
      const auto& parameters = symbols.functions[function].parameters;
      const bool takes =
          std::any_of(parameters.begin(), parameters.end(), [&](TypeId type) { return concerns(type); });
      functions_[function] = static_cast<char>(functions_[function] != 0 || takes);
    }
  }

  std::vector<BodyId> find() const {
    std::vector<char> found(program_.bodies.size(), 0);
    inParts(found.size(), coresToUse(), [&](size_t /*part*/, size_t first, size_t last) {
      for (size_t body = first; body < last; ++body) {
        found[body] = static_cast<char>(concerns(program_.bodies[body].body));
      }
    });
    std::vector<BodyId> bodies;
    for (BodyId body = 0; body < found.size(); ++body) {
      if (found[body] != 0) { bodies.push_back(body); }
    }
    return bodies;
  }

private:
  bool concerns(TypeId type) const { return type != no_id && (holds_[type] != 0 || wraps_[type] != 0); }

  bool concerns(const Value& value) const { return !value.callables.empty() || concerns(value.type); }

  bool concerns(const Event& event) const {
    if (event.kind == EventKind::Write || concerns(event.type)) { return true; }
    const bool is_call = event.kind == EventKind::Call || event.kind == EventKind::Construct;
    // Through a pointer, or of a function that takes callables or runs its object.
    if (is_call && (event.callee == no_id || functions_[event.callee] != 0)) { return true; }
    return std::any_of(event.arguments.begin(), event.arguments.end(),
                       [&](const Value& argument) { return concerns(argument); });
  }

  bool concerns(const Body& body) const {
    return concerns(program_.symbols.functions[body.function].result) ||
           std::any_of(body.events.begin(), body.events.end(),
                       [&](const Event& event) { return concerns(event); });
  }

  const Program& program_;
  const std::vector<char>& holds_; // by TypeId, as the next one
  std::vector<char> wraps_;
  std::vector<char> functions_; // by FunctionId: take callables or run their object
};

} // namespace

std::vector<BodyId> bodiesWithCallables(const Program& program, const std::vector<char>& holds) {
  return CallableBodies(program, holds).find();
}

} // namespace nostall
