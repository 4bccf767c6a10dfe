// Facts as bytes in which the project's folder is not named: of use in every copy of the project, on every
// machine.
#pragma once

#include "model/facts.h"

#include <optional>
#include <string>
#include <string_view>

namespace nostall {

/// `project_root`: absolute, in normal form.
std::string encodePortable(UnitFacts facts, std::string_view project_root);

/// For the project that stands in `project_root`. Nothing when the bytes are damaged, as decodeFacts says it.
std::optional<UnitFacts> decodePortable(std::string_view bytes, std::string_view project_root);

} // namespace nostall
