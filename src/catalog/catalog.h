// The loaded rules and library packs.
#pragma once

#include "model/rule.h"
#include "support/problem.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

struct Catalog {
  std::vector<Rule> rules;        ///< by id
  std::vector<LibraryPack> packs; ///< by library

  const Rule* rule(std::string_view id) const;
  const LibraryPack* pack(std::string_view library) const;
};

/// A rule or pack file that was not read from a disk.
struct RuleSource {
  std::string path; ///< for messages: "rules/blocking-sleep.yaml"
  std::string text;
  bool built_in = false;
};

struct CatalogResult {
  Catalog catalog;
  Problems problems; ///< every mistake at once; the catalog holds what is right
};

/// The rules and packs that are built in.
const std::vector<RuleSource>& embeddedRules();

/// Reads files and folders (*.yaml, *.yml, recursively, in name order). What cannot be read is a problem.
std::vector<RuleSource> readRuleFiles(const std::vector<std::string>& paths, Problems& problems);

/// Parses and validates `sources`. A later rule or pack with an id that is already there is added to it
/// when it is a pack, and a problem when it is a rule.
CatalogResult loadCatalog(const std::vector<RuleSource>& sources);

/// Adds a pack, to the one of the same library when there is one.
void addPack(Catalog& catalog, LibraryPack pack);

/// The matcher expressions of all rules and packs.
std::vector<const MatchEntry*> matchEntries(const Catalog& catalog);

/// Leaves out those for which `mistake` knows one, and adds it to `problems`.
void checkMatchEntries(Catalog& catalog,
                       const std::function<std::optional<Problem>(const MatchEntry&)>& mistake,
                       Problems& problems);

/// The id nearest to `id` in spelling, for "did you mean"; empty when none is near.
std::string nearestRule(const Catalog& catalog, std::string_view id);

} // namespace nostall
