#include "golden.h"
#include "report/report.h"
#include "sample_reports.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

TEST(TextReport, ShowsFindingsProblemsAndSummary) {
  expectGolden("sample.txt", toText(sampleReport(), {}));
}

TEST(TextReport, PaintsWhenAsked) {
  expectGolden("sample_color.txt", toText(sampleReport(), {.color = true}));
}

TEST(TextReport, ShowsStatisticsWhenAsked) {
  expectGolden("sample_statistics.txt", toText(sampleReport(), {.quiet = true, .statistics = true}));
}

TEST(TextReport, SaysWhenNothingWasFound) {
  EXPECT_EQ(toText(emptyReport(), {}), "No blocking calls found. 3 units.\n");
}

TEST(TextReport, CountsWhatWasNotSeen) {
  EXPECT_EQ(toText(silentReport(), {}),
            "No blocking calls found. 214 units, 3 not parsed, 2 parsed with errors, 41 calls through "
            "pointers not followed, 2 calls in uninstantiated templates not followed, 1 broken coroutine not "
            "understood.\n");
}

TEST(TextReport, IsQuietWhenAsked) {
  EXPECT_EQ(toText(silentReport(), {.quiet = true}), "");
  EXPECT_THAT(toText(sampleReport(), {.quiet = true}), HasSubstr("'missing.h' file not found"))
      << "problems are never hidden";
}

TEST(TextReport, HidesSuppressedFindings) {
  Report report = sampleReport();
  for (Finding& finding : report.findings) {
    finding.suppressed = Suppression{};
  }
  report.problems.clear();
  report.root_causes.clear();
  const std::string text = toText(report, {});
  EXPECT_THAT(text, Not(HasSubstr("blocking-sleep")));
  EXPECT_THAT(text, EndsWith("8 findings suppressed.\n"));
}

TEST(TextReport, ShortensLongChains) {
  Report report = sampleReport();
  report.findings.resize(1);
  std::vector<ChainStep>& chain = report.findings.front().chain;
  const auto steps = [&](size_t count) {
    chain.clear();
    for (size_t i = 0; i < count; ++i) {
      ChainStep& step = chain.emplace_back();
      step.at = {"deep.cpp", 1, 1};
      step.function = "f" + std::to_string(i);
      step.callee = "g" + std::to_string(i);
    }
    return toText(report, {});
  };
  EXPECT_THAT(steps(21), Not(HasSubstr("more calls")));
  const std::string text = steps(100);
  EXPECT_THAT(text, HasSubstr("'f11' calls 'g11'\n    ... 80 more calls (--format json has them) ...\n"));
  EXPECT_THAT(text, HasSubstr("calls (--format json has them) ...\ndeep.cpp:1:1: note: 'f92' calls 'g92'\n"));
  EXPECT_THAT(text, HasSubstr("'f99' calls 'g99'\n"));
}

TEST(TextReport, WritesNothingATerminalObeys) {
  const std::string text = toText(hostileReport(), {.statistics = true});
  expectGolden("hostile.txt", text);
  for (const char c : text) {
    EXPECT_TRUE(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) << "byte " << int(c);
  }
  EXPECT_THAT(text, Not(HasSubstr("\u202e"))) << "turns the direction of text";
}

TEST(TextReport, NamesEachKindOfContext) {
  Report report = sampleReport();
  report.findings.resize(1);
  report.findings.front().context = {ContextKind::Declared, "", ""};
  EXPECT_THAT(toText(report, {}), HasSubstr("in function 'Queue::pop', declared to run on the event loop\n"));
}

} // namespace
} // namespace nostall
