#include "driver/unit_keys.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace nostall {
namespace {

CompileCommand commandIn(const std::string& folder) {
  CompileCommand command;
  command.file = folder + "/src/x.cpp";
  command.directory = folder + "/build";
  command.arguments = {"clang++", "-I" + folder + "/include", "-I", "/opt/lib/include", "--", command.file};
  command.target = "CMakeFiles/server.dir";
  return command;
}

FrontendOptions optionsIn(const std::string& folder) {
  return {
      .project_root = folder, .external_folders = {folder + "/vendored"}, .external_namespaces = {"asio"}};
}

Digest keyIn(const std::string& folder) {
  return UnitKeys(optionsIn(folder)).of(commandIn(folder));
}

TEST(UnitKeys, AreTheSameInEveryCopyOfTheProject) {
  EXPECT_EQ(keyIn("/home/me/project"), keyIn("/home/me/project"));
  EXPECT_EQ(keyIn("/home/me/project"), keyIn("/ci"));
  // What lies outside is not of the project.
  CompileCommand command = commandIn("/ci");
  command.arguments[3] = "/other/lib/include";
  EXPECT_NE(UnitKeys(optionsIn("/ci")).of(command), keyIn("/ci"));
}

TEST(UnitKeys, DifferWithAllThatDecidesTheFacts) {
  std::set<Digest> keys = {keyIn("/ci")};
  const auto differs = [&](const FrontendOptions& options, const CompileCommand& command) {
    return keys.insert(UnitKeys(options).of(command)).second;
  };
  CompileCommand command = commandIn("/ci");
  command.file += "x";
  EXPECT_TRUE(differs(optionsIn("/ci"), command)) << "file";
  command = commandIn("/ci");
  command.directory += "x";
  EXPECT_TRUE(differs(optionsIn("/ci"), command)) << "directory";
  command = commandIn("/ci");
  command.target = "CMakeFiles/client.dir";
  EXPECT_TRUE(differs(optionsIn("/ci"), command)) << "target";
  command = commandIn("/ci");
  command.arguments.insert(command.arguments.begin() + 1, "-DX");
  EXPECT_TRUE(differs(optionsIn("/ci"), command)) << "flags";
  command = commandIn("/ci");
  command.arguments[1] += command.arguments[2];
  command.arguments[2].clear();
  EXPECT_TRUE(differs(optionsIn("/ci"), command)) << "where one flag ends";
  FrontendOptions options = optionsIn("/ci");
  options.external_folders.clear();
  EXPECT_TRUE(differs(options, commandIn("/ci"))) << "external folders";
  options = optionsIn("/ci");
  options.external_namespaces.emplace_back("boost");
  EXPECT_TRUE(differs(options, commandIn("/ci"))) << "external namespaces";
  setenv("CPLUS_INCLUDE_PATH", "/more", 1);
  EXPECT_TRUE(differs(optionsIn("/ci"), commandIn("/ci"))) << "environment";
  unsetenv("CPLUS_INCLUDE_PATH");
  EXPECT_FALSE(differs(optionsIn("/ci"), commandIn("/ci")));
}

TEST(UnitKeys, SettingsAreNamedByWhatReachesTheFrontend) {
  Catalog catalog;
  LibraryPack pack;
  pack.library = "asio";
  catalog.packs.push_back(pack);
  const std::string plain = settingsName(optionsIn("/ci"), catalog);
  EXPECT_EQ(plain, settingsName(optionsIn("/home/me/project"), catalog));
  catalog.packs[0].instead["blocking-sleep"] = "a timer";
  EXPECT_EQ(plain, settingsName(optionsIn("/ci"), catalog)) << "rules are applied later";
  catalog.packs[0].defines.push_back({"ASIO_HAS_CO_AWAIT", ""});
  EXPECT_NE(plain, settingsName(optionsIn("/ci"), catalog));
  EXPECT_NE(plain, settingsName(FrontendOptions{.project_root = "/ci"}, Catalog{}));
}

} // namespace
} // namespace nostall
