#include "cli/take_units.h"

#include "cache/facts_codec.h"
#include "support/process_pool.h"

#include <algorithm>
#include <csignal>
#include <cstring>
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
    return "it needs more memory than the " + std::to_string(options.memory_limit >> 20U) +
           " MB of a worker process; fewer workers (-j) have more each";
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

} // namespace

TakenUnits takeUnits(const std::vector<CompileCommand>& commands, const TakeFacts& take,
                     const TakeOptions& options) {
  PoolOptions pool;
  pool.workers = options.workers;
  pool.job_limit = options.unit_timeout;
  pool.memory_limit = options.memory_limit;
  if (options.on_end) {
    pool.on_end = [&](size_t ended, size_t index) { options.on_end(ended, commands[index].file); };
  }
  PoolResult result =
      runJobs(commands.size(), [&](size_t index) { return encodeFacts(take(commands[index])); }, pool);

  TakenUnits taken;
  taken.interrupted_by = result.interrupted_by;
  if (taken.interrupted_by != 0) { return taken; }
  taken.units.reserve(commands.size());
  for (size_t i = 0; i < commands.size(); ++i) {
    JobResult& job = result.jobs[i];
    auto facts = job.state == JobState::Done ? decodeFacts(job.bytes) : std::nullopt;
    job.bytes = {}; // half of the memory, for a large project
    taken.units.push_back(facts ? std::move(*facts) : failedUnit(commands[i], failureSentence(job, options)));
  }
  return taken;
}

uint64_t memoryShare(unsigned workers) {
  // Address space, not memory in use: libraries and the stack count too.
  constexpr uint64_t least = uint64_t{4} << 30U;
  const auto machine =
      static_cast<uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  return std::max(least, machine / std::max(1U, workers));
}

unsigned usualWorkers() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof(cores), &cores) != 0) { return 1; }
  return static_cast<unsigned>(std::max(1, CPU_COUNT(&cores)));
}

} // namespace nostall
