// The formats of CI pages and editors, as golden files, and that nothing in a name can forge a line of them.
#include "report/golden.h"
#include "report/report.h"
#include "report/sample_reports.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

namespace nostall {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

TEST(CiReports, AreAsTheyAre) {
  expectGolden("sample.concise", toConcise(sampleReport()));
  expectGolden("sample.github", toGitHub(sampleReport()));
  expectGolden("sample.gitlab.json", toGitLab(sampleReport()));
  expectGolden("sample.junit.xml", toJUnit(sampleReport()));
  expectGolden("sample.md", toMarkdown(sampleReport()));
}

TEST(CiReports, KeepNamesFromForgingLines) {
  expectGolden("hostile.concise", toConcise(hostileReport()));
  expectGolden("hostile.github", toGitHub(hostileReport()));
  expectGolden("hostile.gitlab.json", toGitLab(hostileReport()));
  expectGolden("hostile.junit.xml", toJUnit(hostileReport()));
  expectGolden("hostile.md", toMarkdown(hostileReport()));
  for (const std::string& line : linesOf(toGitHub(hostileReport()))) {
    EXPECT_FALSE(line.starts_with("::error::")) << "a command that nobody gave: " << line;
  }
  for (const std::string& text : {toConcise(hostileReport()), toGitHub(hostileReport()),
                                  toJUnit(hostileReport()), toMarkdown(hostileReport())}) {
    for (const char c : text) {
      EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << "byte " << int(c);
    }
    EXPECT_THAT(text, Not(HasSubstr("\u202e")));
  }
}

TEST(CiReports, ConciseHasALineForEachFindingAndNothingElse) {
  const std::vector<std::string> lines = linesOf(toConcise(sampleReport()));
  EXPECT_EQ(lines.size(), 5U + 2U) << "findings, and problems that have a place";
  EXPECT_EQ(toConcise(emptyReport()), "");
}

TEST(CiReports, GitLabEntriesHaveFingerprintsOfTheirOwn) {
  Report report = sampleReport();
  Finding copy = report.findings[1];
  copy.at.file = "src/copy.cpp";
  report.findings.push_back(copy);
  std::set<std::string> seen;
  for (const auto& entry : nlohmann::json::parse(toGitLab(report))) {
    EXPECT_TRUE(seen.insert(entry["fingerprint"]).second);
    EXPECT_GE(entry["location"]["lines"]["begin"], 1);
  }
}

TEST(CiReports, JUnitHasATestWhenNothingIsFound) {
  EXPECT_THAT(toJUnit(emptyReport()), HasSubstr("tests=\"1\" failures=\"0\" errors=\"0\""));
}

TEST(CiReports, MarkdownMeansWhatItSays) {
  Report report = sampleReport();
  report.findings[1].message = "<img src=x> @someone `code` [a](b) | c";
  EXPECT_THAT(toMarkdown(report),
              HasSubstr("&lt;img src=x&gt; &#64;someone \\`code\\` \\[a\\]\\(b\\) \\| c"));
}

} // namespace
} // namespace nostall
