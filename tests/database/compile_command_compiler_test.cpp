#include "database/compile_command_compiler.h"

#include <gtest/gtest.h>

#include <sstream>

namespace nostall {
namespace {

Compiler recognise(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    words.push_back(word);
  }
  return recogniseCompiler(words);
}

TEST(Compiler, KindsAreKnownByName) {
  for (const char* line : {"clang -c", "clang++ -c", "/usr/lib/llvm-19/bin/clang++-19 -c", "clang++19 -c",
                           "x86_64-linux-gnu-clang++ -c"}) {
    EXPECT_EQ(recognise(line).kind, CompilerKind::Clang) << line;
  }
  for (const char* line : {"g++ -c", "gcc-12 -c", "c++ -c", "/usr/bin/cc -c", "g++-12.2.0 -c",
                           "x86_64-w64-mingw32-g++-posix -c", "mycompiler -c"}) {
    EXPECT_EQ(recognise(line).kind, CompilerKind::Gcc) << line;
  }
  for (const char* line : {"cl.exe /c", "C:\\VC\\bin\\CL.exe /c", "clang-cl /c", "clang-cl-19 /c"}) {
    EXPECT_EQ(recognise(line).kind, CompilerKind::Msvc) << line;
  }
}

TEST(Compiler, TheOnesForCxxReadCAsCxx) {
  EXPECT_TRUE(recognise("g++-12 -c").is_cxx);
  EXPECT_TRUE(recognise("arm-none-eabi-c++ -c").is_cxx);
  EXPECT_FALSE(recognise("gcc -c").is_cxx);
  EXPECT_FALSE(recognise("clang-19 -c").is_cxx);
}

TEST(Compiler, ThePrefixOfACrossCompilerIsItsTarget) {
  EXPECT_EQ(recognise("/opt/bin/arm-none-eabi-g++-12.2 -c").target, "arm-none-eabi");
  EXPECT_EQ(recognise("aarch64-linux-gnu-gcc -c").target, "aarch64-linux-gnu");
  EXPECT_EQ(recognise("em++ -c").target, "wasm32-unknown-emscripten");
  EXPECT_EQ(recognise("my-g++ -c").target, "");
  EXPECT_EQ(recognise("g++ -c").target, "");
}

TEST(Compiler, LaunchersAreSkippedWithTheirOptions) {
  for (const char* line : {
           "ccache g++ -c a.cpp",
           "/usr/bin/ccache /usr/bin/distcc /usr/bin/g++ -c a.cpp",
           "sccache g++-12 -c a.cpp",
           "icecc g++ -c a.cpp",
           "gomacc g++ -c a.cpp",
           "env CCACHE_DIR=/c LANG=C ccache g++ -c a.cpp",
           "CCACHE_DIR=/c ccache g++ -c a.cpp",
           "nice -n 5 g++ -c a.cpp",
           "cmake -E env A=b -- g++ -c a.cpp",
           "wrapper.sh g++ -c a.cpp",
       }) {
    EXPECT_TRUE(recognise(line).path.starts_with("g++") || recognise(line).path == "/usr/bin/g++")
        << line << " gave " << recognise(line).path;
  }
  const Compiler unknown = recognise("ccache --config-path=/c mycompiler -c a.cpp");
  EXPECT_EQ(unknown.path, "mycompiler");
  EXPECT_EQ(unknown.first_flag, 3u);
}

TEST(Compiler, OneNamedAmongTheFlagsIsNotTaken) {
  EXPECT_EQ(recognise("mycompiler -I gcc -c a.cpp").path, "mycompiler");
  EXPECT_EQ(recognise("ccache mycompiler -c gcc").path, "mycompiler");
}

TEST(Compiler, OnlyLaunchersOrNothingIsNoCompiler) {
  EXPECT_EQ(recognise("ccache").kind, CompilerKind::Missing);
  EXPECT_EQ(recognise("").kind, CompilerKind::Missing);
}

TEST(Compiler, TheHostIsNoCrossTarget) {
  EXPECT_FALSE(isCrossTarget(""));
  EXPECT_TRUE(isCrossTarget("arm-none-eabi"));
  EXPECT_TRUE(isCrossTarget("avr"));
#if defined(__x86_64__) && defined(__linux__)
  EXPECT_FALSE(isCrossTarget("x86_64-linux-gnu"));
#endif
}

} // namespace
} // namespace nostall
