#include "report/golden.h"
#include "report/report.h"
#include "report/sample_reports.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nostall {
namespace {

TEST(JsonReport, HoldsEverything) {
  expectGolden("sample.json", toJson(sampleReport()));
}

TEST(JsonReport, OfNothing) {
  expectGolden("empty.json", toJson(emptyReport()));
}

TEST(JsonReport, IsAsciiWhateverTheNames) {
  const std::string text = toJson(hostileReport());
  expectGolden("hostile.json", text);
  EXPECT_TRUE(
      std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
}

TEST(JsonReport, KeepsSuppressedFindings) {
  const auto report = nlohmann::json::parse(toJson(sampleReport()));
  EXPECT_EQ(report["findings"][5]["suppressed"]["reason"], "start-up only");
  EXPECT_TRUE(report["findings"][0]["suppressed"].is_null());
}

TEST(JsonReport, EndsWithALineEnd) {
  EXPECT_THAT(toJson(emptyReport()), testing::EndsWith("}\n"));
}

} // namespace
} // namespace nostall
