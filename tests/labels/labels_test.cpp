// The runner's own grammar: a test that cannot fail is worth nothing, so each way to fail is shown here.
#include "labels/labels.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> judge(std::string_view text, const std::vector<Found>& found) {
  return disagreements(readLabels("a.cpp", text).expectations, found);
}

Found sleepAt(uint32_t line, std::vector<std::string> via = {"nap", "usleep"},
              Severity severity = Severity::Error) {
  return {"a.cpp", line, "blocking-sleep", severity, std::move(via)};
}

TEST(Labels, AWantedFindingThatIsThereAgrees) {
  EXPECT_THAT(judge("nap();  // want: blocking-sleep", {sleepAt(1)}), IsEmpty());
  EXPECT_THAT(judge("nap();\n// want@-1: blocking-sleep error via nap, usleep", {sleepAt(1)}), IsEmpty());
}

TEST(Labels, AWantedFindingThatIsAbsentFails) {
  EXPECT_THAT(judge("nap();  // want: blocking-sleep", {}),
              ElementsAre("a.cpp:1: wanted blocking-sleep, found nothing"));
}

TEST(Labels, ASecondFindingOnALineFails) {
  EXPECT_THAT(judge("nap();  // want: blocking-sleep", {sleepAt(1), sleepAt(1)}),
              ElementsAre("a.cpp:1: no label speaks of blocking-sleep error via nap, usleep"));
  EXPECT_THAT(judge("nap();  // want: blocking-sleep // want: blocking-sleep", {sleepAt(1), sleepAt(1)}),
              IsEmpty());
}

TEST(Labels, AnotherChainOrLevelFails) {
  EXPECT_THAT(
      judge("nap();  // want: blocking-sleep via usleep", {sleepAt(1)}),
      ElementsAre("a.cpp:1: wanted blocking-sleep via usleep, found blocking-sleep error via nap, usleep"));
  EXPECT_THAT(judge("nap();  // want: blocking-sleep note", {sleepAt(1)}),
              ElementsAre(HasSubstr("wanted blocking-sleep note")));
}

TEST(Labels, AFindingWithoutALabelFails) {
  EXPECT_THAT(judge("nap();", {sleepAt(1)}),
              ElementsAre(HasSubstr("a.cpp:1: no label speaks of blocking-sleep")));
  EXPECT_THAT(judge("nap();  // want: blocking-file", {sleepAt(1)}).size(), 2u);
}

TEST(Labels, SilenceOnPurposeFailsWhenItIsBroken) {
  EXPECT_THAT(judge("nap();  // ok: blocking-sleep   zero returns at once", {}), IsEmpty());
  EXPECT_THAT(judge("nap();  // ok: blocking-sleep", {sleepAt(1)}),
              ElementsAre(HasSubstr("silence was wanted")));
}

TEST(Labels, AMissedAlarmThatIsFoundMustBePromoted) {
  EXPECT_THAT(judge("nap();  // missed: blocking-sleep through a pointer", {}), IsEmpty());
  EXPECT_THAT(judge("nap();  // missed: blocking-sleep through a pointer", {sleepAt(1)}),
              ElementsAre(HasSubstr("promote")));
}

TEST(Labels, AFalseAlarmThatIsGoneMustBePromoted) {
  EXPECT_THAT(judge("nap();  // false: blocking-sleep", {sleepAt(1)}), IsEmpty());
  EXPECT_THAT(judge("nap();  // false: blocking-sleep", {}), ElementsAre(HasSubstr("promote")));
}

TEST(Labels, AMistakeInALabelIsNamed) {
  EXPECT_THAT(readLabels("a.cpp", "x  // want: blocking-sleep through nap").mistakes,
              ElementsAre(HasSubstr("a.cpp:1: after 'want: blocking-sleep'")));
  EXPECT_THAT(readLabels("a.cpp", "x  // want:").mistakes, ElementsAre(HasSubstr("names a rule")));
}

TEST(Labels, OrdinaryCommentsAreNoLabels) {
  const LabelledFile labels =
      readLabels("a.cpp", "// what we want: less\nint x;  // see https://example.org // ok\n");
  EXPECT_THAT(labels.expectations, IsEmpty());
  EXPECT_THAT(labels.mistakes, IsEmpty());
}

TEST(Labels, DirectivesStandInTheFirstLinesOnly) {
  const LabelledFile labels = readLabels(
      "a.cpp",
      "// no findings\n// flags: -DX -I{source}/a\n// enable: cpu-heavy, blocking-lock\n// degraded\n");
  EXPECT_TRUE(labels.no_findings);
  EXPECT_TRUE(labels.degraded);
  EXPECT_THAT(labels.flags, ElementsAre("-DX", "-I{source}/a"));
  EXPECT_THAT(labels.enabled, ElementsAre("cpu-heavy", "blocking-lock"));
  EXPECT_FALSE(readLabels("a.cpp", "int x;\n// no findings\n").no_findings);
}

} // namespace
} // namespace nostall
