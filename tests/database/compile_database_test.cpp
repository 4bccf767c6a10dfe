#include "database/database_fixture.h"

#include <gmock/gmock.h>
#include <sys/wait.h>

#include <unistd.h>

namespace nostall {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Words = std::vector<std::string>;

class Database : public DatabaseFixture {
protected:
  /// Clang itself is content with the command.
  static bool clangAccepts(const CompileCommand& command) {
    const pid_t child = fork();
    if (child == 0) {
      std::vector<char*> words;
      for (const std::string& word : command.arguments) {
        words.push_back(const_cast<char*>(word.c_str()));
      }
      words.push_back(nullptr);
      if (chdir(command.directory.c_str()) == 0) { execvp(words[0], words.data()); }
      _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  std::string refusals(const CompileDatabase& database) const {
    std::string all;
    for (const RefusedUnit& unit : database.refused) {
      all += unit.file.substr(root_.size() + 1) + (unit.failed ? " failed: " : " skipped: ") + unit.reason +
             "\n";
    }
    return all;
  }

  CompileDatabase loadUnit(const std::string& file, const std::string& command) const {
    write(file);
    return load(R"({"directory": ".", "file": ")" + escaped(file) + R"(", "command": ")" + escaped(command) +
                R"("})");
  }

  std::string targetOf(const std::string& output) const {
    const CompileDatabase database = loadUnit("src/main.cpp", "g++ -c src/main.cpp -o " + output);
    return database.commands.empty() ? "no command" : database.commands[0].target;
  }
};

TEST_F(Database, ACommandEndsAsTheFrontendWantsIt) {
  const CompileDatabase database = loadUnit("main.cpp", "g++ -std=c++20 -O2 -c main.cpp -o main.o");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_EQ(database.commands[0].file, path("main.cpp"));
  EXPECT_EQ(database.commands[0].directory, root_);
  EXPECT_THAT(database.commands[0].arguments,
              ElementsAre("clang++-19", "--no-default-config", "-O2", "-std=c++20", "-w", "-Wno-everything",
                          "-fsyntax-only", "-x", "c++", "--", path("main.cpp")));
  EXPECT_THAT(database.problems, IsEmpty());
}

TEST_F(Database, ALibraryOfCoroutinesIsReadAsGccReadsIt) {
  write("main.cpp", "#include <asio.hpp>\n"
                    "asio::awaitable<void> f() { co_await asio::post(asio::use_awaitable); }\n"
                    "int i = 300; char narrowed[] = {i};\n");
  write("compile_commands.json",
        R"([{"directory": ".", "file": "main.cpp", "command": "g++ -std=gnu++20 -fcoroutines -fconcepts)"
        R"( -fconcepts-diagnostics-depth=2 -Wall -Werror -pthread -MD -o main.o -c main.cpp"}])");
  DatabaseOptions with = options();
  with.defines = {{"ASIO_HAS_CO_AWAIT", "1"}, {"ASIO_HAS_STD_COROUTINE", "1"}};
  const CompileDatabase database = loadCompileDatabase(with);
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(clangAccepts(database.commands[0]));
}

TEST_F(Database, CoroutinesInCxx17AreRead) {
  write("main.cpp", "#include <coroutine>\n"
                    "struct T { struct promise_type { T get_return_object() { return {}; }\n"
                    "  std::suspend_never initial_suspend() { return {}; }\n"
                    "  std::suspend_never final_suspend() noexcept { return {}; }\n"
                    "  void return_void() {} void unhandled_exception() {} }; };\n"
                    "T f() { co_return; }\n");
  const CompileDatabase database =
      load(R"({"directory": ".", "file": "main.cpp", "command": "g++ -std=c++17 -fcoroutines -c main.cpp"})");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(clangAccepts(database.commands[0]));
}

