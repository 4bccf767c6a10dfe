// Every labelled file of testdata/rules and testdata/libraries and every folder of testdata/programs is a
// test: compiled, linked, analysed, and compared with the comments in it.
#include "testdata/labelled_case.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>

namespace nostall::testdata {
namespace {

class Testdata : public testing::TestWithParam<Case> {};

TEST_P(Testdata, IsAsItsLabelsSay) {
  for (const std::string& sentence : run(GetParam())) {
    ADD_FAILURE() << sentence;
  }
}

/// Clang reads the bodies of other people's code too: more than is needed, and nothing else comes of it.
class WithExternalBodies : public testing::TestWithParam<Case> {};

TEST_P(WithExternalBodies, IsAsItsLabelsSay) {
  FrontendOptions options = frontendOptions();
  options.read_external_bodies = true;
  for (const std::string& sentence : run(GetParam(), options)) {
    ADD_FAILURE() << sentence;
  }
}

std::string testName(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name.substr(info.param.name.find('/') + 1);
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Testdata);
INSTANTIATE_TEST_SUITE_P(Rules, Testdata, testing::ValuesIn(filesOf("rules")), testName);
INSTANTIATE_TEST_SUITE_P(Libraries, Testdata, testing::ValuesIn(filesOf("libraries")), testName);
INSTANTIATE_TEST_SUITE_P(Programs, Testdata, testing::ValuesIn(programsOf("programs")), testName);

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(WithExternalBodies);
INSTANTIATE_TEST_SUITE_P(AllRules, WithExternalBodies, testing::ValuesIn(filesOf("rules")), testName);
INSTANTIATE_TEST_SUITE_P(AllLibraries, WithExternalBodies, testing::ValuesIn(filesOf("libraries")), testName);
INSTANTIATE_TEST_SUITE_P(AllPrograms, WithExternalBodies, testing::ValuesIn(programsOf("programs")),
                         testName);

} // namespace
} // namespace nostall::testdata
