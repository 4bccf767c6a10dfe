#include "driver/source_lines.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

Location at(const std::string& file, uint32_t line) {
  return {.file = file, .line = line};
}

TEST(SourceLines, AreReadForEveryPlaceAndStepOnceAndSorted) {
  const TemporaryFolder folder;
  folder.write("b.cpp", "b1\nb2\r\nb3");
  folder.write("a.cpp", "a1\n\tnap();\n");
  Report report;
  Finding finding;
  finding.at = at("b.cpp", 3);
  finding.chain = {{.at = at("b.cpp", 3)}, {.at = at("a.cpp", 2)}, {.at = at("b.cpp", 2)}};
  report.findings = {finding, finding};
  report.root_causes = {{.at = at("a.cpp", 1)}};
  readSourceLines(report, PathPrinter(folder.path()));
  ASSERT_EQ(report.source_lines.size(), 4U);
  const auto isLine = [&](size_t index, const std::string& file, uint32_t line, const std::string& text) {
    const SourceLine& found = report.source_lines[index];
    return found.file == file && found.line == line && found.text == text;
  };
  EXPECT_TRUE(isLine(0, "a.cpp", 1, "a1"));
  EXPECT_TRUE(isLine(1, "a.cpp", 2, "\tnap();"));
  EXPECT_TRUE(isLine(2, "b.cpp", 2, "b2"));
  EXPECT_TRUE(isLine(3, "b.cpp", 3, "b3"));
}

TEST(SourceLines, LeaveOutWhatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("a.cpp", "one\n");
  Report report;
  for (const Location& place : {at("a.cpp", 7), at("gone.cpp", 1), at("a.cpp", 0), at("", 1)}) {
    report.findings.emplace_back().at = place;
  }
  readSourceLines(report, PathPrinter(folder.path()));
  EXPECT_TRUE(report.source_lines.empty());
}

} // namespace
} // namespace nostall
