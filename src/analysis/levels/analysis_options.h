// What is asked of an analysis: levels, paths, names. Plain data; `driver` makes it of options and
// configuration.
#pragma once

#include "model/severity.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace nostall {

/// What is said of the rules for findings that stand on some paths.
struct PathSettings {
  std::function<bool(const std::string& path)> covers; ///< is asked with absolute paths of the facts
  std::map<std::string, Severity> severities;
  std::map<std::string, bool> enabled;
};

struct AnalysisOptions {
  std::map<std::string, Severity> severities; ///< --severity, config: replaces a rule's own
  std::map<std::string, bool> enabled;        ///< --enable, --disable, config
  /// A wait that a constant bounds to less than this is a note. In nanoseconds.
  int64_t short_wait = 1'000'000;
  std::vector<std::string> report_paths;   ///< absolute files and folders; empty: everything
  std::vector<PathSettings> path_settings; ///< the last one that speaks of a rule decides
  /// Nothing is reported there; asked as PathSettings::covers is. None: nowhere.
  std::function<bool(const std::string& path)> is_excluded;
  /// Turns an absolute path of the facts into the one that is printed.
  std::function<std::string(const std::string&)> print_path;
};

} // namespace nostall