TEST_F(Database, DefinesOfPacksGoToUnitsWithCoroutinesOnly) {
  DatabaseOptions with;
  with.defines = {{"ASIO_HAS_CO_AWAIT", "1"}};
  const auto given = [&](const std::string& command) {
    const CompileDatabase database = loadCommand(command, with);
    return !database.commands.empty() && has(database.commands[0], "-DASIO_HAS_CO_AWAIT=1");
  };
  EXPECT_TRUE(given("g++ -std=c++20 -c main.cpp"));
  EXPECT_FALSE(given("g++ -std=c++17 -c main.cpp"));
  EXPECT_FALSE(given("g++ -std=c++20 -DASIO_HAS_CO_AWAIT=0 -c main.cpp"));
  EXPECT_FALSE(given("g++ -std=c++20 -U ASIO_HAS_CO_AWAIT -c main.cpp"));
  EXPECT_FALSE(given("gcc -xc -std=c11 -c main.cpp"));
}

TEST_F(Database, FlagsThatClangDoesNotKnowAreToldOncePerFlag) {
  write("a.cpp");
  write("b.cpp");
  const CompileDatabase database =
      load(R"({"directory": ".", "file": "a.cpp", "command": "g++ -fweird=1 -c a.cpp"},)"
           R"({"directory": ".", "file": "b.cpp", "command": "g++ -fweird=2 -march=znver99 -c b.cpp"})");
  EXPECT_THAT(database.commands, SizeIs(2));
  ASSERT_THAT(database.problems, SizeIs(2));
  EXPECT_EQ(database.problems[0].message, "-fweird is not known to Clang and was dropped (2 units)");
  EXPECT_EQ(database.problems[0].kind, ProblemKind::Warning);
  EXPECT_EQ(database.problems[0].file, path("compile_commands.json"));
  EXPECT_THAT(database.problems[1].message, HasSubstr("-march=znver99 is not supported by Clang"));
  EXPECT_THAT(database.problems[1].message, HasSubstr("(1 unit)"));
}

TEST_F(Database, DirectoriesAndFilesMayBeRelative) {
  write("build/compile_commands.json",
        R"([{"directory": "sub", "file": "../../src/a.cpp", "command": "g++ -I../x -c ../../src/a.cpp"}])");
  write("src/a.cpp");
  std::filesystem::create_directories(path("build/sub"));
  const CompileDatabase database = loadCompileDatabase(options());
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_EQ(database.commands[0].file, path("src/a.cpp"));
  EXPECT_EQ(database.commands[0].directory, path("build/sub"));
  EXPECT_TRUE(has(database.commands[0], "-I../x"));
}

TEST_F(Database, AParentOfALinkedFolderIsTheLinkedOnes) {
  write("real/deep/keep");
  write("real/a.cpp");
  std::filesystem::create_directory_symlink(path("real/deep"), path("link"));
  const CompileDatabase database =
      load(R"({"directory": "link", "file": "../a.cpp", "command": "g++ -c ../a.cpp"})");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_EQ(database.commands[0].file, path("real/a.cpp"));
}

TEST_F(Database, SeveralCommandsForOneFileAreKeptAndEqualOnesMerged) {
  write("a.cpp");
  const std::string one = R"({"directory": ".", "file": "a.cpp", "command": "g++ -DA -c a.cpp"})";
  const std::string two = R"({"directory": ".", "file": "a.cpp", "command": "g++ -DB -c a.cpp"})";
  EXPECT_THAT(load(two + "," + one + "," + two).commands, SizeIs(2));
  EXPECT_EQ(load(two + "," + one).commands, load(one + "," + two).commands);
}

TEST_F(Database, NamesOfAnyKindReachClangWhole) {
  for (const std::string name :
       {"with space.cpp", "quo\"te'.cpp", "-x.cpp", "@at.cpp", "caf\xE9.cpp", "b\\s.cpp"}) {
    write(name, "int x;\n");
    const CompileDatabase database = load(R"({"directory": ".", "file": ")" + escaped(name) +
                                          R"(", "arguments": ["g++", "-c", ")" + escaped(name) + R"("]})");
    ASSERT_THAT(database.commands, SizeIs(1)) << name;
    EXPECT_EQ(database.commands[0].file, path(name));
    EXPECT_TRUE(clangAccepts(database.commands[0])) << name;
    EXPECT_EQ(messages(database), "");
  }
  write("new\nline.cpp", "int x;\n");
  const CompileDatabase database =
      load(R"({"directory": ".", "file": "new\nline.cpp", "arguments": ["g++", "-c", "new\nline.cpp"]})");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(clangAccepts(database.commands[0]));
}

