#include "program/key_table.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace nostall {
namespace {

TEST(KeyTable, NumbersKeysInTheOrderOfTheirFirstMention) {
  KeyTable keys;
  EXPECT_EQ(keys.add("00000000000000000000000000000001"), 0U);
  EXPECT_EQ(keys.add("main"), 1U);
  EXPECT_EQ(keys.add("00000000000000000000000000000001"), 0U);
  EXPECT_EQ(keys.add("10000000000000000000000000000000"), 2U);
  EXPECT_EQ(keys.add("main"), 1U);
  const std::vector<std::string_view> several = {"exit", "10000000000000000000000000000000", "main", "exit"};
  EXPECT_EQ(keys.add(several), (std::vector<uint32_t>{3, 2, 1, 3}));
}

TEST(KeyTable, TellsKeysApartThatAreNoDigitsOfTheFrontend) {
  KeyTable keys;
  const std::vector<std::string> different = {
      "0000000000000000000000000000000a", "0000000000000000000000000000000A", "a", "000000000000000a", "",
      "000000000000000000000000000000 a"};
  for (uint32_t i = 0; i < different.size(); ++i) {
    EXPECT_EQ(keys.add(different[i]), i) << different[i];
  }
}

TEST(KeyTable, KeepsManyKeys) {
  KeyTable keys;
  const auto key = [](uint32_t number) {
    const std::string digits = std::to_string(number);
    return std::string(16 - digits.size(), '0') + digits + std::string(16 - digits.size(), 'f') + digits;
  };
  for (uint32_t number = 0; number < 5000; ++number) {
    ASSERT_EQ(keys.add(key(number)), number);
  }
  for (uint32_t number = 0; number < 5000; ++number) {
    ASSERT_EQ(keys.add(key(number)), number);
  }
}

} // namespace
} // namespace nostall
