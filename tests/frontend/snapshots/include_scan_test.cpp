#include "frontend/snapshots/include_scan.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

/// As a command with -DGIVEN sees it.
ScannedFile scan(const std::string& text) {
  return scanIncludes(text, [](llvm::StringRef macro) { return macro == "GIVEN"; });
}

/// The names of the includes, with marks for those within braces and those that may not be taken.
std::string includesOf(const std::string& text) {
  std::string found;
  for (const ScannedInclude& include : scan(text).includes) {
    found += (include.angled ? "<" : "\"") + include.name + (include.within_braces ? "{}" : "") +
             (include.taken ? " " : "? ");
  }
  return found;
}

TEST(IncludeScan, FindsIncludesOfBothKinds) {
  EXPECT_EQ(includesOf("#include <a/b.h>\n  #  include \"c.h\" // why\nint x;\n"), "<a/b.h \"c.h ");
}

TEST(IncludeScan, SeesNothingInCommentsAndStrings) {
  EXPECT_EQ(includesOf("/*\n#include <a>\n*/\nconst char* s = R\"(\n#include <b>\n)\";\n// #include <c>\n"),
            "");
}

TEST(IncludeScan, KnowsWhichBranchOfAMacroIsTaken) {
  EXPECT_EQ(includesOf("#ifdef OTHER\n#include <a>\n#else\n#include <b>\n#endif\n"), "<a? <b ");
  EXPECT_EQ(includesOf("#if defined(GIVEN) // why\n#include <a>\n#elif X\n#include <b>\n#endif\n"),
            "<a <b? ");
  EXPECT_EQ(includesOf("#ifndef GIVEN\n#include <a>\n#endif\n#include <b>\n"), "<a? <b ");
  EXPECT_EQ(includesOf("#if 0\n#if 1\n#include <a>\n#endif\n#else\n#include <b>\n#endif\n"), "<a? <b ");
}

TEST(IncludeScan, DoubtsWhatItCannotTell) {
  EXPECT_EQ(includesOf("#if GIVEN > 1\n#include <a>\n#else\n#include <b>\n#endif\n"), "<a? <b? ");
  EXPECT_EQ(includesOf("#if defined(GIVEN) && X\n#include <a>\n#endif\n#include <b>\n"), "<a? <b ");
}

TEST(IncludeScan, CountsTheBracesOfOneBranch) {
  EXPECT_EQ(
      includesOf("#ifdef A\nextern \"C\" {\n#else\nextern \"C\" {\n#endif\n#include <a>\n}\n#include <b>\n"),
      "<a{} <b ");
}

TEST(IncludeScan, KnowsNotWhatTheFileItselfDefines) {
  const ScannedFile file =
      scan("#ifndef ALONE\n#define ALONE\n#endif\n#ifndef ALONE\n#include <a>\n#endif\n");
  ASSERT_EQ(file.includes.size(), 1U);
  EXPECT_FALSE(file.includes[0].taken);
}

TEST(IncludeScan, SaysWhatItAssumes) {
  using testing::ElementsAre;
  const ScannedFile file = scan("#ifndef A_H\n#define A_H\n#include <a>\n#ifdef GIVEN\n#include <b>\n#endif\n"
                                "#ifdef X\n#elif defined(Y)\n#else\n#include <c>\n#endif\n#endif\n");
  ASSERT_EQ(file.includes.size(), 3U);
  EXPECT_THAT(file.includes[0].assumes, ElementsAre());
  EXPECT_THAT(file.includes[1].assumes, ElementsAre());
  EXPECT_THAT(file.includes[2].assumes, ElementsAre("X", "Y"));
  EXPECT_THAT(file.changes, ElementsAre("A_H"));
}

TEST(IncludeScan, MarksWhatStandsAfterCode) {
  const ScannedFile file = scan("#pragma once\n#define A\n#include <a>\nclass C;\n#include <b>\n");
  ASSERT_EQ(file.includes.size(), 2U);
  EXPECT_FALSE(file.includes[0].after_code);
  EXPECT_TRUE(file.includes[1].after_code);
}

TEST(IncludeScan, MarksWhatStandsWithinBraces) {
  EXPECT_EQ(includesOf("extern \"C\" {\n#include <a>\n}\n#include <b>\n"), "<a{} <b ");
}

TEST(IncludeScan, LeavesIncludesByMacroAlone) {
  EXPECT_EQ(includesOf("#include NAME\n#include\n#include <open\n#include_next <b>\n"), "");
}

TEST(IncludeScan, KnowsGuards) {
  EXPECT_TRUE(scan("// text\n#pragma once\nint x;\n").guarded);
  EXPECT_TRUE(scan("/* text */\n#ifndef A_H\n#define A_H\n#endif\n").guarded);
  EXPECT_TRUE(scan("#if !defined(A_H)\n#define A_H\n#endif\n").guarded);
  EXPECT_FALSE(scan("int x;\n#ifndef A_H\n#endif\n").guarded);
  EXPECT_FALSE(scan("ITEM(a)\nITEM(b)\n").guarded);
}

TEST(IncludeScan, KnowsDefiningFromAsking) {
  EXPECT_FALSE(asksForWord("# define FAST 1\n#undef  FAST\n# define FASTER FAST_1", "FAST"));
  EXPECT_TRUE(asksForWord("#define FAST 1\n#ifdef FAST\n", "FAST"));
  EXPECT_TRUE(asksForWord("#define FASTER FAST\n", "FAST"));
  EXPECT_TRUE(asksForWord("define FAST", "FAST"));
  EXPECT_TRUE(asksForWord("FAST", "FAST"));
}

TEST(IncludeScan, FindsGuardedTypedefs) {
  const llvm::StringRef text = "int x;\n#ifndef W\ntypedef int w;\n# define W\n#endif\nint y;\n";
  const std::string guarded = "typedefintw;#defineW";
  EXPECT_EQ(guardedText(text, text.find("ifndef"), "W"), guarded);
  EXPECT_EQ(guardedText(text, text.find("define"), "W"), guarded);
  EXPECT_EQ(guardedText(text, text.find("y;"), "W"), "");
  EXPECT_EQ(guardedText(text, text.find("define"), "V"), "");
  EXPECT_EQ(guardedText("#ifndef W /* so */\ntypedef int w; /* as */\n#define W\n#endif /* W */", 0, "W"),
            guarded);
  EXPECT_EQ(guardedText("#ifndef W\nint f();\n#define W\n#endif\n", 0, "W"), "");
  EXPECT_EQ(guardedText("#ifndef W\n#define W\n", 0, "W"), "");
  EXPECT_EQ(guardedText("#define W", 8, "W"), "");
}

TEST(IncludeScan, FindsWholeWordsOnly) {
  EXPECT_TRUE(mentionsWord("#if FAST", "FAST"));
  EXPECT_TRUE(mentionsWord("BREAKFAST(FAST)", "FAST"));
  EXPECT_FALSE(mentionsWord("BREAKFAST FAST_1 FASTER", "FAST"));
}

} // namespace
} // namespace nostall
