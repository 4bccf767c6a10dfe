// The places that can hold callables: variables, members, parameters, results.
#pragma once

#include "program/program.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace nostall {

using SlotId = uint32_t;

/// By TypeId: pointers to functions, std::function and its like, containers, references and other
/// wrappers of them. The project's own classes are not among them: their members are.
std::vector<char> typesOfCallables(const Symbols& symbols);

/// The type is a template of a library that is made for a function or a closure.
bool wrapsCallable(const Symbols& symbols, TypeId type);

class CallableSlots {
public:
  /// `program` must outlive this.
  explicit CallableSlots(const Program& program) : program_(program) {}

  SlotId ofParameter(FunctionId function, uint32_t index) { return slot(Kind::Parameter, function, index); }
  /// What reaches the parameter of a coroutine in calls that are not awaited at once.
  SlotId ofLateParameter(FunctionId function, uint32_t index) {
    return slot(Kind::LateParameter, function, index);
  }
  SlotId ofReturn(FunctionId function) { return slot(Kind::Returned, function, 0); }
  SlotId ofResult(BodyId body, EventId event) { return slot(Kind::Result, body, event); }
  /// What the path names in code of `function`; nothing when it cannot be said.
  std::optional<SlotId> ofPath(FunctionId function, std::string_view path);
  /// Where the value is read from: more than one for `a ? first_ : second_`, none when it cannot be said.
  std::vector<SlotId> of(BodyId body, const Value& value);

  size_t count() const { return slots_.size(); }
  /// The function whose parameter the slot stands for; none for other slots.
  FunctionId parameterOf(SlotId slot) const { return parameter_of_[slot]; }
  bool isLate(SlotId slot) const { return late_[slot] != 0; }

private:
  enum class Kind : uint8_t { Named, Local, Parameter, LateParameter, Returned, Result };

  SlotId slot(Kind kind, uint32_t first, uint32_t second);
  SlotId named(std::string_view name) { return slot(Kind::Named, text(name), 0); }
  uint32_t text(std::string_view text);
  std::optional<SlotId> ofParameterNamed(FunctionId function, std::string_view name);
  FunctionId outermost(FunctionId function) const;

  const Program& program_;
  std::map<std::tuple<Kind, uint32_t, uint32_t>, SlotId> slots_;
  std::map<std::string, uint32_t, std::less<>> texts_;
  std::vector<FunctionId> parameter_of_; // by SlotId
  std::vector<char> late_;               // by SlotId
};

} // namespace nostall
