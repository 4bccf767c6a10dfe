#include "catalog/condition_match.h"

#include "catalog/names.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr std::string_view global_root = "global:";
/// A binder of a strand of a pool's executor needs two.
constexpr uint32_t deepest_arguments = 4;

class ConditionMatcher {
public:
  ConditionMatcher(const Event& event, const Symbols& symbols, const TypeNames& types, const ModeQuery& modes)
      : event_(event), symbols_(symbols), types_(types), modes_(modes) {}

  bool holds(const Condition& condition) const;

private:
  bool argumentHolds(const Condition& condition) const;
  bool valueHolds(const Condition& condition, const Value& value) const;
  bool equals(const Condition& condition, const Value& value) const;
  bool hasFlag(const Condition& condition, const Value& value) const;
  bool isWritten(const Condition& condition, const Value& value) const;
  bool hasType(const Condition& condition, TypeId type) const;
  bool hasTypeArgument(const Condition& condition, TypeId type, uint32_t depth) const;
  TypeId objectType() const;
  const FunctionFacts* callee() const;

  const Event& event_;
  const Symbols& symbols_;
  const TypeNames& types_;
  const ModeQuery& modes_;
};

const FunctionFacts* ConditionMatcher::callee() const {
  return event_.callee == no_id ? nullptr : &symbols_.functions[event_.callee];
}

TypeId ConditionMatcher::objectType() const {
  if (event_.object->type != no_id || callee() == nullptr) { return event_.object->type; }
  return callee()->owner;
}

bool ConditionMatcher::holds(const Condition& condition) const {
  switch (condition.subject) {
  case Subject::Argument:
  case Subject::LastArgument:
  case Subject::AnyArgument: return argumentHolds(condition);
  case Subject::ArgumentCount: {
    const uint32_t written = writtenArguments(event_);
    return written >= condition.at_least && written <= condition.at_most;
  }
  case Subject::ReturnType: return hasType(condition, callee() == nullptr ? event_.type : callee()->result);
  case Subject::Result: return event_.discarded || event_.cast_to_void;
  case Subject::CopyOrMove: return callee() != nullptr && callee()->copy_or_move;
  case Subject::Object:
    return condition.test == Test::HasType ? hasType(condition, objectType())
                                           : valueHolds(condition, *event_.object);
  }
  return false;
}

bool ConditionMatcher::argumentHolds(const Condition& condition) const {
  const auto& arguments = event_.arguments;
  if (condition.subject == Subject::AnyArgument) {
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const Value& value) { return valueHolds(condition, value); });
  }
  uint32_t index = condition.index;
  if (condition.subject == Subject::LastArgument) {
    const uint32_t written = writtenArguments(event_);
    if (written == 0) { return false; }
    index = written - 1;
  }
  const bool there = index < arguments.size();
  if (condition.test == Test::Absent) { return !there || arguments[index].defaulted; }
  return there && valueHolds(condition, arguments[index]);
}

bool ConditionMatcher::valueHolds(const Condition& condition, const Value& value) const {
  switch (condition.test) {
  case Test::Equals: return equals(condition, value);
  case Test::HasFlag: return hasFlag(condition, value);
  case Test::ZeroTime: {
    const bool number = value.constant == ConstantKind::Duration || value.constant == ConstantKind::Integer;
    return number && value.number == 0;
  }
  case Test::IsNull: return value.constant == ConstantKind::Null;
  case Test::HasType: return hasType(condition, value.type);
  case Test::HasTypeArgument: return hasTypeArgument(condition, value.type, deepest_arguments);
  case Test::RefersTo:
    return std::any_of(condition.names.begin(), condition.names.end(),
                       [&](const std::string& name) { return refersTo(value, name, symbols_); });
  case Test::HasMode: return modes_ && modes_(value, condition.mode);
  case Test::Absent: return value.defaulted;
  case Test::Holds: return true;
  }
  return false;
}

