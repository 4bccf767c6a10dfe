#include "cache/facts_codec.h"
#include "cache/portable_facts.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

UnitFacts unitIn(const std::string& folder) {
  UnitFacts facts;
  facts.symbols.strings = {"", folder + "/src/x.cpp", "std::thread", "'" + folder + "/gone.h' file not found",
                           "/usr/include/unistd.h"};
  facts.symbols.files = {{.path = 1}, {.path = 4, .external = true}};
  facts.path = 1;
  facts.messages = {{.file = 1, .line = 3, .text = 3}};
  return facts;
}

TEST(PortableFacts, MoveWithTheProject) {
  const std::string bytes = encodePortable(unitIn("/home/me/project"), "/home/me/project");
  EXPECT_EQ(bytes.find("/home/me"), std::string::npos);
  EXPECT_EQ(bytes, encodePortable(unitIn("/ci"), "/ci")) << "the same on every machine";
  const auto moved = decodePortable(bytes, "/build/agent");
  ASSERT_TRUE(moved.has_value());
  EXPECT_EQ(encodeFacts(*moved), encodeFacts(unitIn("/build/agent")));
}

TEST(PortableFacts, NoDamagedByteIsBelieved) {
  const std::string bytes = encodePortable(unitIn("/home/me/project"), "/home/me/project");
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(decodePortable(damaged, "/p").has_value()) << "byte " << at;
    EXPECT_FALSE(decodePortable(bytes.substr(0, at), "/p").has_value()) << "cut at " << at;
  }
}

} // namespace
} // namespace nostall
