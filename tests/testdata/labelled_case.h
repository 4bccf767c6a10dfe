// A case of testdata/: the units of one program and what their labels say, run through the whole engine.
#pragma once

#include "catalog/catalog.h"
#include "frontend/frontend.h"
#include "labels/labels.h"
#include "program/program.h"

#include <ostream>
#include <string>
#include <vector>

namespace nostall::testdata {

/// One program: a labelled file of rules/ or libraries/, or a folder of programs/.
struct Case {
  std::string name;               ///< "rules/blocking-sleep", for people
  std::vector<std::string> units; ///< absolute paths of .cpp files
  std::vector<std::string> files; ///< units and the headers beside them: where labels may stand
};

/// Names the case in the output of a failed test.
inline void PrintTo(const Case& labelled, std::ostream* stream) {
  *stream << labelled.name;
}

/// Absolute path of testdata/ in the source tree.
std::string testdataFolder();

/// The whole of a file; a test failure when it cannot be read.
std::string readFile(const std::string& path);

/// Cases of a folder of testdata/, in name order.
std::vector<Case> filesOf(const std::string& folder);
std::vector<Case> programsOf(const std::string& folder);

/// The rules and packs that are built in; a test failure when they have mistakes.
const Catalog& builtinCatalog();

/// How the units of a case are compiled, and what of it is other people's code.
std::vector<CompileCommand> commandsOf(const Case& labelled, const LabelledFile& labels);
FrontendOptions frontendOptions();

/// Facts of all units of a case, linked. Units that do not compile are added to `failures`, unless the
/// case says "degraded".
Program programOf(const Case& labelled, const LabelledFile& labels, const FrontendOptions& options,
                  std::vector<std::string>& failures);

/// Labels of all files of the case, joined.
LabelledFile labelsOf(const Case& labelled);

/// Runs the case and says what is wrong; empty when everything is as its labels say.
std::vector<std::string> run(const Case& labelled, const FrontendOptions& options = frontendOptions());

} // namespace nostall::testdata
