#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string blocks(const std::string& entry) {
  return "schema: 1\nlibrary: small\nblocks:\n  blocking-sleep:\n    - " + entry + "\n";
}

std::vector<std::string> sleepWith(const std::string& entry) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  return findingsOf(unit, blocks(entry));
}

TEST(Levels, AreTheRules) {
  EXPECT_THAT(sleepWith("{function: sleep}"), ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Levels, AreTheEntrysWhenLower) {
  EXPECT_THAT(sleepWith("{function: sleep, severity: warning}"),
              ElementsAre("7 warning blocking-sleep session: sleep"));
}

TEST(Levels, OfShortWaitsAreNotes) {
  EXPECT_THAT(sleepWith("{function: sleep, cost: short}"),
              ElementsAre("7 note blocking-sleep session: sleep"));
}

/// A call with the number as its argument, which the entry takes for milliseconds.
std::vector<std::string> sleepFor(int64_t number, int64_t short_wait) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder body = unit.coroutine("session");
  body.calls("sleep", 7);
  body.last().arguments.push_back({.number = number, .constant = ConstantKind::Integer});
  AnalysisOptions options;
  options.short_wait = short_wait;
  return linesOf(
      analysisOf({unit.facts()}, blocks("{function: sleep, time: {argument: 0, unit: ms}}"), options));
}

TEST(Levels, OfWaitsThatANumberKeepsShortAreNotes) {
  EXPECT_THAT(sleepFor(4, 5'000'000), ElementsAre("7 note blocking-sleep session: sleep"));
  EXPECT_THAT(sleepFor(5, 5'000'000), ElementsAre("7 error blocking-sleep session: sleep"));
  EXPECT_THAT(sleepFor(-1, 5'000'000), ElementsAre("7 error blocking-sleep session: sleep")) << "for ever";
  EXPECT_THAT(sleepFor(INT64_MAX, 5'000'000), ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Levels, OfWaitsForAPeerAreTheRules) {
  EXPECT_THAT(sleepWith("{function: sleep, cost: may_wait}"),
              ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Levels, OfApproximateEntriesAreOneLower) {
  EXPECT_THAT(sleepWith("{function: sleep, approximate: true}"),
              ElementsAre("7 warning blocking-sleep session: sleep"));
}

std::vector<std::string> sleepFor(int64_t nanoseconds, ConstantKind kind, int64_t short_wait) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder body = unit.coroutine("session").calls("sleep", 7);
  body.last().arguments = {{.number = nanoseconds, .constant = kind}, {.number = 5, .constant = kind}};
  AnalysisOptions options;
  options.short_wait = short_wait;
  return linesOf(analysisOf({unit.facts()}, small_pack, options));
}

TEST(Levels, WaitsThatAConstantKeepsShortAreNotes) {
  EXPECT_THAT(sleepFor(999, ConstantKind::Duration, 1000),
              ElementsAre("7 note blocking-sleep session: sleep"));
  EXPECT_THAT(sleepFor(1000, ConstantKind::Duration, 1000),
              ElementsAre("7 error blocking-sleep session: sleep"));
  EXPECT_THAT(sleepFor(999, ConstantKind::Integer, 1000),
              ElementsAre("7 error blocking-sleep session: sleep"))
      << "a number is no time";
}

/// `save`, which the entry names, sleeps in its body.
std::vector<std::string> namedWith(const std::string& entry) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("app::save").calls("sleep", 3);
  unit.coroutine("session").calls("app::save", 7);
  const std::string pack = "schema: 1\nlibrary: small\nblocks:\n  blocking-sleep:\n    - {function: sleep}\n"
                           "  blocking-file:\n    - ";
  return findingsOf(unit, pack + entry + "\n");
}

TEST(Levels, OnlyASureNameStandsForTheBody) {
  EXPECT_THAT(namedWith("{function: 'app::save'}"),
              ElementsAre("7 warning blocking-file session: app::save"));
  EXPECT_THAT(namedWith("{function: 'app::save', cost: short}"),
              ElementsAre("7 note blocking-file session: app::save",
                          "7 error blocking-sleep session: app::save, sleep"));
  EXPECT_THAT(namedWith("{function: 'app::save', approximate: true}"),
              ElementsAre("7 note blocking-file session: app::save",
                          "7 error blocking-sleep session: app::save, sleep"));
}

TEST(Levels, ADisabledEntryIsSilent) {
  EXPECT_THAT(sleepWith("{function: sleep, enabled: false}"), IsEmpty());
}

