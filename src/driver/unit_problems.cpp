#include "driver/unit_problems.h"

#include "support/paths.h"
#include "support/text.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace nostall {
namespace {

/// Names of headers that tools write.
bool looksGenerated(std::string_view header) {
  static constexpr std::string_view patterns[] = {"*.pb.h",     "ui_*.h",    "moc_*",      "*.moc",
                                                  "*_export.h", "*config.h", "*version.h", "*_generated.h"};
  return std::any_of(std::begin(patterns), std::end(patterns),
                     [&](std::string_view pattern) { return globMatches(pattern, baseName(header)); });
}

/// What to do about "'x.pb.h' file not found".
std::string missingHeaderHint(const std::string& message) {
  if (!message.ends_with("file not found")) { return {}; }
  const size_t begin = message.find('\'');
  const size_t end = message.rfind('\'');
  if (begin == std::string::npos || end <= begin) { return {}; }
  if (looksGenerated(message.substr(begin + 1, end - begin - 1))) {
    return "; it looks generated: build the project once first";
  }
  return "; if the build generates it, build the project once first";
}

std::string moreErrors(size_t further) {
  if (further == 0) { return {}; }
  return " (and " + std::to_string(further) + (further == 1 ? " more error)" : " more errors)");
}

Problem degradedProblem(const UnitFacts& unit) {
  const Symbols& symbols = unit.symbols;
  const std::string& path = symbols.text(unit.path);
  Problem problem{.file = path, .kind = ProblemKind::Warning};
  if (unit.messages.empty()) {
    problem.message = "analysed only in part";
    return problem;
  }
  const UnitMessage& first = unit.messages.front();
  const std::string& said = symbols.text(first.text);
  const bool in_other_file = first.file != 0 && symbols.text(first.file) != path;
  if (first.file != 0) {
    problem.file = symbols.text(first.file);
    problem.line = first.line;
    problem.column = first.column;
  }
  const std::string unit_name = in_other_file ? std::string(baseName(path)) + " was analysed" : "analysed";
  problem.message =
      unit_name + " only in part: " + said + missingHeaderHint(said) + moreErrors(unit.messages.size() - 1);
  return problem;
}

Problem failedProblem(const UnitFacts& unit) {
  const Symbols& symbols = unit.symbols;
  const std::string why = unit.messages.empty() ? "" : ": " + symbols.text(unit.messages.front().text);
  return {.file = symbols.text(unit.path), .message = "not analysed" + why};
}

/// Many units are refused for one reason (modules that were not built): that is one sentence.
void addRefused(const CompileDatabase& database, UnitOutcome& outcome) {
  std::map<std::string, std::vector<std::string>> files_by_reason;
  for (const RefusedUnit& unit : database.refused) {
    if (!unit.failed) {
      ++outcome.skipped;
      continue;
    }
    ++outcome.counts.failed;
    files_by_reason[unit.reason].push_back(unit.file);
  }
  for (const auto& [reason, files] : files_by_reason) {
    std::string message = "not analysed: " + reason;
    if (files.size() > 1) {
      const size_t others = files.size() - 1;
      message += " (and so " + std::to_string(others) + (others == 1 ? " other unit)" : " other units)");
    }
    outcome.problems.push_back({.file = files.front(), .message = message});
  }
}

bool holdsCodeOf(const UnitFacts& unit, const std::vector<std::string>& names) {
  const auto is_named = [&](StringId path) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return isInside(unit.symbols.text(path), name); });
  };
  return is_named(unit.path) || std::any_of(unit.symbols.files.begin(), unit.symbols.files.end(),
                                            [&](const FileFacts& file) { return is_named(file.path); });
}

bool isRefused(const CompileDatabase& database, const std::vector<std::string>& names) {
  return std::any_of(database.refused.begin(), database.refused.end(), [&](const RefusedUnit& unit) {
    return unit.failed && std::any_of(names.begin(), names.end(),
                                      [&](const std::string& name) { return isInside(unit.file, name); });
  });
}

} // namespace

UnitOutcome unitOutcome(const CompileDatabase& database, const std::vector<UnitFacts>& units) {
  UnitOutcome outcome;
  for (const UnitFacts& unit : units) {
    switch (unit.state) {
    case UnitState::Ok: ++outcome.counts.ok; break;
    case UnitState::Degraded:
      ++outcome.counts.degraded;
      outcome.problems.push_back(degradedProblem(unit));
      break;
    case UnitState::Failed:
      ++outcome.counts.failed;
      outcome.problems.push_back(failedProblem(unit));
      break;
    }
  }
  addRefused(database, outcome);
  outcome.counts.total = outcome.counts.ok + outcome.counts.degraded + outcome.counts.failed;
  return outcome;
}

Problems emptyPaths(const std::vector<NamedPath>& paths, const CompileDatabase& database,
                    const std::vector<UnitFacts>& units) {
  Problems problems;
  for (const NamedPath& path : paths) {
    const bool known = isRefused(database, path.names) ||
                       std::any_of(units.begin(), units.end(),
                                   [&](const UnitFacts& unit) { return holdsCodeOf(unit, path.names); });
    if (known) { continue; }
    problems.push_back({.file = path.typed,
                        .message = "no unit of '" + printable(database.path) +
                                   "' has code here, so there is nothing to report: name a file or folder "
                                   "that the build compiles, or choose another database with -p",
                        .kind = ProblemKind::Warning});
  }
  if (problems.size() == paths.size()) {
    for (Problem& problem : problems) {
      problem.kind = ProblemKind::Error;
    }
  }
  return problems;
}

} // namespace nostall
