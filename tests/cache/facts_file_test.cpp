#include "cache/facts_file.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

FactsFile sampleIn(const std::string& folder) {
  FactsFile file;
  file.settings = "0123";
  file.database = folder + "/build/compile_commands.json";
  file.unit_count = 40;
  file.refused = {{folder + "/boot.S", "it is assembly", false}, {"/elsewhere/x.cpp", "it is missing", true}};
  file.problems = {{folder + "/build/compile_commands.json", 3, 4, "'" + folder + "/x.rsp' is missing",
                    ProblemKind::Warning}};
  file.units = {{7, "facts of 7"}, {9, ""}};
  return file;
}

TEST(FactsFile, MovesWithTheProject) {
  const std::string bytes = encodeFactsFile(sampleIn("/home/me/project"), "v1", "/home/me/project");
  EXPECT_EQ(bytes.find("/home/me"), std::string::npos);
  EXPECT_EQ(factsFileVersion(bytes), "v1");
  const auto moved = decodeFactsFile(bytes, "/ci");
  ASSERT_TRUE(moved.has_value());
  const FactsFile expected = sampleIn("/ci");
  EXPECT_EQ(moved->settings, expected.settings);
  EXPECT_EQ(moved->database, expected.database);
  EXPECT_EQ(moved->unit_count, 40U);
  EXPECT_EQ(moved->refused, expected.refused);
  EXPECT_EQ(moved->problems, expected.problems);
  ASSERT_EQ(moved->units.size(), 2U);
  EXPECT_EQ(moved->units[0].number, 7U);
  EXPECT_EQ(moved->units[0].facts, "facts of 7");
}

TEST(FactsFile, OtherBytesAreNoFacts) {
  EXPECT_FALSE(factsFileVersion("").has_value());
  EXPECT_FALSE(factsFileVersion("int main() {}").has_value());
}

TEST(FactsFile, NoDamagedByteIsBelieved) {
  const std::string bytes = encodeFactsFile(sampleIn("/home/me/project"), "v1", "/home/me/project");
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x08);
    const bool told_by_version = factsFileVersion(damaged) != "v1";
    EXPECT_TRUE(told_by_version || !decodeFactsFile(damaged, "/p").has_value()) << "byte " << at;
    EXPECT_FALSE(decodeFactsFile(bytes.substr(0, at), "/p").has_value()) << "cut at " << at;
  }
}

} // namespace
} // namespace nostall
