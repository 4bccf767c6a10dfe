#include "report/golden.h"
#include "report/report.h"
#include "report/sample_reports.h"

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
    return toText(report, {.notes = true});
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
  EXPECT_THAT(toText(report, {.notes = true}),
              HasSubstr("in function 'Queue::pop', declared to run on the event loop\n"));
}

/// The finding of the sample whose chain ends in src/retry.cpp, from `count` places.
Report oneCause(size_t count) {
  Report report = sampleReport();
  const Finding first = report.findings[1];
  report.findings.clear();
  report.problems.clear();
  for (size_t i = 0; i < count; ++i) {
    Finding& finding = report.findings.emplace_back(first);
    finding.at.line += static_cast<uint32_t>(i);
    finding.function += std::to_string(i);
    finding.chain.front().at = finding.at;
  }
  return report;
}

TEST(TextReport, ShowsACauseOnce) {
  const Report report = oneCause(9);
  const std::string text = toText(report, {});
  EXPECT_THAT(text,
              HasSubstr("  and 8 more places; 9 async contexts in all: src/session.cpp:43:5,\n"
                        "    src/session.cpp:44:5, src/session.cpp:45:5, ... (--every-place shows them)\n"));
  EXPECT_THAT(text, Not(HasSubstr("never_blocks"))) << "few enough to repair";
  const std::string all = toText(report, {.every_place = true});
  EXPECT_THAT(all, HasSubstr("in coroutine 'session8'"));
}

TEST(TextReport, SaysHowToAcceptWhatStallsEverything) {
  EXPECT_THAT(toText(oneCause(12), {}), HasSubstr("  to accept it for good, write into .nostall.yaml:\n"
                                                  "    never_blocks:\n      - function: \"Retry::run\"\n"));
}

TEST(TextReport, PutsWhatIsWorstFirst) {
  Report report = sampleReport();
  const std::string text = toText(report, {.notes = true});
  EXPECT_LT(text.find("error: 'guard'"), text.find("warning:"));
  EXPECT_LT(text.find("warning:"), text.find("queue.h:7:3: note:"));
}

TEST(TextReport, BeginsALongReportWithWhatToRepair) {
  EXPECT_THAT(toText(oneCause(2), {}), Not(testing::StartsWith("Repair these first:")));
  Report report = oneCause(30);
  for (size_t i = 0; i < report.findings.size(); ++i) {
    report.findings[i].chain.back().at.line = static_cast<uint32_t>(i + 1); // each a cause
  }
  EXPECT_THAT(toText(report, {}),
              testing::StartsWith("Repair these first:\n  'Retry::run' (src/retry.cpp:12)"));
}

TEST(TextReport, KeepsToTheColumnsThatThereAre) {
  const std::string text = toText(oneCause(9), {.width = 60, .wraps_headings = true});
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    const bool one_word = line.find_last_of(' ') <= line.find_first_not_of(' ');
    const bool step = line.find(": note: ") != std::string::npos;
    if (line.find("stalls") == std::string::npos && line.find(" in 14 units") == std::string::npos) {
      EXPECT_TRUE(line.size() <= 60 || one_word || step) << line;
    }
    begin = end + 1;
  }
  EXPECT_THAT(
      text,
      HasSubstr("src/session.cpp:42:5: error: 'std::this_thread::sleep_for'\n    parks the event loop"));
}

} // namespace
} // namespace nostall
