#include "driver/apply_fixes.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace nostall {
namespace {

Edit replacement(uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column, std::string text) {
  return {{"a.cpp", line, column, end_line, end_column}, std::move(text)};
}

Edit insertion(uint32_t line, uint32_t column, std::string text) {
  return replacement(line, column, line, column, std::move(text));
}

Finding fixable(std::vector<Edit> edits, bool safe = true) {
  Finding finding;
  finding.fixes = {{"repair it", safe, std::move(edits)}};
  return finding;
}

class ApplyFixes : public testing::Test {
protected:
  FixResult apply(const std::string& text, std::vector<Finding> findings, FixMode mode = FixMode::Safe) {
    std::ofstream(path(), std::ios::binary) << text;
    Report report;
    report.findings = std::move(findings);
    return applyFixes(report, mode, PathPrinter(folder_.path()));
  }
  std::string text() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string path() const { return folder_.path() + "/a.cpp"; }

  TemporaryFolder folder_;
};

TEST_F(ApplyFixes, WritesEveryEditAndKeepsLineEnds) {
  const FixResult result =
      apply("  f();\r\n  g();", {fixable({insertion(1, 3, "co_await "), insertion(2, 3, "co_await ")})});
  EXPECT_EQ(text(), "  co_await f();\r\n  co_await g();");
  EXPECT_EQ(result.fixed, 1U);
}

TEST_F(ApplyFixes, ReplacesRangesOverSeveralLines) {
  apply("a(\n  b);\n", {fixable({replacement(1, 1, 2, 3, "c(")})});
  EXPECT_EQ(text(), "c(b);\n");
}

TEST_F(ApplyFixes, LeavesOneOfTwoThatTouch) {
  const FixResult result =
      apply("f();\n", {fixable({insertion(1, 1, "x ")}), fixable({replacement(1, 1, 1, 2, "g")})});
  EXPECT_EQ(text(), "x f();\n");
  EXPECT_EQ(result.fixed, 1U);
  EXPECT_EQ(result.overlapping, 1U);
}

TEST_F(ApplyFixes, WritesUnsafeOnesOnlyWhenAsked) {
  EXPECT_EQ(apply("f();\n", {fixable({insertion(1, 1, "x ")}, false)}).fixed, 0U);
  EXPECT_EQ(text(), "f();\n");
  EXPECT_EQ(apply("f();\n", {fixable({insertion(1, 1, "x ")}, false)}, FixMode::Unsafe).fixed, 1U);
  EXPECT_EQ(text(), "x f();\n");
}

TEST_F(ApplyFixes, LeavesSuppressedFindings) {
  Finding finding = fixable({insertion(1, 1, "x ")});
  finding.suppressed = Suppression{};
  EXPECT_EQ(apply("f();\n", {finding}).fixed, 0U);
  EXPECT_EQ(text(), "f();\n");
}

TEST_F(ApplyFixes, RefusesPlacesThatTheFileDoesNotHave) {
  EXPECT_EQ(apply("f();\n", {fixable({insertion(9, 1, "x ")})}).fixed, 0U);
  EXPECT_EQ(text(), "f();\n");
}

TEST_F(ApplyFixes, SaysWhichFileCannotBeRead) {
  Report report;
  report.findings = {fixable({insertion(1, 1, "x ")})};
  const FixResult result = applyFixes(report, FixMode::Safe, PathPrinter(folder_.path()));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].file, "a.cpp");
}

} // namespace
} // namespace nostall
