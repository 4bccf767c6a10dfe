// Checks rule files and library packs: prints every mistake and exits with 1 when there is one.
//
//   ninja -C build rules_lint
//   build/bin/rules_lint                                   the rules that are built in
//   build/bin/rules_lint rules                             the files of a folder
//   build/bin/rules_lint rules/libraries/asio.yaml         one pack
// What is given is checked together with what is built in, in place of built-in files of the same name.
#include "catalog/catalog.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// Stands in for an embedded file: has its name.
bool isAmong(const nostall::RuleSource& source, const std::vector<nostall::RuleSource>& sources) {
  const std::string name = "/" + source.path.substr(source.path.rfind('/') + 1);
  return std::any_of(sources.begin(), sources.end(), [&name](const nostall::RuleSource& given) {
    return ("/" + given.path).ends_with(name);
  });
}

} // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> paths(arguments + 1, arguments + count);
  nostall::Problems problems;
  std::vector<nostall::RuleSource> sources = nostall::readRuleFiles(paths, problems);
  const std::vector<nostall::RuleSource> given = sources;
  for (const nostall::RuleSource& source : nostall::embeddedRules()) {
    if (!isAmong(source, given)) { sources.push_back(source); }
  }
  const nostall::CatalogResult result = nostall::loadCatalog(sources);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  for (const nostall::Problem& problem : problems) {
    std::cout << nostall::toString(problem) << '\n';
  }
  std::cout << (paths.empty() ? sources.size() : given.size()) << " files, " << problems.size()
            << " problems\n";
  return problems.empty() ? 0 : 1;
}