TEST(Levels, OptionsReplaceTheRulesPart) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7).calls("fsync", 8);
  AnalysisOptions options;
  options.severities = {{"blocking-sleep", Severity::Note}, {"blocking-file", Severity::Error}};
  EXPECT_THAT(linesOf(analysisOf({unit.facts()}, small_pack, options)),
              ElementsAre("7 note blocking-sleep session: sleep", "8 error blocking-file session: fsync"));
}

TEST(Levels, OptionsSwitchRulesOff) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  AnalysisOptions options;
  options.enabled = {{"blocking-sleep", false}};
  EXPECT_THAT(linesOf(analysisOf({unit.facts()}, small_pack, options)), IsEmpty());
}

/// `blocking` of `all` overriders of Store::save sleep; session calls it on line 7.
UnitBuilder overriders(uint32_t blocking, uint32_t all) {
  UnitBuilder unit("/p/a.cpp");
  for (uint32_t i = 0; i < all; ++i) {
    const std::string name = "Store" + std::to_string(10 + i);
    unit.derive(name, "Store");
    BodyBuilder save = unit.overrides(name + "::save", "Store::save");
    if (i < blocking) { save.calls("sleep", 100 + i); }
    unit.constructs(name);
  }
  unit.typeFacts("Store").abstract = true;
  unit.functionFacts("Store::save").pure = true;
  unit.coroutine("session").callsVirtual("Store::save", 7);
  return unit;
}

std::string remarkOf(UnitBuilder unit) {
  const Analysis analysis = analysisOf({unit.facts()});
  return analysis.findings.size() == 1 ? analysis.findings[0].chain[0].remark : "not one finding";
}

TEST(Levels, OfAVirtualCallAreTheRulesWhenAllOverridesBlock) {
  UnitBuilder unit = overriders(3, 3);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: Store10::save, sleep"));
  EXPECT_EQ(remarkOf(unit), "all 3 overrides block");
}

TEST(Levels, OfAVirtualCallAreOneLowerWhenSomeOverridesBlock) {
  UnitBuilder unit = overriders(2, 5);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 warning blocking-sleep session: Store10::save, sleep"));
  EXPECT_EQ(remarkOf(unit), "2 of 5 overrides block");
}

TEST(Levels, OfAVirtualCallWithOneOverrideAreTheRules) {
  UnitBuilder unit = overriders(1, 1);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: Store10::save, sleep"));
  EXPECT_EQ(remarkOf(unit), "");
}

TEST(Levels, FewOfManyOverridesAreCountedAndNotReported) {
  UnitBuilder unit = overriders(4, 9);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
  EXPECT_EQ(statistic(analysisOf({unit.facts()}), "unlikely_virtual_calls"), 1U);
}

TEST(Levels, HalfOfManyOverridesAreReported) {
  UnitBuilder unit = overriders(5, 10);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 warning blocking-sleep session: Store10::save, sleep"));
}

TEST(Levels, ARecursiveOverrideDoesNotProveItself) {
  UnitBuilder unit = overriders(1, 1);
  unit.derive("Composite", "Store");
  unit.overrides("Composite::save", "Store::save").callsVirtual("Store::save", 50);
  unit.constructs("Composite");
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 warning blocking-sleep session: Store10::save, sleep"));
}

TEST(Levels, TheSurestChainOfACallSiteWins) {
  UnitBuilder unit = overriders(1, 2);
  unit.define("deep").calls("sleep", 3);
  unit.define("sure").calls("deep", 4);
  unit.define("load").callsVirtual("Store::save", 5).calls("sure", 6);
  unit.coroutine("other").calls("load", 9);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 warning blocking-sleep session: Store10::save, sleep",
                                            "9 error blocking-sleep other: load, sure, deep, sleep"));
}

TEST(Levels, OfAmbiguousReferencesAreOneLower) {
  std::vector<UnitFacts> units;
  for (const std::string name : {"x", "y"}) {
    UnitBuilder unit("/p/" + name + ".cpp", name);
    unit.define("main");
    unit.define("hook").calls("sleep", 3);
    units.push_back(unit.facts());
  }
  UnitBuilder library("/p/a.cpp", "lib");
  library.coroutine("session").calls("hook", 7);
  units.push_back(library.facts());
  const Analysis analysis = analysisOf(units);
  EXPECT_THAT(linesOf(analysis), ElementsAre("7 warning blocking-sleep session: hook, sleep"));
  EXPECT_EQ(analysis.findings[0].chain[0].remark, "one of 2 definitions in different programs");
  EXPECT_EQ(statistic(analysis, "ambiguous_calls"), 1U);
}

} // namespace
} // namespace nostall
