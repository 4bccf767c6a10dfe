#include "support/job_schedule.h"
#include "support/process_base.h"

#include <gtest/gtest.h>

#include <csignal>
#include <unistd.h>

namespace nostall {
namespace {

using namespace std::chrono_literals;

/// A base that says its own number before each job's: base 0 holds base 1.
PoolOptions twoBases(std::vector<size_t> base_of) {
  PoolOptions options;
  options.workers = 2;
  options.base_parents = {no_base, 0};
  options.base_of = std::move(base_of);
  options.run_base = [](size_t root, BaseProcess& process) {
    std::string path = std::to_string(root);
    for (;;) {
      const BaseFork fork = process.rest();
      if (!fork.is_base) { return path + ":" + std::to_string(fork.index); }
      path += "/" + std::to_string(fork.index);
    }
  };
  return options;
}

std::string alone(size_t index) {
  return "alone:" + std::to_string(index);
}

TEST(ProcessBase, JobsGoOnFromWhatTheirBaseHasDone) {
  const auto result = runJobs(5, alone, twoBases({0, 1, no_base, 1}));
  const std::vector<std::string> expected = {"0:0", "0/1:1", "alone:2", "0/1:3", "alone:4"};
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(result.jobs[i].bytes, expected[i]);
    EXPECT_EQ(result.jobs[i].in_base, expected[i].starts_with("0"));
    EXPECT_FALSE(result.jobs[i].left_base);
  }
}

TEST(ProcessBase, AJobThatCrashesInItsBaseIsDoneAlone) {
  PoolOptions options = twoBases({0, 0});
  options.base_parents = {no_base};
  options.run_base = [](size_t, BaseProcess& process) {
    const BaseFork fork = process.rest();
    if (fork.index == 1) { raise(SIGSEGV); }
    return std::string("in base");
  };
  const auto result = runJobs(2, alone, options);
  EXPECT_EQ(result.jobs[0].bytes, "in base");
  EXPECT_EQ(result.jobs[1].bytes, "alone:1");
  EXPECT_TRUE(result.jobs[1].left_base);
  EXPECT_FALSE(result.jobs[1].in_base);
}

TEST(ProcessBase, JobsOfABaseThatGivesUpAreDoneInItsParentOrAlone) {
  PoolOptions options = twoBases({0, 1});
  options.run_base = [](size_t, BaseProcess& process) {
    const BaseFork fork = process.rest();
    if (fork.is_base) { process.giveUp(); }
    return "in base 0:" + std::to_string(fork.index);
  };
  auto result = runJobs(2, alone, options);
  EXPECT_EQ(result.jobs[0].bytes, "in base 0:0");
  EXPECT_EQ(result.jobs[1].bytes, "in base 0:1");

  options.run_base = [](size_t, BaseProcess& process) -> std::string { process.giveUp(); };
  result = runJobs(2, alone, options);
  EXPECT_EQ(result.jobs[0].bytes, "alone:0");
  EXPECT_EQ(result.jobs[1].bytes, "alone:1");
}

TEST(ProcessBase, AJobThatHangsInItsBaseIsGivenUp) {
  PoolOptions options = twoBases({0, 0});
  options.base_parents = {no_base};
  options.job_limit = 200ms;
  options.run_base = [](size_t, BaseProcess& process) {
    const BaseFork fork = process.rest();
    while (fork.index == 1) {
      pause();
    }
    return std::string("done");
  };
  const auto result = runJobs(2, alone, options);
  EXPECT_EQ(result.jobs[0].bytes, "done");
  EXPECT_EQ(result.jobs[1].state, JobState::TimedOut);
}

TEST(ProcessBase, ABaseThatHangsCostsNoJob) {
  PoolOptions options = twoBases({0});
  options.base_parents = {no_base};
  options.job_limit = 200ms;
  options.run_base = [](size_t, BaseProcess&) -> std::string {
    for (;;) {
      pause();
    }
  };
  EXPECT_EQ(runJobs(1, alone, options).jobs[0].bytes, "alone:0");
}

TEST(ProcessBase, LargeAnswersArriveWhole) {
  PoolOptions options = twoBases({0, 0});
  options.base_parents = {no_base};
  options.run_base = [](size_t, BaseProcess& process) {
    return std::string(5'000'000, static_cast<char>('a' + process.rest().index));
  };
  const auto result = runJobs(2, alone, options);
  EXPECT_EQ(result.jobs[0].bytes, std::string(5'000'000, 'a'));
  EXPECT_EQ(result.jobs[1].bytes, std::string(5'000'000, 'b'));
}

} // namespace
} // namespace nostall
