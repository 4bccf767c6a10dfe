// What the user typed, checked as far as it can be without looking at rules or files.
#pragma once

#include "model/severity.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nostall {

enum class ReportFormat : uint8_t { Text, Json, Sarif };
enum class RulesFormat : uint8_t { Text, Json, Markdown };
/// Which fixes are written into the files.
enum class FixMode : uint8_t {
  None,
  Safe,   ///< --fix
  Unsafe, ///< --unsafe-fixes: those that may change what the program does too
};
enum class ColorMode : uint8_t { Auto, Always, Never };

/// `nostall check`.
struct CheckOptions {
  std::vector<std::string> paths; ///< as typed, like every path here
  std::string build_dir;
  unsigned jobs = 0; ///< 0: as many as there are cores
  ReportFormat format = ReportFormat::Text;
  std::string output; ///< empty: standard output
  std::vector<std::pair<ReportFormat, std::string>> also;
  std::vector<std::string> rule_paths;
  std::string config;
  std::map<std::string, bool> enabled;
  std::map<std::string, Severity> severities;
  std::optional<Severity> fail_on = Severity::Warning; ///< nothing: never
  bool strict = false;
  bool allow_failed = false;
  std::string project_root;
  std::string root;
  std::vector<std::string> query_driver;
  FixMode fix = FixMode::None;
  bool quiet = false;
  ColorMode color = ColorMode::Auto;
  bool statistics = false;
  std::chrono::seconds unit_timeout{300}; ///< 0: none
  uint64_t memory_limit = 0;              ///< bytes, of all workers; 0: what the machine has
  bool cache = true;                      ///< use what is known of units that did not change
  bool snapshots = true;                  ///< headers that many units include are parsed once
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
