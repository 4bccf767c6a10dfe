// What the user typed, checked as far as it can be without looking at rules or files.
#pragma once

#include "driver/apply_fixes.h"
#include "driver/run_options.h"
#include "model/severity.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nostall {

enum class ReportFormat : uint8_t { Text, Concise, Json, Sarif, GitHub, GitLab, JUnit, Markdown };
enum class RulesFormat : uint8_t { Text, Json, Markdown };
enum class ColorMode : uint8_t { Auto, Always, Never };

/// `nostall check`.
struct CheckOptions : RunOptions {
  ReportFormat format = ReportFormat::Text;
  std::string output; ///< empty: standard output
  std::vector<std::pair<ReportFormat, std::string>> also;
  std::optional<Severity> fail_on = Severity::Warning; ///< nothing: never
  bool strict = false;
  bool allow_failed = false;
  FixMode fix = FixMode::None;
  bool quiet = false;
  ColorMode color = ColorMode::Auto;
  bool statistics = false;
  bool every_place = false;   ///< text: each finding by itself
  bool notes = false;         ///< text: notes too
  std::string baseline;       ///< findings that are not new; empty: none
  std::string write_baseline; ///< the file for what is found; empty: a report is wanted
  bool prune_baseline = false;
  std::string since; ///< only what the state at the merge base with this revision did not have
};

/// `nostall rules`.
struct RulesOptions {
  RulesFormat format = RulesFormat::Text;
  std::vector<std::string> rule_paths;
  std::string test_folder; ///< --test; empty: the rules are listed
};

/// `nostall explain RULE`.
struct ExplainRuleOptions {
  std::string rule;
  std::vector<std::string> rule_paths;
  ColorMode color = ColorMode::Auto;
};

/// `nostall why FILE:LINE[:COLUMN]`.
struct WhyOptions {
  CheckOptions check; ///< what finds and reads the program
  std::string file;   ///< as typed
  unsigned line = 0;
  unsigned column = 0; ///< 0: the whole line
};

/// `nostall facts`.
struct FactsOptions {
  CheckOptions check; ///< `paths`: the units; `output`: the file
  bool print = false; ///< as text, for those who work on nostall
};

/// `nostall link FACTS...`.
struct LinkOptions {
  CheckOptions check; ///< what is reported, and how
  std::vector<std::string> files;
};

enum class Command : uint8_t {
  None, ///< nothing to do any more: see CommandLine::text and ::error
  Check,
  Rules,
  Explain,
  Why,
  CacheInfo,
  CacheClear,
  Version,
  Facts,
  Link,
};

struct CommandLine {
  Command command = Command::None;
  CheckOptions check;
  RulesOptions rules;
  ExplainRuleOptions explain;
  WhyOptions why;
  FactsOptions facts;
  LinkOptions link;
  std::string text;  ///< help that was asked for
  std::string error; ///< what is wrong, in whole lines
};

/// `arguments` without the program's name.
CommandLine parseCommandLine(const std::vector<std::string>& arguments);

} // namespace nostall
