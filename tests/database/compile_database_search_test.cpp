#include "database/database_fixture.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::HasSubstr;
using Search = DatabaseFixture;

TEST_F(Search, TakesTheOneOfTheWorkingDirectory) {
  write("compile_commands.json", "[]");
  EXPECT_EQ(loadCompileDatabase(options()).path, path("compile_commands.json"));
}

TEST_F(Search, GoesUpwardsFromThePathGiven) {
  write("compile_commands.json", "[]");
  write("src/net/a.cpp");
  DatabaseOptions options;
  options.working_directory = "/";
  options.paths = {path("src/net/a.cpp")};
  EXPECT_EQ(loadCompileDatabase(options).path, path("compile_commands.json"));
}

TEST_F(Search, LooksIntoBuildFoldersOnTheWayUp) {
  for (const char* folder : {"build", "build-debug", "cmake-build-release", "out/build/x64"}) {
    const std::string name = std::string(folder) + "/compile_commands.json";
    write(name, "[]");
    write("src/a.cpp");
    DatabaseOptions with = options();
    with.paths = {path("src")};
    EXPECT_EQ(loadCompileDatabase(with).path, path(name));
    std::filesystem::remove(path(name));
  }
}

TEST_F(Search, TheFolderItselfGoesBeforeItsBuildFolders) {
  write("compile_commands.json", "[]");
  write("build/compile_commands.json", "[]");
  const CompileDatabase database = loadCompileDatabase(options());
  EXPECT_EQ(database.path, path("compile_commands.json"));
  EXPECT_THAT(messages(database), Not(HasSubstr("taken although")));
}

TEST_F(Search, OfSeveralItTakesTheFirstByNameAndSaysSo) {
  write("build-release/compile_commands.json", "[]");
  write("build-debug/compile_commands.json", "[]");
  const CompileDatabase database = loadCompileDatabase(options());
  EXPECT_EQ(database.path, path("build-debug/compile_commands.json"));
  EXPECT_THAT(messages(database), HasSubstr("build-release/compile_commands.json"));
  EXPECT_THAT(messages(database), HasSubstr("choose one with -p"));
}

TEST_F(Search, BuildDirIsAFolderOrTheFile) {
  write("elsewhere/compile_commands.json", "[]");
  write("odd/name.json", "[]");
  DatabaseOptions with = options();
  with.build_dir = "elsewhere";
  EXPECT_EQ(loadCompileDatabase(with).path, path("elsewhere/compile_commands.json"));
  with.build_dir = path("odd/name.json");
  EXPECT_EQ(loadCompileDatabase(with).path, path("odd/name.json"));
}

TEST_F(Search, ABuildDirWithoutADatabaseNamesTheOneBelow) {
  write("build/compile_commands.json", "[]");
  DatabaseOptions with = options();
  with.build_dir = ".";
  std::filesystem::create_directories(path("empty"));
  const CompileDatabase database = loadCompileDatabase(with);
  EXPECT_EQ(database.path, "");
  EXPECT_THAT(messages(database), HasSubstr("did you mean -p " + path("build") + "?"));
  with.build_dir = "empty";
  EXPECT_THAT(messages(loadCompileDatabase(with)), HasSubstr("CMAKE_EXPORT_COMPILE_COMMANDS"));
  with.build_dir = "nowhere";
  EXPECT_THAT(messages(loadCompileDatabase(with)), HasSubstr("does not exist"));
}

TEST_F(Search, WhenThereIsNoneItSaysHowToMakeOne) {
  const CompileDatabase database = loadCompileDatabase(options());
  EXPECT_EQ(database.path, "");
  EXPECT_THAT(messages(database), HasSubstr("no compile_commands.json found in " + root_));
  EXPECT_THAT(messages(database), HasSubstr("-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"));
  EXPECT_THAT(messages(database), HasSubstr("bear -- make"));
  EXPECT_THAT(messages(database), HasSubstr("-p DIR"));
}

} // namespace
} // namespace nostall
