#include "driver/take_units.h"

#include "cache/facts_codec.h"
#include "support/process_pool.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sched.h>
#include <unistd.h>

namespace nostall {
namespace {

std::string crashSentence(const JobResult& job) {
  if (job.signal == SIGKILL) { return "the system ended Clang's process, perhaps for want of memory"; }
  if (job.signal == SIGSEGV || job.signal == SIGBUS) {
    return "Clang crashed (invalid memory access or too deep recursion)";
  }
  if (job.signal != 0) { return std::string("Clang crashed (") + strsignal(job.signal) + ")"; }
  return "Clang ended its process";
}

std::string failureSentence(const JobResult& job, const TakeOptions& options) {
  switch (job.state) {
  case JobState::Done: return "its facts came damaged from the worker process; please report this";
  case JobState::Crashed: return crashSentence(job);
  case JobState::TimedOut:
    return "it was given up after " + std::to_string(options.unit_timeout.count()) +
           " s; --unit-timeout sets the limit";
  case JobState::OutOfMemory:
    return "it needs more memory than the " +
           std::to_string(std::max(options.memory_limit, options.memory_alone) >> 20U) +
           " MB that it may use; --memory-limit sets the limit";
  case JobState::NotRun: return "no worker process could be started";
  }
  return {};
}

UnitFacts failedUnit(const CompileCommand& command, const std::string& sentence) {
  UnitFacts facts;
  facts.state = UnitState::Failed;
  facts.symbols.strings = {"", command.file, command.target, sentence};
  facts.path = 1;
  facts.target = command.target.empty() ? 0 : 2;
  facts.messages = {{.file = 1, .text = 3}};
  return facts;
}

constexpr uint64_t gigabyte = uint64_t{1} << 30U;
/// Address space of a worker before it does anything.
constexpr uint64_t mapped_by_worker = gigabyte;
/// What a worker may use when nobody wants less: the largest units of real code take some 2 GB.
constexpr uint64_t least_memory = 4 * gigabyte;
/// What a usual unit takes at most.
constexpr uint64_t usual_memory = gigabyte;

/// Of the machine, or of the container that this runs in.
uint64_t machineMemory() {
  const auto machine =
      static_cast<uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  uint64_t container = 0;
  std::ifstream("/sys/fs/cgroup/memory.max") >> container; // "max" is no number
  return container != 0 ? std::min(machine, container) : machine;
}

/// One for each core that this process may use, but not more than fit into memory.
unsigned usualWorkers(uint64_t memory) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  const bool known = sched_getaffinity(0, sizeof(cores), &cores) == 0;
  const uint64_t count = known ? static_cast<uint64_t>(std::max(1, CPU_COUNT(&cores))) : 1;
  return static_cast<unsigned>(std::clamp<uint64_t>(memory / usual_memory, 1, count));
}

PoolOptions poolOptions(const TakeOptions& options) {
  PoolOptions pool;
  pool.workers = options.workers;
  pool.job_limit = options.unit_timeout;
  pool.memory_limit = options.memory_limit;
  return pool;
}

/// Units that were too large for the memory of one worker of many: one after the other, with all of it.
/// Returns the signal that interrupted this.
int retryAlone(std::vector<JobResult>& jobs, const std::function<std::string(size_t)>& job,
               const TakeOptions& options) {
  std::vector<size_t> large;
  for (size_t i = 0; i < jobs.size(); ++i) {
    if (jobs[i].state == JobState::OutOfMemory) { large.push_back(i); }
  }
  if (large.empty() || options.memory_alone <= options.memory_limit) { return 0; }
  PoolOptions pool = poolOptions(options);
  pool.workers = 1;
  pool.memory_limit = options.memory_alone;
  PoolResult result = runJobs(large.size(), [&](size_t index) { return job(large[index]); }, pool);
  for (size_t i = 0; i < large.size(); ++i) {
    jobs[large[i]] = std::move(result.jobs[i]);
  }
  return result.interrupted_by;
}

} // namespace

TakenUnits takeUnits(const std::vector<CompileCommand>& commands, const TakeFacts& take,
                     const TakeOptions& options) {
  PoolOptions pool = poolOptions(options);
  if (options.on_end) {
    pool.on_end = [&](size_t ended, size_t index) { options.on_end(ended, commands[index].file); };
  }
  if (options.share) { options.share(pool, commands, options.keep); }
  const auto job = [&](size_t index) { return encodeFacts(take(index)); };
  PoolResult result = runJobs(commands.size(), job, pool);
  if (result.interrupted_by == 0) { result.interrupted_by = retryAlone(result.jobs, job, options); }

  TakenUnits taken;
  taken.interrupted_by = result.interrupted_by;
  if (taken.interrupted_by != 0) { return taken; }
  taken.units.reserve(commands.size());
  for (size_t i = 0; i < commands.size(); ++i) {
    JobResult& ended = result.jobs[i];
    auto facts = ended.state == JobState::Done ? decodeFacts(ended.bytes) : std::nullopt;
    if (ended.in_base) { ++taken.on_snapshots; }
    if (ended.left_base) { ++taken.left_snapshots; }
    ended.bytes = {}; // half of the memory, for a large project
    taken.units.push_back(facts ? std::move(*facts)
                                : failedUnit(commands[i], failureSentence(ended, options)));
  }
  return taken;
}

TakeOptions planWorkers(unsigned workers, uint64_t memory) {
  const bool limited = memory != 0;
  if (!limited) { memory = machineMemory(); }
  TakeOptions plan;
  plan.workers = workers != 0 ? workers : usualWorkers(memory);
  // Libraries and stack are mapped, not used, and count all the same.
  const uint64_t share = memory / plan.workers;
  plan.memory_limit = mapped_by_worker + (limited ? share : std::max(share, least_memory));
  plan.memory_alone = mapped_by_worker + memory;
  return plan;
}

} // namespace nostall
