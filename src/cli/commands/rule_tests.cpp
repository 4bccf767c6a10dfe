#include "analysis/analyse.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/inputs.h"
#include "driver/project.h"
#include "driver/rule_set.h"
#include "driver/rule_test_cases.h"
#include "program/program.h"
#include "support/paths.h"
#include "support/text.h"

#include <algorithm>
#include <iterator>

namespace nostall {
namespace {

/// What a test says, or why it could say nothing.
struct Outcome {
  std::vector<std::string> disagreements;
  std::vector<std::string> mistakes; ///< in its labels, its code or its flags
};

FrontendOptions frontendOptions(const std::string& folder, const Catalog& catalog) {
  FrontendOptions options;
  options.project_root = folder;
  options.external_folders = {folder + "/" + test_include_folder};
  for (const LibraryPack& pack : catalog.packs) {
    std::ranges::copy(pack.external_namespaces, std::back_inserter(options.external_namespaces));
  }
  options.match_expressions = matchExpressions(catalog);
  return options;
}

/// Why the unit says less than it should; empty when it compiles, or need not.
std::vector<std::string> errorsOf(const UnitFacts& unit, const std::string& file, bool may_be_degraded,
                                  const PathPrinter& paths) {
  const std::string printed = paths.print(file);
  if (unit.state == UnitState::Ok) {
    if (!may_be_degraded) { return {}; }
    return {printed + ": compiles, though its first lines say 'degraded'"};
  }
  if (unit.state == UnitState::Degraded && may_be_degraded) { return {}; }
  std::vector<std::string> errors{printed + ": does not compile"};
  for (const UnitMessage& message : unit.messages) {
    errors.push_back(toString(Problem{.file = paths.print(unit.symbols.text(message.file)),
                                      .line = message.line,
                                      .column = message.column,
                                      .message = unit.symbols.text(message.text)}));
  }
  return errors;
}

Outcome judge(const RuleTest& test, std::vector<UnitFacts> units, const Catalog& catalog,
              const PathPrinter& paths) {
  Outcome outcome;
  outcome.mistakes = mistakesOf(test.labels, test.name,
                                [&](const std::string& rule) { return catalog.rule(rule) != nullptr; });
  for (size_t i = 0; i < units.size(); ++i) {
    std::ranges::move(errorsOf(units[i], test.units[i], test.labels.degraded, paths),
                      std::back_inserter(outcome.mistakes));
  }
  for (const std::string& rule : test.labels.enabled) {
    if (catalog.rule(rule) != nullptr) { continue; }
    outcome.mistakes.push_back(test.name + ": 'enable': " + unknownRule(catalog, rule));
  }
  AnalysisOptions options;
  for (const std::string& rule : test.labels.enabled) {
    options.enabled[rule] = true;
  }
  options.print_path = [&](const std::string& path) { return paths.print(path); };
  const Program program = link(std::move(units));
  outcome.disagreements =
      disagreements(test.labels.expectations, foundIn(analyse(program, catalog, options).findings));
  return outcome;
}

std::string counted(size_t count) {
  return std::to_string(count) + (count == 1 ? " test" : " tests");
}

std::string summary(size_t tests, size_t failed) {
  if (failed == 0) { return counted(tests) + (tests == 1 ? " passes\n" : " pass\n"); }
  return std::to_string(failed) + " of " + counted(tests) + (failed == 1 ? " fails\n" : " fail\n");
}

/// The facts of all units of all tests, each test's own after the other's.
TakenUnits takeTests(const std::vector<RuleTest>& tests, const std::string& folder, const Catalog& catalog) {
  std::vector<CompileCommand> commands;
  for (const RuleTest& test : tests) {
    for (const std::string& unit : test.units) {
      commands.push_back(testCommand(unit, test, folder, catalog));
    }
  }
  const FrontendOptions frontend = frontendOptions(folder, catalog);
  return takeUnits(
      commands, [&](size_t index) { return takeFacts(commands[index], frontend); }, planWorkers(0, 0));
}

} // namespace

int testRules(const RulesOptions& options) {
  const std::string working_directory = workingDirectory();
  const std::string folder = absolutePath(options.test_folder, working_directory);
  if (!isFolder(folder)) { return complain("--test: '" + printable(folder) + "' is no folder"); }
  const CatalogResult rules = loadRules(options.rule_paths);
  const PathPrinter paths(working_directory);
  Problems problems = rules.problems;
  const std::vector<RuleTest> tests =
      ruleTestsIn(folder, [&](const std::string& path) { return paths.print(path); }, problems);
  if (tests.empty()) {
    return complain("--test: there is no source file in '" + printable(folder) + "' to test");
  }
  TakenUnits taken = takeTests(tests, folder, rules.catalog);
  if (taken.interrupted_by != 0) { return exit_signal + taken.interrupted_by; }

  size_t failed = 0;
  bool able = problems.empty();
  std::string text;
  auto unit = std::make_move_iterator(taken.units.begin());
  for (const RuleTest& test : tests) {
    const auto end = unit + static_cast<std::ptrdiff_t>(test.units.size());
    const Outcome outcome = judge(test, {unit, end}, rules.catalog, paths);
    unit = end;
    failed += outcome.disagreements.empty() && outcome.mistakes.empty() ? 0 : 1;
    able &= outcome.mistakes.empty();
    for (const auto* sentences : {&outcome.mistakes, &outcome.disagreements}) {
      for (const std::string& sentence : *sentences) {
        text += printable(sentence) + "\n";
      }
    }
  }
  const int printed = print(text + summary(tests.size(), failed));
  complain(problems);
  if (!able || printed != exit_clean) { return exit_failure; }
  return failed == 0 ? exit_clean : exit_findings;
}

} // namespace nostall