TEST_F(Database, AMissingResponseFileIsToldAtItsEntry) {
  const CompileDatabase database = loadUnit("a.cpp", "g++ @flags.rsp -c a.cpp");
  EXPECT_THAT(database.commands, SizeIs(1));
  ASSERT_THAT(database.problems, SizeIs(1));
  EXPECT_EQ(database.problems[0].line, 1u);
  EXPECT_EQ(database.problems[0].column, 2u);
  EXPECT_THAT(database.problems[0].message, HasSubstr(path("flags.rsp") + " does not exist"));
}

TEST_F(Database, OtherLanguagesAndHeadersAreSkippedNotFailed) {
  std::string entries;
  for (const char* file : {"a.S", "b.cu", "c.mm", "d.h"}) {
    write(file);
    entries += std::string(entries.empty() ? "" : ",") + R"({"directory": ".", "file": ")" + file +
               R"(", "command": "gcc -c )" + file + R"("})";
  }
  const CompileDatabase database = load(entries);
  EXPECT_THAT(database.commands, IsEmpty());
  EXPECT_EQ(refusals(database), "a.S skipped: it is not C or C++ (\".S\")\n"
                                "b.cu skipped: it is not C or C++ (\".cu\")\n"
                                "c.mm skipped: it is not C or C++ (\".mm\")\n"
                                "d.h skipped: a header is read through the units that include it\n");
}

TEST_F(Database, CIsReadAsC) {
  const CompileDatabase database = loadUnit("a.c", "gcc -std=c11 -c a.c");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_EQ(database.commands[0].arguments[0], "clang-19");
  EXPECT_TRUE(hasRow(database.commands[0], {"-x", "c", "--"}));
}

TEST_F(Database, WhatCannotBeReadFailsWithASentence) {
  write("cl.cpp");
  write("driver.cpp");
  write("none.cpp");
  write("only.cpp");
  std::filesystem::create_directories(path("folder.cpp"));
  const CompileDatabase database =
      load(R"({"directory": ".", "file": "cl.cpp", "command": "cl.exe /c cl.cpp"},)"
           R"({"directory": ".", "file": "driver.cpp", "command": "clang --driver-mode=cl /c driver.cpp"},)"
           R"({"directory": ".", "file": "gone.cpp", "command": "g++ -c gone.cpp"},)"
           R"({"directory": ".", "file": "folder.cpp", "command": "g++ -c folder.cpp"},)"
           R"({"directory": ".", "file": "none.cpp"},)"
           R"({"directory": ".", "file": "only.cpp", "command": "ccache"})");
  EXPECT_THAT(database.commands, IsEmpty());
  EXPECT_EQ(
      refusals(database),
      "cl.cpp failed: commands of cl.exe and clang-cl are not understood: make the database with clang++ or "
      "g++\n"
      "driver.cpp failed: commands of cl.exe and clang-cl are not understood: make the database with clang++ "
      "or g++\n"
      "folder.cpp failed: it is a folder, not a source file\n"
      "gone.cpp failed: the file does not exist: if the build generates it, build once first\n"
      "none.cpp failed: the compilation database has no command for it\n"
      "only.cpp failed: the compilation database has no command for it\n");
}

TEST_F(Database, PrecompiledHeadersAreIncludedAsTextAndTheirStubsAreNoUnits) {
  write("cmake_pch.hxx", "inline int fromHeader() { return 1; }\n");
  write("cmake_pch.hxx.pch", "not a precompiled header");
  write("cmake_pch.hxx.gch", "not one either");
  write("cmake_pch.hxx.cxx");
  write("stdafx.h");
  write("a.cpp", "int x = fromHeader();\n");
  write("b.cpp", "int y = fromHeader();\n");
  const CompileDatabase database = load(
      R"({"directory": ".", "file": "a.cpp", "command": "g++ -Winvalid-pch -include cmake_pch.hxx -c a.cpp"},)"
      R"({"directory": ".", "file": "b.cpp", "command": "clang++ -Xclang -include-pch -Xclang cmake_pch.hxx.pch )"
      R"(-Xclang -include -Xclang cmake_pch.hxx -c b.cpp"},)"
      R"({"directory": ".", "file": "cmake_pch.hxx.cxx", "command": "g++ -x c++-header -o cmake_pch.hxx.gch -c )"
      R"(cmake_pch.hxx.cxx"},)"
      R"({"directory": ".", "file": "stdafx.h", "command": "g++ -o stdafx.h.gch -c stdafx.h"})");
  EXPECT_EQ(refusals(database), "");
  ASSERT_THAT(database.commands, SizeIs(2));
  EXPECT_TRUE(clangAccepts(database.commands[0]));
  EXPECT_TRUE(clangAccepts(database.commands[1]));
}

