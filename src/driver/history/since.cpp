#include "driver/history/since.h"

#include "driver/history/base_tree.h"
#include "driver/report_units.h"
#include "support/paths.h"
#include "support/text.h"

#include <algorithm>
#include <map>

namespace nostall {
namespace {

/// `text` with every mention of the folder `from` as the folder `to`: a flag may have it in its middle.
std::string moved(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  for (size_t begin = 0; begin < text.size();) {
    const size_t at = text.find(from, begin);
    if (at == std::string::npos) { return out + text.substr(begin); }
    const size_t end = at + from.size();
    const bool whole = end == text.size() || text[end] == '/';
    out += text.substr(begin, at - begin) + (whole ? to : from);
    begin = end;
  }
  return out;
}

CompileCommand moved(CompileCommand command, const std::string& from, const std::string& to) {
  command.file = moved(command.file, from, to);
  command.directory = moved(command.directory, from, to);
  for (std::string& argument : command.arguments) {
    argument = moved(argument, from, to);
  }
  return command;
}

/// The same for another source file.
CompileCommand forFile(CompileCommand command, const std::string& file) {
  for (std::string& argument : command.arguments) {
    if (argument == command.file) { argument = file; }
  }
  command.file = file;
  return command;
}

/// How many leading folders two paths share.
size_t nearness(const std::string& left, const std::string& right) {
  const auto differs = std::ranges::mismatch(left, right).in1;
  return static_cast<size_t>(std::count(left.begin(), differs, '/'));
}

/// The commands of the state before: for files that were there, under the names that they had.
std::vector<CompileCommand> commandsThen(const Inputs& inputs, const BaseTree& tree) {
  std::vector<CompileCommand> commands;
  const auto in_base = [&](const std::string& file) { return moved(file, tree.top(), tree.folder()); };
  for (const CompileCommand& command : inputs.database.commands) {
    const auto renamed = tree.renamed().find(command.file);
    const std::string file = in_base(renamed == tree.renamed().end() ? command.file : renamed->second);
    if (!pathExists(file)) { continue; }
    commands.push_back(forFile(moved(command, tree.top(), tree.folder()), file));
  }
  for (const std::string& file : tree.deletedSources()) {
    const auto neighbour =
        std::ranges::max_element(inputs.database.commands, {},
                                 [&](const CompileCommand& command) { return nearness(command.file, file); });
    if (neighbour == inputs.database.commands.end()) { break; }
    commands.push_back(forFile(moved(*neighbour, tree.top(), tree.folder()), in_base(file)));
  }
  std::ranges::sort(commands, [](const CompileCommand& left, const CompileCommand& right) {
    return std::tie(left.file, left.arguments) < std::tie(right.file, right.arguments);
  });
  return commands;
}

Inputs inputsThen(const Inputs& now, const BaseTree& tree) {
  Inputs then = now;
  const auto move = [&](std::string& path) { path = moved(path, tree.top(), tree.folder()); };
  move(then.config_folder);
  move(then.frontend.project_root);
  std::ranges::for_each(then.frontend.external_folders, move);
  then.places.root = tree.folder();
  then.places.paths.clear(); // what a path newly stalls may stand anywhere
  then.database.commands = commandsThen(now, tree);
  then.database.problems.clear();
  return then;
}

} // namespace

EarlierState analyseBase(const RunOptions& options, const Inputs& inputs, const std::string& revision,
                         const ShowProgress& show) {
  EarlierState state;
  const BaseTree tree(inputs.frontend.project_root, revision, state.problems);
  if (!state.problems.empty()) { return state; }
  const Inputs then = inputsThen(inputs, tree);
  CachedUnits units = takeAllUnits(options, then, show);
  state.interrupted_by = units.taken.interrupted_by;
  if (state.interrupted_by != 0) { return state; }
  const PathPrinter paths(tree.folder());
  const CheckResult result = checkUnits(options, then, paths, std::move(units.taken.units), units.cached);
  state.findings = baselineOf(result.report);
  if (result.report.units.failed > 0) {
    state.problems.push_back(
        {.message = "--since: " + std::to_string(result.report.units.failed) +
                    " units of the merge base could not be analysed: what is said of them may "
                    "be old",
         .kind = ProblemKind::Warning});
  }
  return state;
}

} // namespace nostall
