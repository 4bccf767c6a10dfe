// The rule table of a SARIF log.
#pragma once

#include "model/finding.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <map>
#include <string>

namespace nostall {

struct SarifRules {
  std::map<std::string, size_t> index; ///< by rule id
};

/// Fills `descriptors` with one reportingDescriptor for each rule of the report, and for each rule that
/// only a finding names.
SarifRules sarifRules(const Report& report, nlohmann::ordered_json& descriptors);

/// SARIF's word for a severity; the same three.
std::string sarifLevel(Severity severity);

} // namespace nostall
