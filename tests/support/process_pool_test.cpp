#include "support/process_pool.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <set>
#include <thread>
#include <unistd.h>

namespace nostall {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

PoolOptions options(unsigned workers) {
  PoolOptions options;
  options.workers = workers;
  return options;
}

[[noreturn]] void hang() {
  for (;;) {
    pause();
  }
}

/// Uses `depth` times 1 KiB of stack, and gives what cannot be known in advance.
// NOLINTNEXTLINE(misc-no-recursion): that is what it is for
int recurse(int depth) {
  volatile char kibibyte[1024] = {};
  kibibyte[depth % 1024] = 1;
  return depth == 0 ? 0 : recurse(depth - 1) + kibibyte[depth % 1024];
}

TEST(ProcessPool, GivesResultsByIndexWhateverTheWorkers) {
  for (const unsigned workers : {0U, 1U, 3U, 40U}) {
    const auto result =
        runJobs(25, [](size_t index) { return std::to_string(index * index); }, options(workers));
    ASSERT_EQ(result.jobs.size(), 25U);
    for (size_t i = 0; i < 25; ++i) {
      EXPECT_EQ(result.jobs[i].state, JobState::Done);
      EXPECT_EQ(result.jobs[i].bytes, std::to_string(i * i));
    }
    EXPECT_EQ(result.interrupted_by, 0);
  }
}

TEST(ProcessPool, HasNothingToDoForNoJobs) {
  const auto result = runJobs(0, [](size_t) { return std::string(); }, options(2));
  EXPECT_TRUE(result.jobs.empty());
}

TEST(ProcessPool, RunsAtOnceInSeveralProcesses) {
  const auto result = runJobs(
      4, [](size_t) { return std::this_thread::sleep_for(50ms), std::to_string(getpid()); }, options(2));
  std::set<std::string> processes;
  for (const JobResult& job : result.jobs) {
    processes.insert(job.bytes);
  }
  EXPECT_EQ(processes.size(), 2U);
  EXPECT_FALSE(processes.contains(std::to_string(getpid())));
}

TEST(ProcessPool, CarriesLargeAndEmptyResults) {
  const auto result =
      runJobs(2, [](size_t index) { return std::string(index * 20'000'000, 'x'); }, options(2));
  EXPECT_EQ(result.jobs[0].state, JobState::Done);
  EXPECT_EQ(result.jobs[0].bytes, "");
  EXPECT_EQ(result.jobs[1].bytes.size(), 20'000'000U);
}

TEST(ProcessPool, ReportsEachEndOnce) {
  std::vector<size_t> ended;
  std::set<size_t> indices;
  PoolOptions with_progress = options(3);
  with_progress.on_end = [&](size_t count, size_t index) {
    ended.push_back(count);
    indices.insert(index);
  };
  runJobs(5, [](size_t index) { return index == 2 ? std::abort(), "" : "x"; }, with_progress);
  EXPECT_EQ(ended, (std::vector<size_t>{1, 2, 3, 4, 5}));
  EXPECT_EQ(indices.size(), 5U);
}

TEST(ProcessPool, ACrashCostsOneJob) {
  const auto result = runJobs(
      6,
      [](size_t index) -> std::string {
        if (index == 1) { std::abort(); }
        if (index == 2) { raise(SIGSEGV); }
        if (index == 3) { _exit(0); }
        return "fine";
      },
      options(1));
  EXPECT_EQ(result.jobs[0].bytes, "fine");
  EXPECT_EQ(result.jobs[1].state, JobState::Crashed);
  EXPECT_EQ(result.jobs[1].signal, SIGABRT);
  EXPECT_EQ(result.jobs[2].signal, SIGSEGV);
  EXPECT_EQ(result.jobs[3].state, JobState::Crashed) << "it ended without an answer";
  EXPECT_EQ(result.jobs[4].bytes, "fine");
  EXPECT_EQ(result.jobs[5].bytes, "fine");
}

TEST(ProcessPool, AStackOverflowCostsOneJob) {
  PoolOptions small = options(1);
  small.stack_size = size_t{1} << 20U;
  const auto result =
      runJobs(2, [](size_t index) { return std::to_string(recurse(index == 0 ? 100'000 : 10)); }, small);
  EXPECT_EQ(result.jobs[0].state, JobState::Crashed);
  EXPECT_EQ(result.jobs[1].bytes, "10");
}

TEST(ProcessPool, DeepRecursionHasRoom) {
  const auto result = runJobs(1, [](size_t) { return std::to_string(recurse(100'000)); }, options(1));
  EXPECT_EQ(result.jobs[0].bytes, "100000") << "about 100 MB of stack";
}

TEST(ProcessPool, AHangCostsOneJob) {
  PoolOptions limited = options(2);
  limited.job_limit = 200ms;
  const auto begin = Clock::now();
  const auto result = runJobs(4, [](size_t index) { return index == 1 ? (hang(), "") : "fine"; }, limited);
  EXPECT_LT(Clock::now() - begin, 5s);
  EXPECT_EQ(result.jobs[1].state, JobState::TimedOut);
  for (const size_t other : {0, 2, 3}) {
    EXPECT_EQ(result.jobs[other].bytes, "fine");
  }
}

TEST(ProcessPool, HungerForMemoryCostsOneJob) {
  PoolOptions limited = options(1);
  limited.memory_limit = uint64_t{1} << 30U;
  const auto result = runJobs(
      2,
      [](size_t index) {
        std::vector<std::string> hoard;
        while (index == 0) {
          hoard.emplace_back(size_t{1} << 24U, 'x');
        }
        return std::string("fine");
      },
      limited);
  EXPECT_EQ(result.jobs[0].state, JobState::OutOfMemory);
  EXPECT_EQ(result.jobs[1].bytes, "fine");
}

TEST(ProcessPool, OutputOfJobsDisturbsNobody) {
  testing::internal::CaptureStdout();
  const auto result = runJobs(
      3,
      [](size_t index) {
        const std::string noise(1'000'000, 'n');
        (void)!write(STDOUT_FILENO, noise.data(), noise.size());
        (void)!write(STDERR_FILENO, noise.data(), noise.size());
        if (index == 1) { std::abort(); }
        return std::string("fine");
      },
      options(1));
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(result.jobs[0].bytes, "fine");
  EXPECT_EQ(result.jobs[1].said.substr(0, 3), "nnn") << "a failed job's last words are kept";
  EXPECT_LE(result.jobs[1].said.size(), 4096U);
  EXPECT_EQ(result.jobs[2].said, "");
}

/// Runs a pool of hanging jobs in a process of its own. `alive` can be read to its end when the process
/// and all its workers are gone.
struct HangingPool {
  pid_t pid = -1;
  int alive = -1;

  HangingPool() {
    std::array<int, 2> ends{};
    EXPECT_EQ(pipe(ends.data()), 0);
    pid = fork();
    if (pid == 0) {
      close(ends[0]);
      const auto result = runJobs(
          4,
          [&](size_t) -> std::string {
            (void)!write(ends[1], "s", 1);
            hang();
          },
          options(2));
      _exit(100 + result.interrupted_by);
    }
    close(ends[1]);
    alive = ends[0];
    char started = 0;
    for (int i = 0; i < 2; ++i) {
      EXPECT_EQ(read(alive, &started, 1), 1);
    }
  }
  ~HangingPool() { close(alive); }

  int wait() const {
    int status = 0;
    waitpid(pid, &status, 0);
    return status;
  }
  bool everybodyIsGone() const {
    char more = 0;
    return read(alive, &more, 1) == 0;
  }
};

TEST(ProcessPool, SignalsEndItAtOnceWithItsWorkers) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const HangingPool pool;
    const auto begin = Clock::now();
    kill(pool.pid, number);
    const int status = pool.wait();
    EXPECT_TRUE(pool.everybodyIsGone());
    EXPECT_LT(Clock::now() - begin, 1s);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 100 + number) << "interrupted_by says which";
  }
}

TEST(ProcessPool, WorkersEndWithTheirParent) {
  const HangingPool pool;
  kill(pool.pid, SIGKILL);
  pool.wait();
  const auto begin = Clock::now();
  EXPECT_TRUE(pool.everybodyIsGone());
  EXPECT_LT(Clock::now() - begin, 1s);
}

TEST(ProcessPool, LeavesTheSignalsAsTheyWere) {
  struct sigaction before = {};
  struct sigaction after = {};
  sigaction(SIGINT, nullptr, &before);
  runJobs(1, [](size_t) { return std::string(); }, options(1));
  sigaction(SIGINT, nullptr, &after);
  EXPECT_EQ(before.sa_handler, after.sa_handler);
}

} // namespace
} // namespace nostall
