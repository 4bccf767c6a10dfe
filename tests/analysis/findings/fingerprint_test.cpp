#include "analysis/analysis_of.h"
#include "analysis/findings/fingerprint.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

std::vector<std::string> fingerprintsOf(UnitBuilder& unit) {
  std::vector<std::string> found;
  for (const Finding& finding : analysisOf({unit.facts()}).findings) {
    found.push_back(finding.fingerprint);
  }
  return found;
}

TEST(Fingerprint, IsForEver) {
  // Baselines hold these: they change with a new version of fingerprints only.
  EXPECT_EQ(fingerprint({"1", "blocking-sleep", "session()", "pause()", "0"}), "31355fb6562ce4fd");
  EXPECT_EQ(fingerprint({}), "efd01f60ba992926");
}

TEST(Fingerprint, KeepsPartsApart) {
  EXPECT_NE(fingerprint({"ab", "c"}), fingerprint({"a", "bc"}));
}

TEST(Fingerprint, StaysWhenLinesMove) {
  UnitBuilder before("/p/a.cpp");
  before.coroutine("session").calls("sleep", 7);
  UnitBuilder after("/p/a.cpp");
  after.coroutine("session").at("/p/a.cpp", 77).calls("sleep", 80);
  EXPECT_EQ(fingerprintsOf(before), fingerprintsOf(after));
}

TEST(Fingerprint, StaysWhenAShorterChainAppears) {
  UnitBuilder before("/p/a.cpp");
  before.define("deep").calls("sleep", 2);
  before.define("load").calls("deep", 3);
  before.coroutine("session").calls("load", 7);
  UnitBuilder after = before;
  after.facts().bodies[1].events[0].callee = after.function("sleep");
  EXPECT_EQ(fingerprintsOf(before), fingerprintsOf(after));
}

TEST(Fingerprint, NumbersEqualCalls) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7).calls("sleep", 8);
  const std::vector<std::string> found = fingerprintsOf(unit);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(found[0], found[1]);
}

TEST(Fingerprint, StaysWhenAnEqualCallIsSuppressed) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7).calls("sleep", 8);
  const std::vector<std::string> before = fingerprintsOf(unit);
  unit.comment(7, {"nostall-blocking-sleep"});
  EXPECT_EQ(fingerprintsOf(unit), before);
}

TEST(Fingerprint, OfAVirtualCallStaysWhenAnOverrideIsAdded) {
  UnitBuilder unit("/p/a.cpp");
  unit.derive("File", "Store");
  unit.overrides("File::save", "Store::save").calls("sleep", 3);
  unit.coroutine("session").callsVirtual("Store::save", 7);
  unit.constructs("File");
  const std::vector<std::string> before = fingerprintsOf(unit);
  unit.derive("Disk", "Store");
  unit.overrides("Disk::save", "Store::save").at("/p/a.cpp", 1).calls("sleep", 2);
  unit.constructs("Disk");
  EXPECT_EQ(fingerprintsOf(unit), before);
}

} // namespace
} // namespace nostall