bool ConditionMatcher::isWritten(const Condition& condition, const Value& value) const {
  const auto is_asked_for = [&](StringId name) {
    return std::find(condition.names.begin(), condition.names.end(), symbols_.text(name)) !=
           condition.names.end();
  };
  return std::any_of(value.names.begin(), value.names.end(), is_asked_for) ||
         std::any_of(value.callables.begin(), value.callables.end(),
                     [&](FunctionId callable) { return is_asked_for(symbols_.functions[callable].name); });
}

bool ConditionMatcher::equals(const Condition& condition, const Value& value) const {
  if (isWritten(condition, value)) { return true; }
  const auto& names = condition.names;
  if (value.constant == ConstantKind::String) {
    return std::find(names.begin(), names.end(), symbols_.text(value.text)) != names.end();
  }
  const bool null = value.constant == ConstantKind::Null;
  if (value.constant != ConstantKind::Integer && !null) { return false; }
  const int64_t number = null ? 0 : value.number;
  return std::find(condition.numbers.begin(), condition.numbers.end(), number) != condition.numbers.end();
}

bool ConditionMatcher::hasFlag(const Condition& condition, const Value& value) const {
  if (isWritten(condition, value)) { return true; }
  if (value.constant != ConstantKind::Integer) { return false; }
  const auto bits = static_cast<uint64_t>(value.number);
  return std::any_of(condition.numbers.begin(), condition.numbers.end(), [bits](int64_t number) {
    const auto flag = static_cast<uint64_t>(number);
    return flag != 0 && (bits & flag) == flag;
  });
}

bool ConditionMatcher::hasType(const Condition& condition, TypeId type) const {
  const TypeId direct = types_.withoutReferences(type);
  const TypeId pointed = types_.withoutIndirections(type);
  return std::any_of(condition.names.begin(), condition.names.end(), [&](const std::string& name) {
    // `void*` is not void.
    return types_.isOrDerivesFrom(isBuiltinType(name) ? direct : pointed, name);
  });
}

bool ConditionMatcher::hasTypeArgument(const Condition& condition, TypeId type, uint32_t depth) const {
  const TypeId holder = types_.withoutIndirections(type);
  if (holder == no_id || depth == 0) { return false; }
  const auto& arguments = symbols_.types[holder].arguments;
  return std::any_of(arguments.begin(), arguments.end(), [&](TypeId argument) {
    return hasType(condition, argument) || hasTypeArgument(condition, argument, depth - 1);
  });
}

} // namespace

uint32_t writtenArguments(const Event& event) {
  const auto written = std::count_if(event.arguments.begin(), event.arguments.end(),
                                     [](const Value& value) { return !value.defaulted; });
  return static_cast<uint32_t>(written);
}

bool conditionsHold(const Entry& entry, const Event& event, const Symbols& symbols, const TypeNames& types,
                    const ModeQuery& modes) {
  const ConditionMatcher matcher(event, symbols, types, modes);
  const auto holds = [&matcher](const Condition& condition) { return matcher.holds(condition); };
  return std::all_of(entry.when.begin(), entry.when.end(), holds) &&
         std::none_of(entry.unless.begin(), entry.unless.end(), holds);
}

bool isAnswer(const CallResults& answer, const Value& value, const Symbols& symbols) {
  const bool written = std::any_of(value.names.begin(), value.names.end(), [&](StringId name) {
    return std::find(answer.names.begin(), answer.names.end(), symbols.text(name)) != answer.names.end();
  });
  if (written) { return true; }
  const bool null = value.constant == ConstantKind::Null;
  if (value.constant != ConstantKind::Integer && !null) { return false; }
  const int64_t number = null ? 0 : value.number;
  return std::find(answer.numbers.begin(), answer.numbers.end(), number) != answer.numbers.end();
}

bool refersTo(const Value& value, std::string_view name, const Symbols& symbols) {
  const std::string_view path = symbols.text(value.path);
  if (path.starts_with(global_root) && path.substr(global_root.size()) == name) { return true; }
  return std::any_of(value.names.begin(), value.names.end(),
                     [&](StringId written) { return symbols.text(written) == name; });
}

} // namespace nostall
