#include "driver/project.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;

CompileDatabase databaseOf(const std::string& folder, const std::vector<std::string>& files) {
  CompileDatabase database;
  database.path = folder + "/compile_commands.json";
  for (const std::string& file : files) {
    CompileCommand& command = database.commands.emplace_back();
    command.file = file;
  }
  return database;
}

TEST(ProjectRoot, IsWhatTheUserSays) {
  EXPECT_EQ(findProjectRoot("/named", databaseOf("/p/build", {"/p/x.cpp"})), "/named");
}

TEST(ProjectRoot, IsTheNearestMarkedFolderAboveTheDatabase) {
  const TemporaryFolder folder;
  folder.write("p/.git/HEAD", "");
  folder.write("p/sub/.nostall.yaml", "");
  std::filesystem::create_directories(folder.path("p/sub/build"));
  EXPECT_EQ(findProjectRoot("", databaseOf(folder.path("p/build"), {"/elsewhere/x.cpp"})), folder.path("p"));
  EXPECT_EQ(findProjectRoot("", databaseOf(folder.path("p/sub/build"), {})), folder.path("p/sub"));
}

TEST(ConfigFile, IsTheNearestOneUpwards) {
  const TemporaryFolder folder;
  folder.write("p/.nostall.yaml", "");
  std::filesystem::create_directories(folder.path("p/sub/deep"));
  EXPECT_EQ(findConfig(folder.path("p/sub/deep")), folder.path("p/.nostall.yaml"));
  EXPECT_EQ(findConfig(folder.path("p")), folder.path("p/.nostall.yaml"));
}

TEST(ProjectRoot, FollowsCMakeToItsSources) {
  const TemporaryFolder folder;
  folder.write("build/CMakeCache.txt",
               "X:STRING=1\nCMAKE_HOME_DIRECTORY:INTERNAL=" + folder.path("p/src") + "\n");
  const CompileDatabase database = databaseOf(folder.path("build"), {folder.path("p/src/x.cpp")});
  EXPECT_EQ(findProjectRoot("", database), folder.path("p/src")) << "the headers beside it count too";
  folder.write("p/.git/HEAD", "");
  EXPECT_EQ(findProjectRoot("", database), folder.path("p"));
}

TEST(ProjectRoot, IsElseWhatDatabaseAndUnitsShare) {
  EXPECT_EQ(findProjectRoot("", databaseOf("/q/p/build", {"/q/p/src/a.cpp", "/q/p/test/b.cpp"})), "/q/p");
  EXPECT_EQ(findProjectRoot("", databaseOf("/q/p", {"/q/p/src/a.cpp"})), "/q/p");
  EXPECT_EQ(findProjectRoot("", databaseOf("/q/p/build", {"/other/a.cpp"})), "/q/p/build")
      << "never the whole disk";
  EXPECT_EQ(findProjectRoot("", databaseOf("/q/p", {})), "/q/p");
}

TEST(ProjectRoot, HasTheNameThatTheUnitsUse) {
  const TemporaryFolder folder;
  folder.write("real/.git/HEAD", "");
  std::filesystem::create_symlink("real", folder.path("link"));
  const auto root = [&](const std::string& database, const std::string& unit) {
    return findProjectRoot("", databaseOf(folder.path(database), {folder.path(unit)}));
  };
  EXPECT_EQ(root("link", "real/x.cpp"), folder.path("real"));
  EXPECT_EQ(root("link", "link/x.cpp"), folder.path("link"));
  EXPECT_EQ(findProjectRoot(folder.path("link"), databaseOf("/d", {folder.path("real/x.cpp")})),
            folder.path("real"));
}

TEST(ExternalFolders, AreFetchedCodeAndSubmodules) {
  const TemporaryFolder folder;
  folder.write(".gitmodules",
               "[submodule \"asio\"]\n\tpath = third_party/asio\n\turl = https://example.org/path = x\r\n"
               "[submodule \"b c\"]\n  path=deps/b c\r\n");
  const auto folders = externalFolders(folder.path(), databaseOf(folder.path("build"), {}));
  EXPECT_THAT(folders, ElementsAre(folder.path("build/_deps"), folder.path("deps/b c"),
                                   folder.path("third_party/asio")));
}

TEST(PathPrinter, ShortensWhatIsInside) {
  const PathPrinter paths("/p");
  EXPECT_EQ(paths.print("/p/src/x.cpp"), "src/x.cpp");
  EXPECT_EQ(paths.print("/usr/include/x.h"), "/usr/include/x.h");
  EXPECT_EQ(paths.absolute("src/x.cpp"), "/p/src/x.cpp");
  EXPECT_EQ(paths.absolute("/usr/include/x.h"), "/usr/include/x.h");
}

TEST(PathPrinter, KnowsTheRootUnderItsOtherName) {
  const TemporaryFolder folder;
  folder.write("real/x.cpp", "");
  std::filesystem::create_symlink("real", folder.path("link"));
  const PathPrinter paths(folder.path("link"));
  EXPECT_EQ(paths.print(folder.path("real/x.cpp")), "x.cpp");
  EXPECT_EQ(paths.print(folder.path("link/x.cpp")), "x.cpp");
  EXPECT_THAT(namesOf(folder.path("link/x.cpp")),
              ElementsAre(folder.path("link/x.cpp"), folder.path("real/x.cpp")));
  EXPECT_THAT(namesOf(folder.path("real")), ElementsAre(folder.path("real")));
}

} // namespace
} // namespace nostall
