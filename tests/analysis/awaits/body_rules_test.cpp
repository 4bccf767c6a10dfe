// The rules that look at one body, from facts by hand; testdata/rules has them from code.
#include "analysis/analyse.h"
#include "support/facts_builder.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string ruleText(const std::string& id, const std::string& kind) {
  return "schema: 1\nid: " + id + "\nkind: " + kind +
         "\nseverity: error\nsummary: A rule\nmessage: \"{callee}{object}\"\nmessages: {maybe: \"maybe "
         "{object}\", "
         "flag: \"flag {object}\", reference: \"reference {object}\", restored: \"restored {object}\", "
         "loop: \"loop {callee}\", parameter: \"given {object}\"}\n";
}

const char* const body_pack = R"(
schema: 1
library: small
locks:
  - {mutex: Mutex, lock: [lock], unlock: [unlock]}
blocks:
  blocking-sleep: [sleep]
looks: [look]
limits: [Semaphore]
peers: [receive]
deadlines: [deadline]
detaches: [spawn]
)";

/// "7 busy-loop: look": line, rule, message.
std::vector<std::string> findingsOf(UnitBuilder& unit) {
  std::vector<RuleSource> sources = {{"pack", body_pack}};
  const std::pair<const char*, const char*> rules[] = {
      {"blocking-sleep", "reach"},       {"lock-across-await", "lock"},
      {"blocking-under-lock", "lock"},   {"thread-local-across-await", "pattern"},
      {"state-across-await", "pattern"}, {"busy-loop", "loop"},
      {"unbounded-spawn", "loop"},       {"sequential-await", "pattern"},
      {"missing-timeout", "pattern"},    {"swallowed-cancellation", "pattern"}};
  for (const auto& [id, kind] : rules) {
    sources.push_back({id, ruleText(id, kind)});
  }
  const CatalogResult loaded = loadCatalog(sources);
  EXPECT_THAT(loaded.problems, IsEmpty());
  const Analysis analysis = analyse(link({unit.facts()}), loaded.catalog, {});
  std::vector<std::string> lines;
  for (const Finding& finding : analysis.findings) {
    lines.push_back(std::to_string(finding.at.line) + " " + finding.rule + ": " + finding.message);
  }
  return lines;
}

class BodyRulesTest : public testing::Test {
protected:
  BodyRulesTest() : unit_("/p/a.cpp") { unit_.type("Mutex"); }

  Value value(const std::string& path, const std::string& type = "int") {
    Value value{.path = unit_.text(path)};
    value.type = unit_.type(type);
    return value;
  }
  void locks(BodyBuilder& body, const std::string& method, uint32_t line,
             const std::string& path = "global:mutex") {
    body.calls("Mutex::" + method, line);
    body.last().object = value(path, "Mutex");
  }
  void accesses(BodyBuilder& body, EventKind kind, const std::string& path, uint32_t line) {
    body.calls("nothing", line);
    body.last().kind = kind;
    body.last().callee = no_id;
    body.last().object = value(path);
  }
  /// Each list is a block's events by number, with where it goes on.
  void graph(BodyBuilder& body, std::vector<std::pair<uint32_t, std::vector<BlockId>>> blocks) {
    Body& own = body.body();
    own.blocks.clear();
    EventId first = 0;
    for (const auto& [count, successors] : blocks) {
      Block block{.first = first, .count = count};
      for (const BlockId next : successors) {
        block.successors.push_back(next);
      }
      own.blocks.push_back(std::move(block));
      first += count;
    }
    own.exit = static_cast<BlockId>(own.blocks.size() - 1);
  }

  UnitBuilder unit_;
};

TEST_F(BodyRulesTest, ALockIsReportedAtTheFirstSuspension) {
  BodyBuilder body = unit_.coroutine("session");
  locks(body, "lock", 3);
  body.awaits("Task", 4);
  body.awaits("Task", 5);
  locks(body, "unlock", 6);
  EXPECT_THAT(findingsOf(unit_), ElementsAre("4 lock-across-await: mutex"));
}

TEST_F(BodyRulesTest, ALockInAPlainFunctionIsNot) {
  BodyBuilder body = unit_.define("session");
  locks(body, "lock", 3);
  body.awaits("Task", 4);
  EXPECT_THAT(findingsOf(unit_), IsEmpty());
}

TEST_F(BodyRulesTest, ALockThatIsHandedToTheAwaitIsNot) {
  BodyBuilder body = unit_.coroutine("session");
  locks(body, "lock", 3);
  body.calls("wait", 4).last().arguments.push_back(value("global:mutex", "Mutex"));
  body.last().full_expression = 9;
  body.awaits("Task", 4);
  body.last().full_expression = 9;
  EXPECT_THAT(findingsOf(unit_), IsEmpty());
}

