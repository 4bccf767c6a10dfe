#include "database/database_fixture.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Toolchain : public DatabaseFixture {
protected:
  /// A compiler that notes its arguments and says `answer`.
  std::string writeCompiler(const std::string& answer,
                            const std::string& name = "bin/arm-none-eabi-g++") const {
    write(name, "#!/bin/sh\necho \"$@\" >> " + path("asked") + "\ncat >&2 <<'END'\n" + answer + "\nEND\n");
    std::filesystem::permissions(path(name), std::filesystem::perms::owner_all);
    return path(name);
  }
  std::string asked() const {
    std::ifstream stream(path("asked"));
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  std::string answer() const {
    write("lib/gcc/include/stddef.h");
    write("lib/gcc/include-fixed/limits.h");
    write("arm/include/stdio.h");
    write("arm/include/c++/12/vector");
    return "Target: arm-none-eabi\n#include \"...\" search starts here:\n#include <...> search starts "
           "here:\n " +
           path("arm/include/c++/12") + "\n " + path("lib/gcc/include") + "\n " +
           path("lib/gcc/include-fixed") + "\n " + path("lib/../arm/include") +
           "\nEnd of search list.\n /not/this";
  }
};

TEST_F(Toolchain, NoCompilerRunsUnlessItIsAllowed) {
  const std::string compiler = writeCompiler(answer());
  const CompileDatabase database = loadCommand(compiler + " -c main.cpp");
  EXPECT_EQ(asked(), "");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(has(database.commands[0], "--target=arm-none-eabi"));
  EXPECT_THAT(messages(database), HasSubstr("--query-driver '" + compiler + "'"));
}

TEST_F(Toolchain, AnAllowedCompilerTellsItsIncludePaths) {
  const std::string compiler = writeCompiler(answer());
  DatabaseOptions with;
  with.query_driver = {path("**/arm-none-eabi-*")};
  const CompileDatabase database =
      loadCommand(compiler + " -mcpu=cortex-m4 -DX -Wall -fplugin=x.so -o a.o -c main.cpp", with);
  EXPECT_EQ(asked(), "-E -v -x c++ -mcpu=cortex-m4 /dev/null\n");
  EXPECT_THAT(messages(database), IsEmpty());
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(hasRow(database.commands[0], {"-nostdlibinc", "-isystem", path("arm/include/c++/12"),
                                            "-idirafter", path("arm/include")}));
  EXPECT_FALSE(has(database.commands[0], path("lib/gcc/include")));
  EXPECT_FALSE(has(database.commands[0], "/not/this"));
}

TEST_F(Toolchain, ACompilerIsAskedOnceForTheSameFlags) {
  const std::string compiler = writeCompiler(answer());
  write("a.cpp");
  write("b.cpp");
  write("compile_commands.json", R"([{"directory":".","file":"a.cpp","arguments":[")" + compiler +
                                     R"(","-DA","a.cpp"]},{"directory":".","file":"b.cpp","arguments":[")" +
                                     compiler + R"(","-DB","b.cpp"]}])");
  DatabaseOptions with = options();
  with.query_driver = {compiler};
  EXPECT_THAT(loadCompileDatabase(with).commands, SizeIs(2));
  EXPECT_EQ(asked(), "-E -v -x c++ /dev/null\n");
}

TEST_F(Toolchain, AnotherCompilersTargetIsTaken) {
  const std::string compiler = writeCompiler(answer(), "bin/vendor-compiler");
  DatabaseOptions with;
  with.query_driver = {"vendor-*"};
  const CompileDatabase database = loadCommand(compiler + " -c main.cpp", with);
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(has(database.commands[0], "--target=arm-none-eabi"));
}

TEST_F(Toolchain, ACompilerThatDoesNotAnswerIsTold) {
  const std::string compiler = writeCompiler("no idea");
  DatabaseOptions with;
  with.query_driver = {compiler};
  const CompileDatabase database = loadCommand(compiler + " -c main.cpp", with);
  EXPECT_THAT(database.commands, SizeIs(1));
  EXPECT_THAT(messages(database), HasSubstr("was asked for its include paths and gave none"));
}

TEST_F(Toolchain, ASysrootOrNostdincIsAnswerEnough) {
  EXPECT_THAT(messages(loadCommand("/opt/arm-none-eabi-g++ --sysroot=/s -c main.cpp")), IsEmpty());
  EXPECT_THAT(messages(loadCommand("/opt/arm-none-eabi-g++ -nostdinc -c main.cpp")), IsEmpty());
  EXPECT_THAT(messages(loadCommand("/opt/arm-none-eabi-g++ -c main.cpp")), HasSubstr("--query-driver"));
}

TEST_F(Toolchain, LibcxxOfTheCommandsOwnClangIsFound) {
  write("bin/clang++");
  write("include/c++/v1/vector");
  const CompileDatabase database = loadCommand(path("bin/clang++") + " -stdlib=libc++ -c main.cpp");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_TRUE(hasRow(database.commands[0], {"-nostdinc++", "-isystem", path("include/c++/v1")}));
  EXPECT_FALSE(has(database.commands[0], "-stdlib=libc++"));
}

TEST_F(Toolchain, WithoutLibcxxThePackageIsNamedAndTheUnitGoesOn) {
  for (const char* folder : {"/usr/lib/llvm-19", "/usr/local", "/usr"}) {
    if (std::filesystem::exists(std::string(folder) + "/include/c++/v1/vector")) {
      GTEST_SKIP() << "libc++ is installed in " << folder;
    }
  }
  const CompileDatabase database = loadCommand("clang++ -stdlib=libc++ -c main.cpp");
  ASSERT_THAT(database.commands, SizeIs(1));
  EXPECT_FALSE(has(database.commands[0], "-stdlib=libc++"));
  EXPECT_THAT(messages(database), HasSubstr("install the package libc++-19-dev"));
}

} // namespace
} // namespace nostall
