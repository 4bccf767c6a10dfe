// What the functions of a synthetic program are and how they are called: everything follows from a
// function's number.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace nostall::synthetic {

inline constexpr uint32_t units_per_module = 16;
inline constexpr uint32_t functions_per_unit = 255;
inline constexpr uint32_t inline_functions = 16; ///< of a module's header
inline constexpr uint32_t functions_per_module = units_per_module * functions_per_unit + inline_functions;
inline constexpr uint32_t classes_per_unit = 12;
inline constexpr uint32_t members_per_class = 12;
inline constexpr uint32_t first_coroutine = classes_per_unit * members_per_class;
inline constexpr uint32_t coroutines_per_unit = 25;
inline constexpr uint32_t first_lambda = first_coroutine + coroutines_per_unit;
inline constexpr uint32_t lambdas_per_unit = 10;
inline constexpr uint32_t first_free = first_lambda + lambdas_per_unit;
inline constexpr uint32_t interfaces_per_module = 24;
inline constexpr uint32_t methods_per_interface = 2;

/// Functions of the C library and others that block, one of each rule.
inline constexpr std::array<std::string_view, 12> blocking_functions = {
    "sleep",        "recv",         "system",       "fopen",
    "flock",        "scanf",        "pthread_join", "pthread_mutex_lock",
    "sqlite3_step", "zmq_msg_recv", "PQexec",       "getaddrinfo"};

enum class Kind : uint8_t { Constructor, Destructor, Overrider, Method, Coroutine, Lambda, Free, Inline };

struct Function {
  uint32_t number = 0; ///< in the whole program
  uint32_t module = 0;
  uint32_t unit = 0;  ///< in the module; of an inline function 0
  uint32_t index = 0; ///< in the unit, or among the module's inline functions
  Kind kind = Kind::Free;
  /// One more than the index into blocking_functions that it reaches; 0: it reaches none.
  uint32_t waits = 0;

  uint32_t classInUnit() const { return index / members_per_class; }
  uint32_t member() const { return index % members_per_class; }
};

/// Who gets a lambda.
enum class Handed : uint8_t { Algorithm, Loop, Thread };

/// The last method of this interface of each module waits, and is called by what waits.
inline constexpr uint32_t waiting_interface = 0;

/// A number that looks random and is the same everywhere.
uint64_t scrambled(uint64_t seed);

Function functionOf(uint32_t number);
Function functionAt(uint32_t module, uint32_t unit, uint32_t index);

/// What those functions of a unit wait for that wait: see Function::waits.
uint32_t waitsOf(uint32_t module, uint32_t unit);
Handed handedTo(const Function& lambda);
bool isWaitingMethod(const Function& overrider);

/// The interface that a class of a module derives from; interfaces_per_module when it derives from none.
uint32_t interfaceOf(uint32_t unit, uint32_t class_in_unit);

std::string moduleName(uint32_t module); ///< "app::m0012"
std::string className(uint32_t module, uint32_t unit, uint32_t class_in_unit);
std::string interfaceName(uint32_t module, uint32_t interface);
std::string functionName(const Function& function); ///< qualified

} // namespace nostall::synthetic
