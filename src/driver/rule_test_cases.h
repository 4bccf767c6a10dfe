// The tests of a user's own rules: labelled files in a folder.
#pragma once

#include "catalog/catalog.h"
#include "database/compile_command.h"
#include "labels/labels.h"
#include "support/problem.h"

#include <functional>
#include <string>
#include <vector>

namespace nostall {

/// The folder in it whose headers play the libraries of the tests: other people's code.
inline constexpr const char* test_include_folder = "include";

/// A source file of the folder, or a folder in it with all that it holds: one program.
struct RuleTest {
  std::vector<std::string> units; ///< absolute paths of sources
  LabelledFile labels;            ///< of the units and the headers beside them, with printed paths
  std::string name;               ///< of its first file, as printed
};

/// In the order of their names. `print` makes printed paths of absolute ones. Files that cannot be read are
/// `problems`.
std::vector<RuleTest> ruleTestsIn(const std::string& folder,
                                  const std::function<std::string(const std::string&)>& print,
                                  Problems& problems);

/// How a unit is compiled: C++20, with the macros of the packs, the headers of `folder` and its include
/// folder, and the flags that its labels ask for, in which {dir} is `folder`.
CompileCommand testCommand(const std::string& unit, const RuleTest& test, const std::string& folder,
                           const Catalog& catalog);

} // namespace nostall
