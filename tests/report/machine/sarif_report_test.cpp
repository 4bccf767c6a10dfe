#include "report/golden.h"
#include "report/machine/sarif_text.h"
#include "report/report.h"
#include "report/sample_reports.h"

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
  for (uint32_t line = 0; line < report.findings.size(); ++line) {
    report.findings[line].at.line = line + 1; // each a cause of its own
  }
  report.findings.back() = error;
  const json run = runOf(report);
  EXPECT_EQ(run["results"].size(), 25000U);
  EXPECT_EQ(run["results"].back()["level"], "error");
  const json& notes = run["invocations"][0]["toolExecutionNotifications"];
  EXPECT_EQ(notes[notes.size() - 2]["message"]["text"], "10 results left out: a log may hold 25000.");
}

TEST(SarifReport, HasOneResultForEachCauseAndFile) {
  Report report = sampleReport();
  const Finding first = report.findings[1];
  report.findings.assign(1, first);
  for (const char* file : {"src/session.cpp", "src/session.cpp", "src/other.cpp"}) {
    Finding& more = report.findings.emplace_back(first);
    more.at.file = file;
    more.at.line = static_cast<uint32_t>(100 + report.findings.size());
    more.function = "another";
    more.chain.front().at = more.at;
  }
  const json run = runOf(report);
  ASSERT_EQ(run["results"].size(), 2U) << "a file that is newly stalled is a new alert";
  const json& result = run["results"][0];
  EXPECT_EQ(result["codeFlows"].size(), 3U);
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startLine"], 42);
  EXPECT_THAT(result["message"]["text"].get<std::string>(),
              testing::EndsWith("2 more places in this file end in the same call."));
  EXPECT_EQ(result["relatedLocations"].back()["physicalLocation"]["region"]["startLine"], 103);
  EXPECT_EQ(run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "src/other.cpp");
}

TEST(SarifReport, SaysWhereTheCodeAndTheToolComeFrom) {
  Report report = sampleReport();
  EXPECT_FALSE(runOf(report).contains("versionControlProvenance"));
  report.information_uri = "https://example.org/nostall";
  report.revision = Revision{"https://example.org/code", std::string(40, 'a'), "main"};
  report.source_lines[2].hash = "39fa2ee980eb94b0:1";
  const json run = runOf(report);
  EXPECT_EQ(run["tool"]["driver"]["informationUri"], "https://example.org/nostall");
  EXPECT_EQ(run["versionControlProvenance"][0]["revisionId"], std::string(40, 'a'));
  EXPECT_EQ(run["results"][1]["partialFingerprints"]["primaryLocationLineHash"], "39fa2ee980eb94b0:1");
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