TEST_F(BodyRulesTest, ABlockingCallUnderALockOfCoroutinesIsReported) {
  BodyBuilder coroutine = unit_.coroutine("session");
  locks(coroutine, "lock", 3);
  locks(coroutine, "unlock", 4);
  BodyBuilder thread = unit_.define("thread");
  locks(thread, "lock", 6);
  thread.calls("rest", 7);
  locks(thread, "unlock", 8);
  unit_.define("rest").calls("sleep", 10);
  EXPECT_THAT(findingsOf(unit_), ElementsAre("7 blocking-under-lock: sleepmutex"));
}

TEST_F(BodyRulesTest, ABlockingCallUnderAnotherLockIsNot) {
  BodyBuilder coroutine = unit_.coroutine("session");
  locks(coroutine, "lock", 3, "global:other");
  locks(coroutine, "unlock", 4, "global:other");
  BodyBuilder thread = unit_.define("thread");
  locks(thread, "lock", 6);
  thread.calls("sleep", 7);
  EXPECT_THAT(findingsOf(unit_), IsEmpty());
}

TEST_F(BodyRulesTest, AThreadLocalThatIsSetBeforeAndReadAfterIsReported) {
  BodyBuilder body = unit_.coroutine("session");
  accesses(body, EventKind::Write, "thread_local:user", 3);
  body.awaits("Task", 4);
  accesses(body, EventKind::Read, "thread_local:user", 5);
  EXPECT_THAT(findingsOf(unit_), ElementsAre("5 thread-local-across-await: user"));
}

TEST_F(BodyRulesTest, StateThatIsReadBeforeAndWrittenAfterIsReported) {
  BodyBuilder body = unit_.coroutine("session");
  accesses(body, EventKind::Read, "this.count", 3);
  body.awaits("Task", 4);
  accesses(body, EventKind::Write, "this.count", 5);
  EXPECT_THAT(findingsOf(unit_), ElementsAre("5 state-across-await: count"));
}

TEST_F(BodyRulesTest, StateThatIsReadAgainIsNot) {
  BodyBuilder body = unit_.coroutine("session");
  accesses(body, EventKind::Read, "this.count", 3);
  body.awaits("Task", 4);
  accesses(body, EventKind::Read, "this.count", 5);
  accesses(body, EventKind::Write, "this.count", 5);
  EXPECT_THAT(findingsOf(unit_), IsEmpty());
}

TEST_F(BodyRulesTest, ALoopThatOnlyLooksIsReported) {
  BodyBuilder body = unit_.coroutine("session");
  body.calls("look", 3);
  graph(body, {{0, {1}}, {1, {2, 3}}, {0, {1}}, {0, {}}});
  Value asked;
  asked.from = 0;
  body.body().blocks[1].test = BranchTest{.value = asked, .negated = true};
  EXPECT_THAT(findingsOf(unit_), ElementsAre("3 busy-loop: look"));
  body.body().blocks[1].test = {};
  EXPECT_THAT(findingsOf(unit_), IsEmpty()) << "nobody knows what the loop asks";
}

TEST_F(BodyRulesTest, ATaskThatEachTurnStartsIsReported) {
  BodyBuilder body = unit_.coroutine("session");
  body.calls("more", 3);
  body.calls("spawn", 4);
  graph(body, {{0, {1}}, {1, {2, 3}}, {1, {1}}, {0, {}}});
  EXPECT_THAT(findingsOf(unit_), ElementsAre("4 unbounded-spawn: spawn"));
}

TEST_F(BodyRulesTest, ATaskInALoopThatAsksASemaphoreIsNot) {
  BodyBuilder body = unit_.coroutine("session");
  body.calls("acquire", 3);
  body.last().object = value("this.semaphore", "Semaphore");
  body.calls("spawn", 4);
  graph(body, {{0, {1}}, {1, {2, 3}}, {1, {1}}, {0, {}}});
  EXPECT_THAT(findingsOf(unit_), IsEmpty());
}

TEST_F(BodyRulesTest, AnAwaitOfAPeerNeedsADeadline) {
  BodyBuilder body = unit_.coroutine("session");
  body.calls("receive", 3);
  body.awaits("Task", 3);
  Value received;
  received.from = 0;
  body.last().object = received;
  EXPECT_THAT(findingsOf(unit_), ElementsAre("3 missing-timeout: receive"));
  body.calls("deadline", 4);
  EXPECT_THAT(findingsOf(unit_), IsEmpty());
}

TEST_F(BodyRulesTest, AHandlerOfEverythingMustNotGoOnAwaiting) {
  BodyBuilder body = unit_.coroutine("session");
  body.awaits("Task", 3);
  body.awaits("Task", 5);
  graph(body, {{1, {2}}, {0, {2}}, {1, {}}});
  Body& own = body.body();
  own.blocks[0].handlers.push_back(1);
  own.blocks[1].catches.push_back({});
  EXPECT_THAT(findingsOf(unit_), ElementsAre("3 swallowed-cancellation: "));
  own.blocks[1].successors.clear();
  EXPECT_THAT(findingsOf(unit_), IsEmpty()) << "it leaves the coroutine";
}

} // namespace
} // namespace nostall
