#include "golden.h"
#include "report/report.h"
#include "report/sarif_text.h"
#include "sample_reports.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nostall {
namespace {

using nlohmann::json;

json runOf(const Report& report) {
  return json::parse(toSarif(report))["runs"][0];
}

TEST(SarifReport, HoldsEverything) {
  expectGolden("sample.sarif", toSarif(sampleReport()));
}

TEST(SarifReport, OfNothing) {
  expectGolden("empty.sarif", toSarif(emptyReport()));
}

TEST(SarifReport, SurvivesHostileNames) {
  const std::string text = toSarif(hostileReport());
  expectGolden("hostile.sarif", text);
  EXPECT_TRUE(
      std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
}

TEST(SarifReport, CountsColumnsInUtf16) {
  Report report = sampleReport();
  report.findings.resize(1);
  report.findings[0].at = {"u.cpp", 1, 8, 1, 11};
  report.source_lines = {{"u.cpp", 1, "\U0001F600\u00fc f();"}};
  const json region = runOf(report)["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startColumn"], 5) << "two units, one, a space";
  EXPECT_EQ(region["endColumn"], 8);
  EXPECT_EQ(region["snippet"]["text"], "f()");
}

TEST(SarifReport, FailsWhenAUnitFailed) {
  EXPECT_EQ(runOf(sampleReport())["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(runOf(emptyReport())["invocations"][0]["executionSuccessful"], true);
}

TEST(SarifReport, DescribesRulesThatOnlyAFindingNames) {
  Report report = sampleReport();
  report.rules.clear();
  const json run = runOf(report);
  for (const json& result : run["results"]) {
    const size_t index = result["ruleIndex"];
    EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
  }
}

TEST(SarifReport, KeepsTheWorstWhenThereAreTooMany) {
  Report report = sampleReport();
  const Finding error = report.findings[1];
  Finding note = error;
  note.severity = Severity::Note;
  note.chain.clear();
  report.findings.assign(25010, note);
  report.findings.back() = error;
  const json run = runOf(report);
  EXPECT_EQ(run["results"].size(), 25000U);
  EXPECT_EQ(run["results"].back()["level"], "error");
  const json& notes = run["invocations"][0]["toolExecutionNotifications"];
  EXPECT_EQ(notes[notes.size() - 2]["message"]["text"], "10 findings left out: a log may hold 25000.");
}

TEST(SarifReport, CutsEndlessChains) {
  Report report = sampleReport();
  report.findings.resize(2);
  Finding& finding = report.findings[1];
  finding.chain.insert(finding.chain.begin() + 1, 5000, finding.chain[1]);
  const json result = runOf(report)["results"][1];
  const json& steps = result["codeFlows"][0]["threadFlows"][0]["locations"];
  EXPECT_EQ(steps.size(), 1000U);
  EXPECT_EQ(steps.back()["location"]["message"]["text"], "'Retry::run' calls 'std::this_thread::sleep_for'")
      << "the end says what blocks";
  EXPECT_EQ(result["relatedLocations"].size(), 100U);
}

TEST(SarifText, TakesCodeForText) {
  EXPECT_EQ(sarifText("f([&](int x) {})"), "f(\\[&\\](int x) {})");
  EXPECT_EQ(sarifText("[a[b](c)"), "\\[a\\[b\\](c)");
  EXPECT_EQ(sarifText("[] { x[1]; } ["), "[] { x[1]; } [") << "no link could be read here";
}

TEST(SarifText, NamesRulesInPascalCase) {
  EXPECT_EQ(pascalCase("lock-across-await"), "LockAcrossAwait");
  EXPECT_EQ(pascalCase("my_rule.2x"), "MyRule2x");
}

} // namespace
} // namespace nostall
