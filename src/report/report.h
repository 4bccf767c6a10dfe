// Report -> bytes. Reporters look nothing up and open no file.
#pragma once

#include "model/finding.h"

#include <string>

namespace nostall {

struct TextOptions {
  bool color = false;
  bool quiet = false; ///< findings and problems only: no summary
  bool statistics = false;
};

std::string toText(const Report& report, const TextOptions& options);
std::string toJson(const Report& report);
std::string toSarif(const Report& report);

} // namespace nostall
