// Every name of a core pack is used by a test with the library's real headers, and every rule and pack has
// a labelled file.
#include "testdata/coverage.h"
#include "testdata/labelled_case.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

namespace nostall::testdata {
namespace {

const std::vector<std::string>& corePacks() {
  static const std::vector<std::string> packs = {
      "asio",    "beast",   "cpp-httplib", "cppzmq", "curl", "grpc",    "hiredis", "libc",  "libpq",
      "libpqxx", "mariadb", "poco",        "qcoro",  "qt",   "sqlite3", "std",     "zeromq"};
  return packs;
}

/// The pack's files: asio.cpp, asio_boost.cpp, ...
std::vector<Case> casesOfPack(const std::string& library) {
  std::vector<Case> cases = filesOf("libraries");
  std::erase_if(cases, [&library](const Case& labelled) {
    const std::string stem = labelled.name.substr(labelled.name.find('/') + 1);
    return stem != library && !stem.starts_with(library + "_");
  });
  return cases;
}

class CorePack : public testing::TestWithParam<std::string> {};

TEST_P(CorePack, UsesEveryNameInATest) {
  const LibraryPack* pack = builtinCatalog().pack(GetParam());
  ASSERT_NE(pack, nullptr) << "there is no pack '" << GetParam() << "'";
  Coverage coverage(*pack);
  for (const Case& labelled : casesOfPack(GetParam())) {
    std::vector<std::string> failures;
    coverage.add(programOf(labelled, labelsOf(labelled), frontendOptions(), failures));
    EXPECT_THAT(failures, testing::IsEmpty());
  }
  for (const std::string& sentence : coverage.unused()) {
    ADD_FAILURE() << sentence;
  }
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Coverage, CorePack, testing::ValuesIn(corePacks()), testName);

TEST(Coverage, EveryPackHasALabelledFile) {
  for (const LibraryPack& pack : builtinCatalog().packs) {
    EXPECT_THAT(casesOfPack(pack.library), testing::Not(testing::IsEmpty()))
        << "write testdata/libraries/" << pack.library << ".cpp";
  }
}

TEST(Coverage, EveryRuleHasALabelledFile) {
  const std::vector<Case> cases = filesOf("rules");
  for (const Rule& rule : builtinCatalog().rules) {
    const bool found = std::any_of(cases.begin(), cases.end(), [&rule](const Case& labelled) {
      const std::string stem = labelled.name.substr(labelled.name.find('/') + 1);
      return stem == rule.id || stem.starts_with(rule.id + "_");
    });
    EXPECT_TRUE(found) << "write testdata/rules/" << rule.id << ".cpp";
  }
}

/// Where labels of each rule stand: places that want a finding, and places that only look like it.
TEST(Coverage, EveryRuleHasTenCasesOfBothKinds) {
  std::map<std::string, std::pair<int, int>> counts;
  for (const char* folder : {"rules", "libraries"}) {
    for (const Case& labelled : filesOf(folder)) {
      for (const Expectation& label : labelsOf(labelled).expectations) {
        auto& [wanted, silent] = counts[label.rule];
        wanted += label.label == Label::Want ? 1 : 0;
        silent += label.label == Label::Ok ? 1 : 0;
      }
    }
  }
  for (const Rule& rule : builtinCatalog().rules) {
    EXPECT_GE(counts[rule.id].first, 10) << rule.id << " wants more cases with 'want:'";
    EXPECT_GE(counts[rule.id].second, 10) << rule.id << " wants more cases with 'ok:'";
  }
}

} // namespace
} // namespace nostall::testdata
