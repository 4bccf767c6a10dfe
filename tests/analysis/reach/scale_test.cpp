#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

constexpr uint32_t many = 100000;

std::string name(uint32_t number) {
  return "f" + std::to_string(number);
}

TEST(Scale, AChainOfAHundredThousandCallsIsFollowed) {
  UnitBuilder unit("/p/a.cpp");
  for (uint32_t i = 0; i < many; ++i) {
    unit.define(name(i)).calls(i + 1 < many ? name(i + 1) : "sleep", i + 1);
  }
  unit.coroutine("session").calls("f0", 7);
  const Analysis analysis = analysisOf({unit.facts()});
  ASSERT_EQ(analysis.findings.size(), 1U);
  EXPECT_EQ(analysis.findings[0].chain.size(), many + 1);
}

TEST(Scale, ACycleOfAHundredThousandFunctionsEnds) {
  UnitBuilder unit("/p/a.cpp");
  for (uint32_t i = 0; i < many; ++i) {
    unit.define(name(i)).calls(name((i + 1) % many), i + 1).calls(name(i), 1);
  }
  unit.define("last").calls("f0", 2).calls("sleep", 3);
  unit.facts().bodies[many / 2].events[0].callee = unit.function("last");
  unit.coroutine("session").calls("f0", 7);
  EXPECT_EQ(analysisOf({unit.facts()}).findings.size(), 1U);
}

TEST(Scale, AThousandContextsOfOneHelperAreAllReported) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  for (uint32_t i = 0; i < 1000; ++i) {
    unit.coroutine(name(i)).calls("pause", 10 + i);
  }
  const Analysis analysis = analysisOf({unit.facts()});
  EXPECT_EQ(analysis.findings.size(), 1000U);
  ASSERT_EQ(analysis.root_causes.size(), 1U);
  EXPECT_EQ(analysis.root_causes[0].contexts, 1000U);
}

} // namespace
} // namespace nostall
