// .nostall.yaml -> Config: what a project says of rules, of paths and of its own functions.
#pragma once

#include "catalog/catalog.h"
#include "model/rule.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nostall {

/// What is said of rules, by id; what is not said stays as it is.
struct RuleSettings {
  std::map<std::string, Severity> severities;
  std::map<std::string, bool> enabled;
};

/// An entry of `paths:`.
struct PathSection {
  std::vector<std::string> globs; ///< for globCovers, relative to the configuration's folder
  RuleSettings rules;
};

/// An entry of `external:`.
struct ConfiguredFolder {
  std::string path; ///< as written
  SourceOfRule source;
};

struct Config {
  RuleSettings rules;
  std::optional<int64_t> short_wait; ///< nanoseconds: a wait that a constant bounds to less is a note
  std::vector<std::string> exclude;  ///< as PathSection::globs
  std::vector<ConfiguredFolder> external;
  std::vector<PathSection> sections; ///< in the order written: the later one has the last word
  LibraryPack pack;                  ///< what the project says of its own functions; library: project_library
};

/// Reads `source`. `catalog` has the rules that it may speak of. Mistakes are added to `problems`, all of
/// them, in the order of their places; what is right is in the result. A file without any content says
/// nothing, and is no mistake: it may only mark the project's root.
Config loadConfig(const RuleSource& source, const Catalog& catalog, Problems& problems);

} // namespace nostall