TEST_F(Database, ModulesThatAreNotBuiltFailAndUnitsThatUseNoneGoOn) {
  write("plain.cpp", "#include <vector>\nint x;\n");
  write("uses.cpp", "import net;\n");
  write("net.cppm", "export module net;\nimport base;\n");
  const CompileDatabase database =
      load(R"({"directory": ".", "file": "plain.cpp", "command": "clang++ @plain.o.modmap -c plain.cpp"},)"
           R"({"directory": ".", "file": "uses.cpp", "command": "g++ -fmodules-ts -c uses.cpp"},)"
           R"({"directory": ".", "file": "net.cppm", "command": "clang++ @net.o.modmap -c net.cppm"})");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_EQ(database.commands[0].file, path("plain.cpp"));
  EXPECT_THAT(messages(database), IsEmpty());
  ASSERT_THAT(database.refused, SizeIs(2));
  EXPECT_EQ(database.refused[0].reason, database.refused[1].reason);
  EXPECT_THAT(database.refused[0].reason, HasSubstr("C++20 modules"));
  EXPECT_TRUE(database.refused[0].failed);
}

TEST_F(Database, TheTargetComesFromTheObjectsName) {
  EXPECT_EQ(targetOf("src/CMakeFiles/server.dir/src/main.cpp.o"), "src/CMakeFiles/server.dir");
  EXPECT_EQ(targetOf("CMakeFiles/server.dir/Debug/main.cpp.o"), "CMakeFiles/server.dir");
  EXPECT_EQ(targetOf("app/server.p/main.cpp.o"), "app/server.p");
  EXPECT_EQ(targetOf("bazel-out/bin/_objs/server/main.o"), "bazel-out/bin/_objs/server");
  EXPECT_EQ(targetOf("src/server-main.o"), "src/server");
  EXPECT_EQ(targetOf("main.o"), "");
  EXPECT_EQ(targetOf("obj/src/main.o"), "");
  const CompileDatabase database =
      load(R"({"directory": ".", "file": "src/main.cpp", "command": "g++ -c src/main.cpp -o x.o",)"
           R"( "output": "CMakeFiles/tool.dir/main.o"})");
  EXPECT_EQ(database.commands.at(0).target, "CMakeFiles/tool.dir");
}

TEST_F(Database, ABrokenDatabaseKeepsWhatCanBeRead) {
  write("a.cpp");
  write("compile_commands.json", R"([{"directory": ".", "file": "a.cpp", "command": "g++ -c a.cpp"}, {"dir)");
  const CompileDatabase database = loadCompileDatabase(options());
  EXPECT_THAT(database.commands, SizeIs(1));
  EXPECT_THAT(messages(database), HasSubstr("the file ends inside a string"));
}

TEST_F(Database, ADatabaseWithoutEntriesIsTold) {
  EXPECT_THAT(messages(load("")), HasSubstr("lists no units"));
}

TEST(CommandFor, EndsWithTheFileAfterADoubleDash) {
  const CompileCommand command = commandFor("-x.cpp", {"-O2"}, "/project");
  ASSERT_GE(command.arguments.size(), 2u);
  EXPECT_EQ(command.arguments.back(), "/project/-x.cpp");
  EXPECT_EQ(command.arguments[command.arguments.size() - 2], "--");
  EXPECT_THAT(command.arguments, Contains("-O2"));
  EXPECT_THAT(commandFor("a.h", {}, "/project").arguments, IsEmpty());
}

} // namespace
} // namespace nostall
