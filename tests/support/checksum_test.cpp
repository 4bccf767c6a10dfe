#include "support/checksum.h"

#include <gtest/gtest.h>

#include <set>

namespace nostall {
namespace {

TEST(Checksum, TellsTextsApart) {
  const std::string text = "int main() { return 0; }\n";
  std::set<uint64_t> sums = {checksum(text), checksum("")};
  std::set<Digest> digests = {digestOf(text), digestOf("")};
  for (size_t at = 0; at < text.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string changed = text;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << bit));
      EXPECT_TRUE(sums.insert(checksum(changed)).second) << "byte " << at << ", bit " << bit;
      EXPECT_TRUE(digests.insert(digestOf(changed)).second);
    }
    EXPECT_TRUE(sums.insert(checksum(text + std::string(at + 1, '\0'))).second) << "zeros at the end";
  }
  EXPECT_EQ(checksum(text), checksum(std::string(text)));
}

// A product with an odd number keeps bit 63 alone, and a shift takes it to bit 31: sums that multiply word by
// word lose what the next word changes there, too.
TEST(Checksum, SeesHighBitsThatChangeInNeighbouringWords) {
  const auto flip = [](std::string& text, size_t byte) {
    text[byte] = static_cast<char>(text[byte] ^ '\x80');
  };
  const std::string text =
      "eight bytes are a word, and so on, for longer than a block of any of the sums: 256";
  for (size_t word = 0; word + 16 <= text.size(); ++word) {
    std::string changed = text;
    flip(changed, word + 7);
    flip(changed, word + 11);
    flip(changed, word + 15);
    EXPECT_NE(checksum(changed), checksum(text)) << "word at " << word;
    EXPECT_NE(digestOf(changed).high, digestOf(text).high) << "word at " << word;
  }
}

TEST(Checksum, OfAFolderKnowsNoOrder) {
  EXPECT_EQ(listingChecksum({"a", "b"}), listingChecksum({"b", "a"}));
  EXPECT_NE(listingChecksum({"a", "b"}), listingChecksum({"ab"}));
  EXPECT_NE(listingChecksum({}), listingChecksum({""}));
}

TEST(Checksum, DigestsAreWrittenInHexadecimalDigits) {
  EXPECT_EQ(toString(Digest{.high = 0x0123456789abcdef, .low = 0xfe}), "0123456789abcdef00000000000000fe");
}

} // namespace
} // namespace nostall
