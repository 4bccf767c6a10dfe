// What a parse asks the disk: all of it has to be known to say later that nothing changed.
#include "frontend/facts_of.h"
#include "support/checksum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace nostall {
namespace {

struct Recorded {
  Folder folder;
  LookUps look_ups;

  const LookUp* find(const std::string& path) const {
    const auto found = std::find_if(look_ups.begin(), look_ups.end(),
                                    [&](const LookUp& look_up) { return look_up.path == path; });
    return found == look_ups.end() ? nullptr : &*found;
  }
  /// "missing", "present", "content"; "unasked" when nobody asked for the file of the folder.
  std::string answer(const std::string& name) const {
    const LookUp* found = find(folder.path() + "/" + name);
    if (found == nullptr) { return "unasked"; }
    switch (found->answer) {
    case Answer::Missing: return "missing";
    case Answer::Present: return "present";
    case Answer::Content: return "content";
    }
    return {};
  }

  void take(const std::string& name, const std::vector<std::string>& flags = {}) {
    const FrontendOptions options{.project_root = folder.path()};
    takeFacts(commandFor(folder.path() + "/" + name, flags, folder.path()), options, &look_ups);
  }
};

TEST(LookUps, OfWhatWasReadHoldTheContent) {
  Recorded recorded;
  const std::string header = "int one();\n";
  recorded.folder.write("one.h", header);
  recorded.folder.write("unused.h", "");
  recorded.folder.write("x.cpp", "#include \"one.h\"\n");
  recorded.take("x.cpp");
  EXPECT_EQ(recorded.answer("x.cpp"), "content");
  EXPECT_EQ(recorded.answer("one.h"), "content");
  EXPECT_EQ(recorded.answer("unused.h"), "unasked");
  EXPECT_EQ(recorded.find(recorded.folder.path() + "/one.h")->content, checksum(header));
  EXPECT_TRUE(std::is_sorted(recorded.look_ups.begin(), recorded.look_ups.end(),
                             [](const LookUp& left, const LookUp& right) { return left.path < right.path; }));
}

TEST(LookUps, RememberWhereNothingWasFound) {
  Recorded recorded;
  recorded.folder.write("second/one.h", "");
  recorded.folder.write("first/another.h", "");
  recorded.folder.write("x.cpp", "#include <one.h>\n#include \"two.h\"\n");
  recorded.take("x.cpp", {"-Ifirst", "-Inowhere", "-I", recorded.folder.path() + "/second"});
  EXPECT_EQ(recorded.answer("first/one.h"), "missing");
  EXPECT_EQ(recorded.answer("nowhere"), "missing") << "a folder that may come to be";
  EXPECT_EQ(recorded.answer("second/one.h"), "content");
  EXPECT_EQ(recorded.answer("two.h"), "missing");
}

TEST(LookUps, RememberQuestionsOfThePreprocessor) {
  Recorded recorded;
  recorded.folder.write("there.h", "");
  recorded.folder.write("x.cpp", "#if __has_include(\"there.h\") && __has_include(\"absent.h\")\n#endif\n");
  recorded.take("x.cpp");
  EXPECT_EQ(recorded.answer("there.h"), "present");
  EXPECT_EQ(recorded.answer("absent.h"), "missing");
}

TEST(LookUps, RememberHowTheToolchainWasFound) {
  Recorded recorded;
  recorded.folder.write("x.cpp", "");
  recorded.take("x.cpp");
  const bool listed =
      std::any_of(recorded.look_ups.begin(), recorded.look_ups.end(), [](const LookUp& look_up) {
        return look_up.answer == Answer::Content && std::filesystem::is_directory(look_up.path);
      });
  EXPECT_TRUE(listed) << "the driver lists the folders of GCC's versions";
}

TEST(LookUps, RememberWhatMakesCodeExternal) {
  Recorded recorded;
  recorded.folder.write("lib/one.h", "int one();\n");
  recorded.folder.write("x.cpp", "#include \"lib/one.h\"\n");
  recorded.take("x.cpp");
  EXPECT_EQ(recorded.answer("lib/.git"), "missing");
}

TEST(Facts, DoNotDependOnWhereTheProjectStands) {
  const std::string code = "static int one() { return 1; }\nint two() { return [] { return one(); }(); }\n";
  std::vector<std::vector<std::string>> keys(2);
  for (auto& of_folder : keys) {
    const Folder folder;
    const std::string file = folder.write("x.cpp", code);
    const UnitFacts facts =
        takeFacts(commandFor(file, {}, folder.path()), FrontendOptions{.project_root = folder.path()});
    for (const FunctionFacts& function : facts.symbols.functions) {
      of_folder.push_back(facts.symbols.text(function.key));
    }
  }
  EXPECT_GE(keys[0].size(), 3U);
  EXPECT_EQ(keys[0], keys[1]);
}

} // namespace
} // namespace nostall
