#include "database/compile_database_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

DatabaseText read(std::string_view text) {
  return readDatabaseText(text, "db.json");
}

std::string onlyProblem(std::string_view text) {
  const DatabaseText result = read(text);
  EXPECT_THAT(result.problems, SizeIs(1));
  return result.problems.empty() ? "" : toString(result.problems[0]);
}

TEST(DatabaseJson, ReadsBothFormsOfACommand) {
  const DatabaseText result = read(R"([
    {"directory": "/b", "file": "a.cpp", "command": "g++ -DX='a b' -c a.cpp", "output": "a.o"},
    {"directory": "/b", "file": "b.cpp", "arguments": ["g++", "-DX=a b"]}
  ])");
  EXPECT_THAT(result.problems, IsEmpty());
  ASSERT_THAT(result.entries, SizeIs(2));
  EXPECT_THAT(result.entries[0].arguments, ElementsAre("g++", "-DX=a b", "-c", "a.cpp"));
  EXPECT_EQ(result.entries[0].output, "a.o");
  EXPECT_EQ(result.entries[0].line, 2u);
  EXPECT_EQ(result.entries[0].column, 5u);
  EXPECT_THAT(result.entries[1].arguments, ElementsAre("g++", "-DX=a b"));
}

TEST(DatabaseJson, ArgumentsGoBeforeTheCommand) {
  const DatabaseText result = read(R"([{"directory":"/","file":"a.cpp","command":"x","arguments":["y"]}])");
  EXPECT_THAT(result.entries.at(0).arguments, ElementsAre("y"));
}

TEST(DatabaseJson, UnknownKeysOfAnyShapeAreSkipped) {
  const DatabaseText result =
      read(R"([{"x": {"y": [1, -2.5e3, true, null, "s"]}, "file": "a.cpp", "command": "g++", "z": []}])");
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_THAT(result.entries, SizeIs(1));
}

TEST(DatabaseJson, EscapesBecomeTheirBytes) {
  const DatabaseText result = read(R"([{"file": "\"\\\/\n\t\u00e9\ud83d\ude00", "arguments": ["g++"]}])");
  EXPECT_EQ(result.entries.at(0).file, "\"\\/\n\t\xC3\xA9\xF0\x9F\x98\x80");
}

TEST(DatabaseJson, NamesThatAreNotUtf8KeepTheirBytes) {
  const DatabaseText raw = read("[{\"file\": \"caf\xE9.cpp\", \"arguments\": [\"g++\"]}]");
  EXPECT_EQ(raw.entries.at(0).file, "caf\xE9.cpp");
  const DatabaseText python = read(R"([{"file": "caf\udce9.cpp", "arguments": ["g++"]}])");
  EXPECT_EQ(python.entries.at(0).file, "caf\xE9.cpp");
}

TEST(DatabaseJson, AnEntryOfAWrongShapeIsToldAndTheOthersGoOn) {
  const DatabaseText result = read("[\n"
                                   "  7,\n"
                                   "  {\"file\": 3, \"command\": \"g++\"},\n"
                                   "  {\"command\": \"g++\"},\n"
                                   "  {\"file\": \"a\", \"arguments\": \"g++\"},\n"
                                   "  {\"file\": \"a\", \"arguments\": [1]},\n"
                                   "  {\"file\": \"a\\u0000b\", \"command\": \"g++\"},\n"
                                   "  {\"file\": \"good.cpp\", \"command\": \"g++\"}\n"
                                   "]");
  ASSERT_THAT(result.entries, SizeIs(1));
  EXPECT_EQ(result.entries[0].file, "good.cpp");
  ASSERT_THAT(result.problems, SizeIs(6));
  EXPECT_THAT(toString(result.problems[0]), HasSubstr("db.json:2:3: an entry must be an object"));
  EXPECT_THAT(toString(result.problems[1]), HasSubstr("db.json:3:12: \"file\" must be a string"));
  EXPECT_THAT(toString(result.problems[2]), HasSubstr("db.json:4:3: the entry has no \"file\""));
  EXPECT_THAT(toString(result.problems[3]), HasSubstr("db.json:5:30: \"arguments\" must be an array"));
  EXPECT_THAT(toString(result.problems[4]), HasSubstr("db.json:6:31: \"arguments\" must be a string"));
  EXPECT_THAT(toString(result.problems[5]), HasSubstr("db.json:7:12: \"file\" holds a NUL"));
}

TEST(DatabaseJson, BrokenTextIsToldWithItsPlaceAndKeepsWhatCameBefore) {
  const std::string good = R"([{"file": "a.cpp", "command": "g++"},)";
  const DatabaseText cut = read(good + "\n {\"file\": \"b.c");
  EXPECT_THAT(cut.entries, SizeIs(1));
  ASSERT_THAT(cut.problems, SizeIs(1));
  EXPECT_THAT(toString(cut.problems[0]), HasSubstr("db.json:2:15: the file ends inside a string"));
  EXPECT_THAT(toString(cut.problems[0]), HasSubstr("the 1 entry before it is used"));

  EXPECT_THAT(onlyProblem(good), HasSubstr("the file ends where a value is expected"));
  EXPECT_THAT(onlyProblem(R"([{"file" "a"}])"), HasSubstr("db.json:1:10: expected ':' after a key"));
  EXPECT_THAT(onlyProblem(R"([{"file": "a\x"}])"), HasSubstr("unknown escape"));
  EXPECT_THAT(onlyProblem(R"([{"file": "\u12"}])"), HasSubstr("four hexadecimal digits"));
  EXPECT_THAT(onlyProblem("[{\"file\": \"a\nb\"}]"), HasSubstr("control character"));
  EXPECT_THAT(onlyProblem(R"([{"file": %}])"), HasSubstr("this is not JSON"));
  EXPECT_THAT(onlyProblem(R"([{"file": "a"} {}])"), HasSubstr("expected ']' or ','"));
  EXPECT_THAT(onlyProblem("[] x"), HasSubstr("something follows"));
}

TEST(DatabaseJson, WhatIsNoDatabaseAtAllIsTold) {
  EXPECT_THAT(onlyProblem(""), HasSubstr("db.json:1:1: the compilation database is empty"));
  EXPECT_THAT(onlyProblem(" \n"), HasSubstr("is empty"));
  EXPECT_THAT(onlyProblem("{}"), HasSubstr("must be a JSON array"));
  EXPECT_THAT(onlyProblem("hello"), HasSubstr("must be a JSON array"));
  EXPECT_THAT(onlyProblem(std::string_view("\0\0\0", 3)), HasSubstr("must be a JSON array"));
  EXPECT_THAT(onlyProblem("\xFF\xFE[\0"), HasSubstr("UTF-16"));
  EXPECT_THAT(read("\xEF\xBB\xBF[]").problems, IsEmpty());
}

TEST(DatabaseJson, DeepNestingIsRefusedNotFollowed) {
  const std::string deep = R"([{"x": )" + std::string(100000, '[');
  EXPECT_THAT(onlyProblem(deep), HasSubstr("nested too deeply"));
}

TEST(DatabaseJson, AFileThatIsWrongThroughoutIsToldOnce) {
  std::string text = "[1";
  for (int count = 0; count < 1000; ++count) {
    text += ",1";
  }
  const DatabaseText result = read(text + "]");
  EXPECT_THAT(result.problems, SizeIs(21));
  EXPECT_THAT(result.problems.back().message, HasSubstr("981 more"));
}

} // namespace
} // namespace nostall
