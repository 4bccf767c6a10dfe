#include "support/job_schedule.h"

#include <gtest/gtest.h>

#include <string>

namespace nostall {
namespace {

/// "job 1 from 0", "base 2", "nothing".
std::string next(JobSchedule& schedule) {
  const auto work = schedule.next();
  if (!work) { return "nothing"; }
  std::string text = (work->is_base ? "base " : "job ") + std::to_string(work->index);
  if (work->from != no_base) { text += " from " + std::to_string(work->from); }
  return text;
}

TEST(JobSchedule, GivesJobsInOrderWhenThereAreNoBases) {
  JobSchedule schedule(2, {}, {});
  EXPECT_EQ(next(schedule), "job 0");
  EXPECT_EQ(next(schedule), "job 1");
  EXPECT_EQ(next(schedule), "nothing");
}

TEST(JobSchedule, DoesOtherJobsWhileABaseIsPrepared) {
  JobSchedule schedule(3, {0, no_base, 0}, {no_base});
  EXPECT_EQ(next(schedule), "base 0");
  EXPECT_EQ(next(schedule), "job 1");
  EXPECT_EQ(next(schedule), "nothing");
  schedule.baseReady(0);
  EXPECT_EQ(next(schedule), "job 0 from 0");
  EXPECT_EQ(next(schedule), "job 2 from 0");
}

TEST(JobSchedule, DoesABasesOwnJobsBeforeTheBasesBelowIt) {
  JobSchedule schedule(2, {0, 1}, {no_base, 0});
  EXPECT_EQ(next(schedule), "base 0");
  schedule.baseReady(0);
  EXPECT_EQ(next(schedule), "job 0 from 0");
  EXPECT_EQ(next(schedule), "base 1 from 0");
  EXPECT_EQ(next(schedule), "nothing");
  schedule.baseReady(1);
  EXPECT_EQ(next(schedule), "job 1 from 1");
}

TEST(JobSchedule, ABaseIsFinishedWhenNothingRunsInItOrBelow) {
  JobSchedule schedule(2, {0, 1}, {no_base, 0});
  (void)next(schedule);
  schedule.baseReady(0);
  (void)next(schedule);
  (void)next(schedule);
  schedule.jobEnded(0);
  EXPECT_TRUE(schedule.takeFinished().empty()) << "base 1 is still to come";
  schedule.baseReady(1);
  (void)next(schedule);
  EXPECT_TRUE(schedule.takeFinished().empty());
  schedule.jobEnded(1);
  EXPECT_EQ(schedule.takeFinished(), (std::vector<size_t>{1, 0}));
  EXPECT_TRUE(schedule.takeFinished().empty());
}

TEST(JobSchedule, WhatALostBaseHeldBeginsWhereItBegan) {
  JobSchedule schedule(3, {1, 2, 1}, {no_base, 0, 1});
  (void)next(schedule);
  schedule.baseReady(0);
  EXPECT_EQ(next(schedule), "base 1 from 0");
  schedule.baseLost(1);
  EXPECT_EQ(next(schedule), "job 0 from 0");
  EXPECT_EQ(next(schedule), "job 2 from 0");
  EXPECT_EQ(next(schedule), "job 1 from 0") << "of base 2, which cannot be without base 1";
}

TEST(JobSchedule, WithoutAParentTheJobsOfALostBaseBeginInNone) {
  JobSchedule schedule(1, {0}, {no_base});
  (void)next(schedule);
  schedule.baseLost(0);
  EXPECT_EQ(next(schedule), "job 0");
}

TEST(JobSchedule, AJobThatFailsInItsBaseComesAgainWithoutOne) {
  JobSchedule schedule(1, {0}, {no_base});
  (void)next(schedule);
  schedule.baseReady(0);
  EXPECT_EQ(next(schedule), "job 0 from 0");
  schedule.again(0, 0);
  EXPECT_EQ(schedule.takeFinished(), (std::vector<size_t>{0}));
  EXPECT_EQ(next(schedule), "job 0");
}

} // namespace
} // namespace nostall
