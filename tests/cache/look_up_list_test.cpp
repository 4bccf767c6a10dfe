#include "cache/look_up_list.h"
#include "support/checksum.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fcntl.h>

namespace nostall {
namespace {

constexpr int64_t second = 1'000'000'000;

/// A project with files, and the look-ups of a parse that read them.
class LookUpList : public testing::Test {
protected:
  void writeOld(const std::string& name, const std::string& text) const {
    folder.write(name, text);
    setAge(name, 100);
  }
  void setAge(const std::string& name, int seconds) const {
    const timespec then = {time(nullptr) - seconds, 0};
    const timespec times[] = {then, then};
    ASSERT_EQ(utimensat(AT_FDCWD, folder.path(name).c_str(), times, 0), 0);
  }
  void read(const std::string& name) {
    look_ups.push_back({folder.path(name), Answer::Content, checksum(contentOf(folder.path(name)))});
  }
  void missed(const std::string& name) { look_ups.push_back({folder.path(name), Answer::Missing, 0}); }
  void seen(const std::string& name) { look_ups.push_back({folder.path(name), Answer::Present, 0}); }

  /// As the parse leaves them.
  std::string bytes() const {
    LookUps sorted = look_ups;
    std::sort(sorted.begin(), sorted.end(),
              [](const LookUp& left, const LookUp& right) { return left.path < right.path; });
    FileStates states;
    return encodeLookUps(sorted, folder.path(), states);
  }
  /// In a run of its own, of a parse that began so long after all files were written that their times tell.
  Freshness check(const std::string& bytes, int64_t taken_at = timeNow() + 10 * second) const {
    FileStates states;
    return LookUpChecker(states, folder.path()).check(bytes, taken_at);
  }

  TemporaryFolder folder;
  LookUps look_ups;
};

TEST_F(LookUpList, ComesBackAsItWas) {
  writeOld("include/a.h", "a");
  read("include/a.h");
  missed("include/b.h");
  seen("include");
  look_ups.push_back({"/", Answer::Present, 0});
  look_ups.push_back({"/usr", Answer::Content, 12});
  std::sort(look_ups.begin(), look_ups.end(),
            [](const LookUp& left, const LookUp& right) { return left.path < right.path; });
  EXPECT_EQ(decodeLookUps(bytes(), folder.path()), look_ups);
  EXPECT_EQ(bytes().find(folder.path()), std::string::npos) << "the project may move";
}

TEST_F(LookUpList, IsTheSameWhenNothingHappened) {
  writeOld("a.h", "a");
  read("a.h");
  missed("b.h");
  EXPECT_EQ(check(bytes()), Freshness::Same);
  EXPECT_EQ(check(""), Freshness::Same);
}

TEST_F(LookUpList, ChangesWithTheContentOfAFile) {
  writeOld("a.h", "int a;");
  read("a.h");
  const std::string before = bytes();
  writeOld("a.h", "int b;"); // as long, and as old
  EXPECT_EQ(check(before), Freshness::Changed);
}

TEST_F(LookUpList, SurvivesATouch) {
  writeOld("a.h", "int a;");
  read("a.h");
  const std::string before = bytes();
  setAge("a.h", 50);
  EXPECT_EQ(check(before), Freshness::Touched);
  folder.write("a.h", "int a;");
  EXPECT_EQ(check(before), Freshness::Touched) << "written again, as a checkout does";
}

TEST_F(LookUpList, AFileAsNewAsTheParseIsReadAgain) {
  folder.write("a.h", "int a;");
  read("a.h");
  const std::string before = bytes();
  EXPECT_EQ(check(before, timeNow()), Freshness::Touched) << "its time tells nothing, its content does";
  folder.write("a.h", "int b;");
  EXPECT_EQ(check(before, timeNow()), Freshness::Changed);
}

TEST_F(LookUpList, ChangesWhenAFileComesOrGoes) {
  writeOld("first/other.h", "");
  writeOld("second/a.h", "int a;");
  missed("first/a.h");
  read("second/a.h");
  const std::string before = bytes();
  EXPECT_EQ(check(before), Freshness::Same);
  folder.write("first/a.h", "int b;"); // earlier in the include path
  EXPECT_EQ(check(before), Freshness::Changed);

  look_ups.clear();
  seen("second/a.h");
  std::filesystem::remove(folder.path("second/a.h"));
  EXPECT_EQ(check(bytes()), Freshness::Changed);
}

TEST_F(LookUpList, ChangesWithWhatAFolderLists) {
  writeOld("versions/12/x", "");
  look_ups.push_back({folder.path("versions"), Answer::Content, listingChecksum({"12"})});
  const std::string before = bytes();
  EXPECT_NE(check(before), Freshness::Changed);
  folder.write("versions/13/x", "");
  EXPECT_EQ(check(before), Freshness::Changed);
}

TEST_F(LookUpList, LooksAtAnotherCopyOfTheProject) {
  writeOld("a.h", "int a;");
  read("a.h");
  const std::string before = bytes();
  const TemporaryFolder copy;
  copy.write("a.h", "int a;");
  FileStates states;
  EXPECT_EQ(LookUpChecker(states, copy.path()).check(before, timeNow()), Freshness::Touched);
  const TemporaryFolder empty;
  EXPECT_EQ(LookUpChecker(states, empty.path()).check(before, timeNow()), Freshness::Changed);
}

TEST_F(LookUpList, VouchesForFilesThatAreOldEnough) {
  FileStates states;
  writeOld("a.h", "int a;");
  read("a.h");
  const LookUpChecker checker(states, folder.path());
  EXPECT_TRUE(checker.canVouchFor(look_ups, timeNow() + 10 * second));
  EXPECT_FALSE(checker.canVouchFor(look_ups, timeNow())) << "it was written a moment ago";
}

TEST_F(LookUpList, DamagedBytesCountAsChanged) {
  writeOld("a.h", "int a;");
  read("a.h");
  const std::string whole = bytes();
  for (size_t size = 1; size < whole.size(); ++size) {
    EXPECT_EQ(check(whole.substr(0, size)), Freshness::Changed) << size;
  }
}

} // namespace
} // namespace nostall
