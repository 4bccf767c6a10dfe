#include "analysis/analysis_of.h"
#include "support/paths.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::function<bool(const std::string&)> inFolder(const std::string& folder) {
  return [folder](const std::string& path) { return isInside(path, folder); };
}

/// A coroutine in /p/old/a.cpp and one in /p/new/b.cpp that call the same function, which sleeps.
std::vector<UnitFacts> oldAndNew() {
  UnitBuilder old_unit("/p/old/a.cpp");
  old_unit.coroutine("before").calls("pause", 7);
  old_unit.define("pause").calls("sleep", 3);
  UnitBuilder new_unit("/p/new/b.cpp");
  new_unit.coroutine("after").calls("pause", 8);
  return {old_unit.facts(), new_unit.facts()};
}

std::vector<std::string> linesWith(const AnalysisOptions& options) {
  return linesOf(analysisOf(oldAndNew(), small_pack, options));
}

constexpr char before_line[] = "7 error blocking-sleep before: pause, sleep";
constexpr char after_line[] = "b.cpp:8 error blocking-sleep after: pause, sleep";

TEST(PathSettings, ChangeTheLevelOfFindingsThatStandThere) {
  AnalysisOptions options;
  options.path_settings = {
      {.covers = inFolder("/p/old"), .severities = {{"blocking-sleep", Severity::Note}}}};
  EXPECT_THAT(linesWith(options),
              UnorderedElementsAre("7 note blocking-sleep before: pause, sleep", after_line));
}

TEST(PathSettings, CanRaiseALevelAbove) {
  AnalysisOptions options;
  options.severities = {{"blocking-sleep", Severity::Note}};
  options.path_settings = {
      {.covers = inFolder("/p/new"), .severities = {{"blocking-sleep", Severity::Error}}}};
  EXPECT_THAT(linesWith(options),
              UnorderedElementsAre("7 note blocking-sleep before: pause, sleep", after_line));
}

TEST(PathSettings, SwitchARuleOffThere) {
  AnalysisOptions options;
  options.path_settings = {{.covers = inFolder("/p/old"), .enabled = {{"blocking-sleep", false}}}};
  EXPECT_THAT(linesWith(options), ElementsAre(after_line));
}

TEST(PathSettings, SwitchARuleOnThereAlone) {
  AnalysisOptions options;
  options.enabled = {{"blocking-sleep", false}};
  options.path_settings = {{.covers = inFolder("/p/old"), .enabled = {{"blocking-sleep", true}}}};
  EXPECT_THAT(linesWith(options), ElementsAre(before_line));
}

TEST(PathSettings, TheLastOneThatSpeaksOfTheRuleDecides) {
  AnalysisOptions options;
  options.path_settings = {{.covers = inFolder("/p"), .enabled = {{"blocking-sleep", false}}},
                           {.covers = inFolder("/p/new"), .enabled = {{"blocking-sleep", true}}},
                           {.covers = inFolder("/p"), .enabled = {{"blocking-file", false}}}};
  EXPECT_THAT(linesWith(options), ElementsAre(after_line));
}

TEST(PathSettings, ReplaceTheRulesPartOfALevelOnly) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  AnalysisOptions options;
  options.path_settings = {{.covers = inFolder("/p"), .severities = {{"blocking-sleep", Severity::Warning}}}};
  const char* const approximate = "schema: 1\nlibrary: small\nblocks:\n  blocking-sleep:\n"
                                  "    - {function: sleep, approximate: true}\n";
  EXPECT_THAT(linesOf(analysisOf({unit.facts()}, approximate, options)),
              ElementsAre("7 note blocking-sleep session: sleep"))
      << "a warning, one level lower";
}

TEST(PathSettings, LeaveRootCausesWhole) {
  AnalysisOptions options;
  options.path_settings = {
      {.covers = inFolder("/p/old"), .severities = {{"blocking-sleep", Severity::Note}}}};
  const Analysis analysis = analysisOf(oldAndNew(), small_pack, options);
  ASSERT_EQ(analysis.root_causes.size(), 1U);
  EXPECT_EQ(analysis.root_causes[0].contexts, 2U);
}

TEST(PathSettings, KeepCommentsAtWork) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  unit.comment(7, {"nostall-blocking-sleep"});
  AnalysisOptions options;
  options.path_settings = {{.covers = inFolder("/p"), .severities = {{"blocking-sleep", Severity::Note}}}};
  EXPECT_THAT(linesOf(analysisOf({unit.facts()}, small_pack, options)),
              ElementsAre("7 note blocking-sleep session: sleep (suppressed)"));
}

TEST(PathSettings, ACommentForARuleThatIsOffThereIsNotUnused) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("harmless", 7);
  unit.comment(7, {"nostall-blocking-sleep"});
  EXPECT_EQ(linesOf(analysisOf({unit.facts()})).size(), 1U) << "it is unused where the rule is on";
  AnalysisOptions options;
  options.path_settings = {{.covers = inFolder("/p"), .enabled = {{"blocking-sleep", false}}}};
  EXPECT_THAT(linesOf(analysisOf({unit.facts()}, small_pack, options)), IsEmpty());
}

TEST(PathSettings, NothingIsReportedOnExcludedPaths) {
  AnalysisOptions options;
  options.is_excluded = inFolder("/p/old");
  EXPECT_THAT(linesWith(options), ElementsAre(after_line)) << "chains still pass through";
}

} // namespace
} // namespace nostall
