#include "database/compile_command_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Words = std::vector<std::string>;

Words refusedOf(Words flags) {
  return FlagCheck().takeRefused(flags);
}

TEST(FlagCheck, GoodFlagsPass) {
  EXPECT_THAT(refusedOf({}), IsEmpty());
  EXPECT_THAT(refusedOf({"-O2", "-fPIC", "-march=native", "-m32", "-fno-exceptions", "-fvisibility=hidden"}),
              IsEmpty());
  EXPECT_THAT(refusedOf({"--target=arm-none-eabi", "-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard",
                         "-mfpu=fpv4-sp-d16"}),
              IsEmpty());
  EXPECT_THAT(refusedOf({"--target=aarch64-linux-gnu", "-march=armv8-a+crc"}), IsEmpty());
}

TEST(FlagCheck, ValuesThatClangDoesNotKnowAreTakenOut) {
  Words flags = {"-O2", "-march=znver99", "-fPIC"};
  EXPECT_THAT(FlagCheck().takeRefused(flags), ElementsAre("-march=znver99"));
  EXPECT_THAT(flags, ElementsAre("-O2", "-fPIC"));
  EXPECT_THAT(refusedOf({"-mcmodel=huge", "-O2"}), ElementsAre("-mcmodel=huge"));
}

TEST(FlagCheck, FlagsOfAPreprocessorRunAreTakenOut) {
  EXPECT_THAT(refusedOf({"-C", "-O2"}), ElementsAre("-C"));
  EXPECT_THAT(refusedOf({"-traditional-cpp"}), ElementsAre("-traditional-cpp"));
  EXPECT_THAT(refusedOf({"-I-", "-O2"}), ElementsAre("-I-"));
}

TEST(FlagCheck, ATargetThatClangDoesNotKnowIsTakenOutWithItsFlags) {
  Words flags = {"--target=nonsense-none-elf", "-O2"};
  EXPECT_THAT(FlagCheck().takeRefused(flags), ElementsAre("--target=nonsense-none-elf"));
  EXPECT_THAT(flags, ElementsAre("-O2"));
}

TEST(FlagCheck, FlagsOfAnotherMachineAreTakenOut) {
#if defined(__x86_64__)
  EXPECT_THAT(refusedOf({"-mfloat-abi=hard", "-O2"}), ElementsAre("-mfloat-abi=hard"));
#endif
}

} // namespace
} // namespace nostall
