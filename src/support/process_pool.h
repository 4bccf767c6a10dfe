// Runs jobs in child processes, so that a crash, a hang or a hunger for memory costs one job and never
// the run.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace nostall {

class BaseProcess;

enum class JobState : uint8_t {
  Done,
  Crashed,     ///< ended by a signal (`signal`) or by itself before it was done
  TimedOut,    //
  OutOfMemory, ///< wanted more than `PoolOptions::memory_limit`
  NotRun,      ///< interrupted before, or no process could be started
};

struct JobResult {
  JobState state = JobState::NotRun;
  std::string bytes;      ///< what the job returned, when it is done
  int signal = 0;         ///< that ended a crashed one; 0 when it was none
  std::string said;       ///< the beginning of what a job that failed wrote to its standard error
  bool in_base = false;   ///< done in a base
  bool left_base = false; ///< could not be done in its base, and was done without
};

struct PoolOptions {
  unsigned workers = 1;                   ///< processes at a time; at least one is used
  std::chrono::milliseconds job_limit{0}; ///< wall time a job may take; 0: any
  uint64_t memory_limit = 0;              ///< bytes of address space of a worker; 0: any
  size_t stack_size = size_t{256} << 20U; ///< bytes, taken as they are used: recursion over deep code
  /// Bases are processes that do what several jobs share, and then fork for each. By base: the one that it
  /// begins in itself, earlier in the list, or no_base. By job: its base, or no_base; may be shorter.
  std::vector<size_t> base_parents;
  std::vector<size_t> base_of;
  /// Becomes a base that begins in none: calls `rest`, and returns the answer of the job that it is then.
  /// A job that gives up or crashes in a base is done again without.
  std::function<std::string(size_t base, BaseProcess& process)> run_base;
  /// Called in the parent when a job has ended, in whatever order they end.
  std::function<void(size_t ended, size_t index)> on_end;
};

struct PoolResult {
  std::vector<JobResult> jobs; ///< by index
  int interrupted_by = 0;      ///< SIGINT, SIGTERM or SIGHUP; 0 when all jobs were run
};

/// Runs `job(0)` ... `job(count - 1)` in forked children (no exec: they see the parent's memory as it is
/// now) and gathers what they return. A child serves one job after another until one of them ends it.
///
/// The children's standard output goes nowhere. They end with their parent, whatever ends it. On SIGINT,
/// SIGTERM and SIGHUP they are killed and the call returns at once. The caller must have one thread only.
PoolResult runJobs(size_t count, const std::function<std::string(size_t index)>& job,
                   const PoolOptions& options);

} // namespace nostall
