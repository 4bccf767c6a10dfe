// What the analysis says, finished: everything a reporter prints is here, so that reporters look
// nothing up and open no file.
#pragma once

#include "model/severity.h"
#include "support/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nostall {

/// A place as printed: relative to --root with forward slashes, absolute outside of it. Bytes that are
/// not UTF-8 are kept; reporters make them printable.
struct Location {
  std::string file;
  uint32_t line = 0;       ///< 1-based
  uint32_t column = 0;     ///< 1-based, in bytes
  uint32_t end_line = 0;   ///< of the last token
  uint32_t end_column = 0; ///< one past the last byte

  auto operator<=>(const Location&) const = default;
};

/// "In `function`, at `at`, `callee` is called." Without a callee it is another place that belongs to the
/// finding, and `remark` says how.
struct ChainStep {
  Location at;
  std::string function; ///< display name of the caller
  std::string callee;   ///< display name of the callee
  std::string remark;   ///< why the step is possible when it is not plain: "2 of 5 overrides block"

  bool operator==(const ChainStep&) const = default;
};

/// None: the finding stands in a function that no loop runs.
enum class ContextKind : uint8_t { Coroutine, Callback, TaskFunction, Declared, None };

inline constexpr const char* toString(ContextKind kind) {
  switch (kind) {
  case ContextKind::Coroutine: return "coroutine";
  case ContextKind::Callback: return "callback";
  case ContextKind::TaskFunction: return "task-function";
  case ContextKind::Declared: return "declared";
  case ContextKind::None: return "none";
  }
  return "coroutine";
}

/// What put code on the loop: `co_spawn(...)`, a callback that is handed over.
struct LoopStart {
  Location at;
  std::string function; ///< display name of what starts it: "asio::co_spawn"

  bool operator==(const LoopStart&) const = default;
};

struct Context {
  ContextKind kind = ContextKind::Coroutine;
  std::string task_type;            ///< "asio::awaitable<void>"; empty for callbacks
  std::string library;              ///< "asio"; empty for types that no pack knows
  std::optional<LoopStart> started; ///< the first start that is visible, of the context or of what awaits it

  bool operator==(const Context&) const = default;
};

/// Baseline: the finding was there before.
enum class SuppressionKind : uint8_t { Comment, Annotation, Config, Baseline };

struct Suppression {
  SuppressionKind kind = SuppressionKind::Comment;
  std::string reason; ///< what its author wrote after the colon
  bool operator==(const Suppression&) const = default;
};

/// Replaces the text of a range; an empty range inserts before its place.
struct Edit {
  Location at;
  std::string text;

  bool operator==(const Edit&) const = default;
};

/// A change of the code that repairs a finding: all edits or none.
struct Fix {
  std::string description; ///< "await the task"
  bool safe = false;       ///< the meaning is what the author wanted, without a doubt: `--fix` applies it
  std::vector<Edit> edits; ///< sorted, disjoint, of one file

  bool operator==(const Fix&) const = default;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::Warning;
  Location at;          ///< the call inside the async context where the chain begins
  std::string message;  ///< one sentence, no full stop
  std::string function; ///< display name of the async context, or of the function that holds the place
  std::string callee;   ///< what blocks: the last callee of the chain
  Context context;
  std::vector<ChainStep> chain; ///< the first step is the place itself; empty when there is no other
  std::vector<Fix> fixes;       ///< the first is the one to apply
  std::string instead;          ///< what to write with the library in use; empty when nothing is known
  /// Version 1: rule, context, callee at the place, ordinal among equals. 16 hex digits. Stable when
  /// lines move, and when a shorter chain to the same place appears.
  std::string fingerprint;
  std::string chain_fingerprint; ///< the weaker one: rule, context, last callee
  std::optional<Suppression> suppressed;

  bool operator==(const Finding&) const = default;
};

/// A function whose repair frees coroutines.
struct RootCause {
  std::string function; ///< display name of the function that calls what blocks
  std::string callee;   ///< what blocks in it
  Location at;          ///< that call
  std::string rule;
  uint32_t contexts = 0; ///< async contexts that reach it

  bool operator==(const RootCause&) const = default;
};

/// A line of source that a reporter shows, without its line end.
struct SourceLine {
  std::string file; ///< as in Location
  uint32_t line = 0;
  std::string text;
  std::string hash; ///< of the line and what follows it, as code hosts track places; empty when not known
};

/// Where the code comes from.
struct Revision {
  std::string repository; ///< an address without a password
  std::string commit;     ///< 40 hex digits, or 64
  std::string branch;     ///< may be empty
};

struct UnitCounts {
  uint32_t total = 0;
  uint32_t ok = 0;
  uint32_t degraded = 0;
  uint32_t failed = 0;
  uint32_t cached = 0;         ///< of the ok and degraded ones
  uint32_t on_snapshots = 0;   ///< parsed on headers that other units share
  uint32_t left_snapshots = 0; ///< could not be, and were parsed plainly after all
};

/// What a report says of a rule (SARIF's rule table, `explain`).
struct RuleInfo {
  std::string id;
  Severity severity = Severity::Warning;
  bool enabled = true; ///< when no option and no configuration speaks of it
  std::string summary;
  std::string help; ///< Markdown
  std::vector<std::string> references;
};

struct Report {
  std::string tool_version;
  std::string information_uri; ///< the tool's page; empty when the build names none
  std::optional<Revision> revision;
  bool complete = true; ///< no unit failed or was degraded
  UnitCounts units;
  std::vector<Finding> findings;      ///< sorted by place, rule; suppressed ones included
  std::vector<RootCause> root_causes; ///< most contexts first
  Problems problems;                  ///< units that failed, rules with mistakes, ...
  std::vector<std::pair<std::string, uint64_t>> statistics; ///< in a fixed order
  std::vector<RuleInfo> rules;                              ///< every rule that ran, by id
  std::vector<SourceLine> source_lines; ///< sorted by file, line: every line that a place or step names
};

/// Findings that count: not suppressed.
inline bool isActive(const Finding& finding) {
  return !finding.suppressed.has_value();
}

/// Where the call that blocks is written. A chain that shows other places (where a lock was taken) ends
/// nowhere: such a finding is its own cause.
inline const Location& endOf(const Finding& finding) {
  const bool follows_calls = !finding.chain.empty() && !finding.chain.back().callee.empty();
  return follows_calls ? finding.chain.back().at : finding.at;
}

} // namespace nostall
