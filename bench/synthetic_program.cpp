#include "synthetic_program.h"

#include "synthetic_body.h"

#include <algorithm>

namespace nostall {

using namespace synthetic;

/// Each function of the header stands in so many units of its module.
static constexpr uint32_t users_of_inline = 4;

SyntheticProgram::SyntheticProgram(uint32_t functions)
    : modules_(std::max(1U, (functions + functions_per_module / 2) / functions_per_module)) {}

uint32_t SyntheticProgram::unitCount() const {
  return modules_ * units_per_module;
}

std::string SyntheticProgram::unitPath(uint32_t unit) const {
  return "/src/app/module" + std::to_string(unit / units_per_module) + "/unit" +
         std::to_string(unit % units_per_module) + ".cpp";
}

UnitFacts SyntheticProgram::unit(uint32_t number) const {
  const uint32_t module = number / units_per_module;
  const uint32_t unit = number % units_per_module;
  UnitTables tables(module, unit, unitPath(number));
  for (uint32_t index = unit % users_of_inline; index < inline_functions; index += users_of_inline) {
    writeBody(tables, functionOf(module * functions_per_module + index), modules_);
  }
  for (uint32_t index = 0; index < functions_per_unit; ++index) {
    writeBody(tables, functionAt(module, unit, index), modules_);
  }
  const StringId name = tables.text("nostall-blocking-file");
  tables.facts().comments.push_back({.file = tables.mainFile(), .line = 41, .column = 40, .names = {name}});
  return std::move(tables.facts());
}

} // namespace nostall
