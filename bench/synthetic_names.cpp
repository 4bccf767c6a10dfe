#include "synthetic_names.h"

namespace nostall::synthetic {
namespace {

constexpr std::array<std::string_view, 16> class_words = {
    "Session", "Connection", "Request", "Response", "Router", "Cache", "Store",  "Index",
    "Parser",  "Encoder",    "Worker",  "Account",  "Order",  "Queue", "Policy", "Report"};
constexpr std::array<std::string_view, 16> verbs = {"read",  "write", "update", "find",   "make",  "close",
                                                    "check", "apply", "load",   "notify", "parse", "merge",
                                                    "count", "send",  "flush",  "append"};
constexpr std::array<std::string_view, 16> nouns = {"Header", "Body",  "Entry",  "Key",   "Value",  "State",
                                                    "Peer",   "Range", "Record", "Table", "Stream", "Token",
                                                    "Limit",  "Owner", "Batch",  "Route"};

std::string padded(uint32_t number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

/// "readHeader17": the words follow from the number, which keeps names of one scope apart.
std::string ownName(const Function& function) {
  const uint64_t word = scrambled(function.number);
  return std::string(verbs[word % verbs.size()]) + std::string(nouns[(word >> 8) % nouns.size()]) +
         std::to_string(function.index);
}

Kind kindOf(uint32_t unit, uint32_t index) {
  if (index >= first_free) { return Kind::Free; }
  if (index >= first_lambda) { return Kind::Lambda; }
  if (index >= first_coroutine) { return Kind::Coroutine; }
  const uint32_t member = index % members_per_class;
  if (member == 0) { return Kind::Constructor; }
  if (member == 1) { return Kind::Destructor; }
  const bool derives = interfaceOf(unit, index / members_per_class) < interfaces_per_module;
  return derives && member < 2 + methods_per_interface ? Kind::Overrider : Kind::Method;
}

/// Units by fours wait for one thing. What everybody calls stays clean, or everything would reach everything:
/// constructors, destructors, all overriders but those of one method a module, lambdas of algorithms.
bool canWait(const Function& function) {
  switch (function.kind) {
  case Kind::Method:
  case Kind::Free: return scrambled(function.number + 0x51f1) % 7 == 0;
  case Kind::Lambda: return handedTo(function) != Handed::Algorithm && function.index % 3 == 0;
  case Kind::Overrider: return isWaitingMethod(function);
  default: return false;
  }
}

} // namespace

uint64_t scrambled(uint64_t seed) {
  uint64_t x = seed + 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

Function functionAt(uint32_t module, uint32_t unit, uint32_t index) {
  Function function{.number =
                        module * functions_per_module + inline_functions + unit * functions_per_unit + index,
                    .module = module,
                    .unit = unit,
                    .index = index,
                    .kind = kindOf(unit, index)};
  if (canWait(function)) { function.waits = waitsOf(module, unit); }
  return function;
}

Function functionOf(uint32_t number) {
  const uint32_t module = number / functions_per_module;
  const uint32_t slot = number % functions_per_module;
  if (slot < inline_functions) {
    return {.number = number, .module = module, .index = slot, .kind = Kind::Inline};
  }
  const uint32_t place = slot - inline_functions;
  return functionAt(module, place / functions_per_unit, place % functions_per_unit);
}

/// So that some units of other modules wait for the same.
uint32_t waitsOf(uint32_t module, uint32_t unit) {
  return 1 + (module + unit / 4 * 3) % static_cast<uint32_t>(blocking_functions.size());
}

Handed handedTo(const Function& lambda) {
  constexpr std::array<Handed, 4> kinds = {Handed::Algorithm, Handed::Algorithm, Handed::Loop,
                                           Handed::Thread};
  return kinds[lambda.index % kinds.size()];
}

bool isWaitingMethod(const Function& overrider) {
  return overrider.member() == 1 + methods_per_interface &&
         interfaceOf(overrider.unit, overrider.classInUnit()) == waiting_interface;
}

uint32_t interfaceOf(uint32_t unit, uint32_t class_in_unit) {
  // Every other class derives: four overriders an interface.
  if (class_in_unit % 2 != 0) { return interfaces_per_module; }
  return (unit * classes_per_unit / 2 + class_in_unit / 2) % interfaces_per_module;
}

std::string moduleName(uint32_t module) {
  return "app::m" + padded(module);
}

std::string className(uint32_t module, uint32_t unit, uint32_t class_in_unit) {
  return moduleName(module) + "::" + std::string(class_words[class_in_unit]) + std::to_string(unit);
}

std::string interfaceName(uint32_t module, uint32_t interface) {
  return moduleName(module) + "::Abstract" + std::string(class_words[interface % class_words.size()]) +
         std::to_string(interface);
}

std::string functionName(const Function& function) {
  const std::string scope = moduleName(function.module);
  const bool member = function.kind == Kind::Constructor || function.kind == Kind::Destructor ||
                      function.kind == Kind::Overrider || function.kind == Kind::Method;
  if (!member) {
    const std::string unit = "::u" + std::to_string(function.unit) + "::";
    return scope + (function.kind == Kind::Inline ? "::" : unit) + ownName(function);
  }
  const std::string owner = className(function.module, function.unit, function.classInUnit());
  const std::string last = owner.substr(owner.rfind(':') + 1);
  switch (function.kind) {
  case Kind::Constructor: return owner + "::" + last;
  case Kind::Destructor: return owner + "::~" + last;
  case Kind::Overrider: return owner + "::handle" + std::to_string(function.member() - 2);
  default: return owner + "::" + ownName(function);
  }
}

} // namespace nostall::synthetic
