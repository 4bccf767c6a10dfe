#include "driver/line_hashes.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;

// What GitHub's own implementation says of the same texts.
TEST(LineHashes, AreThoseOfCodeScanning) {
  EXPECT_THAT(lineHashes(""), ElementsAre("c129715d7a2bc9a3:1"));
  EXPECT_THAT(lineHashes(" a\nb\n  \t\tc\n d"), ElementsAre("271789c17abda88f:1", "54703d4cd895b18:1",
                                                            "180aee12dab6264:1", "a23a3dc5e078b07b:1"));
  EXPECT_THAT(lineHashes("hello; \t\nworld!\n\n\n  \t\tGreetings\n End"),
              ElementsAre("c01e2c0703a46d64:1", "8daff184646bb1e3:1", "bff680108adb0fcc:1",
                          "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"));
  EXPECT_THAT(lineHashes("x\r\ny\U0001F600\nx\r\n"), ElementsAre("5690d1dbb8ddae6b:1", "9c9027931ddb37f1:1",
                                                                 "828973aa50c68d6d:1", "c129715d7a2bc9a3:1"));
}

} // namespace
} // namespace nostall
