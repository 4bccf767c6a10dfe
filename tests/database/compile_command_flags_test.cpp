#include "database/compile_command_flags.h"
#include "database/database_fixture.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;
using Words = std::vector<std::string>;

/// All that stays of a command.
Words kept(const TranslatedFlags& result) {
  Words words = result.options;
  words.insert(words.end(), result.flags.begin(), result.flags.end());
  return words;
}

class Flags : public DatabaseFixture {
protected:
  TranslatedFlags translate(const Words& words, const std::string& file = "a.cpp",
                            const std::string& compiler = "g++") const {
    CommandWords command;
    command.compiler = recogniseCompiler({compiler});
    command.words = words;
    command.file = path(file);
    command.directory = root_;
    return translateFlags(command);
  }
};

TEST_F(Flags, WhatChangesTheMeaningOfTheCodeIsKept) {
  const Words words = {"-DX=1",         "-UY",       "-Iinclude",       "-isystem", "/sys",
                       "-iquote",       "q",         "-idirafter",      "late",     "-O2",
                       "-pthread",      "-fno-rtti", "-fno-exceptions", "-m32",     "-march=native",
                       "-fshort-enums", "-nostdinc", "--sysroot=/s",    "-fopenmp", "-funsigned-char"};
  const TranslatedFlags result = translate(words);
  EXPECT_THAT(kept(result), UnorderedElementsAreArray(words));
  EXPECT_THAT(result.dropped, IsEmpty());
  EXPECT_THAT(result.macros, ElementsAre("X", "Y"));
  EXPECT_EQ(result.sysroot, "/s");
}

TEST_F(Flags, SpacedFormsAreTheSame) {
  const TranslatedFlags result = translate({"-D", "X", "-I", "a b", "-target", "aarch64-linux-gnu",
                                            "--sysroot", "/s", "-isysroot", "/t", "-std=c++20"});
  EXPECT_THAT(kept(result),
              ElementsAre("--target=aarch64-linux-gnu", "--sysroot=/s", "-DX", "-Ia b", "-isysroot", "/t"));
  EXPECT_EQ(result.target, "aarch64-linux-gnu");
}

TEST_F(Flags, OutputsWarningsAndToolsAreGone) {
  const TranslatedFlags result = translate({"-c",
                                            "-o",
                                            "out/a.o",
                                            "a.cpp",
                                            "-MD",
                                            "-MF",
                                            "a.d",
                                            "-MT",
                                            "a.o",
                                            "-MMD",
                                            "-MP",
                                            "-Wall",
                                            "-Wextra",
                                            "-Werror",
                                            "-Wno-foo",
                                            "-Wduplicated-cond",
                                            "-pedantic-errors",
                                            "-g3",
                                            "-ggdb",
                                            "-gsplit-dwarf",
                                            "-save-temps",
                                            "-save-temps=obj",
                                            "-S",
                                            "-E",
                                            "-flto",
                                            "-flto=auto",
                                            "-fno-fat-lto-objects",
                                            "-fprofile-arcs",
                                            "-ftest-coverage",
                                            "--coverage",
                                            "-fprofile-generate=x",
                                            "-fsanitize=address,undefined",
                                            "-fno-sanitize=all",
                                            "-pipe",
                                            "-v",
                                            "-fdiagnostics-color=always",
                                            "-Lx",
                                            "-lfoo",
                                            "-Wl,-rpath,x",
                                            "-shared",
                                            "-static-libgcc",
                                            "-rdynamic",
                                            "-B/tools",
                                            "-mllvm",
                                            "-x1",
                                            "-resource-dir",
                                            "/other",
                                            "-ftime-trace",
                                            "--analyze",
                                            "-fuse-ld=mold",
                                            "-Xlinker",
                                            "x",
                                            "-fpermissive",
                                            "-fcolor-diagnostics",
                                            "-w"});
  EXPECT_THAT(kept(result), IsEmpty());
  EXPECT_THAT(result.dropped, IsEmpty());
  EXPECT_THAT(result.notes, IsEmpty());
  EXPECT_EQ(result.output, "out/a.o");
}

TEST_F(Flags, PluginsAreNeverObeyed) {
  const TranslatedFlags result = translate({"-Xclang",
                                            "-load",
                                            "-Xclang",
                                            "evil.so",
                                            "-Xclang",
                                            "-plugin",
                                            "-Xclang",
                                            "p",
                                            "-Xclang",
                                            "-add-plugin",
                                            "-Xclang",
                                            "p",
                                            "-Xclang",
                                            "-plugin-arg-p",
                                            "-Xclang",
                                            "x",
                                            "-fplugin=evil.so",
                                            "-fplugin-arg-p-x=1",
                                            "-fpass-plugin=evil.so",
                                            "-Xclang",
                                            "-fplugin=evil.so",
                                            "-mllvm",
                                            "-load=evil.so",
                                            "-Xpreprocessor",
                                            "-load",
                                            "-Xpreprocessor",
                                            "evil.so",
                                            "-Wp,-load,evil.so",
                                            "-wrapper",
                                            "evil,--args",
                                            "-specs=evil.specs",
                                            "--config=evil.cfg",
                                            "--config",
                                            "evil.cfg",
                                            "-Xclang",
                                            "-mllvm",
                                            "-Xclang",
                                            "-load=evil.so",
                                            "-ccc-gcc-name",
                                            "evil",
                                            "-fmodule-mapper=|evil"});
  for (const std::string& flag : kept(result)) {
    EXPECT_THAT(flag, Not(HasSubstr("evil")));
  }
  EXPECT_THAT(kept(result), IsEmpty());
}

TEST_F(Flags, WhatIsSaidPastTheDriverIsTakenWhenItMatters) {
  const TranslatedFlags result =
      translate({"-Xclang", "-DINNER=1", "-Wp,-DPRE,-UPOST,-MD,x.d", "-Xclang", "-internal-isystem",
                 "-Xclang", "/in", "-Xclang", "-fno-pch-timestamp", "-Xclang", "-std=c++20"});
  EXPECT_THAT(kept(result),
              ElementsAre("-DINNER=1", "-DPRE", "-UPOST", "-Xclang", "-internal-isystem", "-Xclang", "/in"));
  EXPECT_EQ(result.standard, "c++20");
}

TEST_F(Flags, FlagsThatOnlyGccKnowsAreDroppedAndNamed) {
  const TranslatedFlags result = translate({"-fconcepts-diagnostics-depth=3", "-fno-ipa-cp-clone",
                                            "-mno-such-thing", "-fweird", "-fweird", "-O2"});
  EXPECT_THAT(kept(result), ElementsAre("-O2"));
  EXPECT_THAT(result.dropped, Contains("-fconcepts-diagnostics-depth"));
  EXPECT_THAT(result.dropped, Contains("-fweird"));
  EXPECT_THAT(result.dropped, Contains("-mno-such-thing"));
  EXPECT_EQ(std::count(result.dropped.begin(), result.dropped.end(), "-fweird"), 1);
}

TEST_F(Flags, AFlagWithoutItsValueIsToldNotObeyed) {
  EXPECT_THAT(translate({"-O2", "-I"}).notes, ElementsAre(HasSubstr("-I ends a command")));
}

TEST_F(Flags, TheLanguageModeTellsOfCoroutines) {
  EXPECT_TRUE(translate({"-std=gnu++2a"}).has_coroutines);
  EXPECT_TRUE(translate({"-std=c++23"}).has_coroutines);
  EXPECT_TRUE(translate({"-std=c++17", "-fcoroutines"}).has_coroutines);
  EXPECT_FALSE(translate({"-std=c++17"}).has_coroutines);
  EXPECT_FALSE(translate({}).has_coroutines);
  EXPECT_FALSE(translate({"-std=c11"}, "a.c", "gcc").has_coroutines);
}

TEST_F(Flags, CoroutinesBeforeCxx20KeepTheirMode) {
  const TranslatedFlags result = translate({"-std=gnu++17", "-fcoroutines"});
  EXPECT_EQ(result.standard, "gnu++17");
  EXPECT_THAT(kept(result), ElementsAre("-Xclang", "-fcoroutines", "-D__cpp_impl_coroutine=201902L"));
  EXPECT_THAT(kept(translate({"-std=c++20", "-fcoroutines"})), IsEmpty());
}

TEST_F(Flags, ConceptsBeforeCxx20NeedCxx20InClang) {
  EXPECT_EQ(translate({"-std=c++17", "-fconcepts"}).standard, "gnu++20");
  EXPECT_EQ(translate({"-std=c++23", "-fconcepts"}).standard, "c++23");
  EXPECT_THAT(translate({"-fconcepts"}).dropped, IsEmpty());
}

TEST_F(Flags, TheLastStandardCountsAndOneOfTheOtherLanguageDoesNot) {
  EXPECT_EQ(translate({"-std=c++11", "-std=c++20"}).standard, "c++20");
  EXPECT_EQ(translate({"-std=c++20", "-std=c11"}).standard, "c++20");
  EXPECT_EQ(translate({"-std=c11", "-std=c++20"}, "a.c", "gcc").standard, "c11");
  EXPECT_EQ(translate({"--std=c++20"}).standard, "c++20");
}

TEST_F(Flags, AStandardFromTheFutureIsReadAsTheNewestKnown) {
  const TranslatedFlags result = translate({"-std=gnu++32"});
  EXPECT_EQ(result.standard, "gnu++26");
  EXPECT_THAT(result.notes, ElementsAre(HasSubstr("-std=gnu++32 is not known to Clang")));
}

TEST_F(Flags, TheLanguageComesFromTheFileOrFromX) {
  EXPECT_EQ(translate({}, "a.cc").language, UnitLanguage::Cxx);
  EXPECT_EQ(translate({}, "a.C").language, UnitLanguage::Cxx);
  EXPECT_EQ(translate({}, "a.c", "gcc").language, UnitLanguage::C);
  EXPECT_EQ(translate({}, "a.c", "g++").language, UnitLanguage::Cxx);
  EXPECT_EQ(translate({"-xc++"}, "a.c", "gcc").language, UnitLanguage::Cxx);
  EXPECT_EQ(translate({"-x", "c", "a.cpp"}).language, UnitLanguage::C);
  EXPECT_EQ(translate({"a.cpp", "-x", "c"}).language, UnitLanguage::Cxx);
  EXPECT_EQ(translate({}, "a.cppm").language, UnitLanguage::CxxModule);
  EXPECT_EQ(translate({}, "a.hpp").language, UnitLanguage::Header);
  EXPECT_EQ(translate({"-xc++-header"}, "a.cpp").language, UnitLanguage::Header);
  for (const char* file : {"a.S", "a.s", "a.asm", "a.cu", "a.m", "a.mm", "a.rc", "a.f90", "a"}) {
    EXPECT_EQ(translate({}, file, "gcc").language, UnitLanguage::Other) << file;
  }
  EXPECT_EQ(translate({"-x", "cuda"}).language, UnitLanguage::Other);
}

TEST_F(Flags, ACrossCompilerSaysItsTargetUnlessTheCommandDoes) {
  EXPECT_THAT(kept(translate({}, "a.cpp", "arm-none-eabi-g++")), ElementsAre("--target=arm-none-eabi"));
  EXPECT_THAT(kept(translate({"--target=avr"}, "a.cpp", "arm-none-eabi-clang++")),
              ElementsAre("--target=avr"));
}

TEST_F(Flags, PrecompiledHeadersAreIncludedAsText) {
  write("cmake_pch.hxx");
  const std::string header = path("cmake_pch.hxx");
  EXPECT_THAT(translate({"-Winvalid-pch", "-include", header}).includes, ElementsAre(header));
  const TranslatedFlags clang = translate({"-Winvalid-pch", "-Xclang", "-include-pch", "-Xclang",
                                           header + ".pch", "-Xclang", "-include", "-Xclang", header});
  EXPECT_THAT(clang.includes, ElementsAre(header));
  EXPECT_THAT(kept(clang), IsEmpty());
  EXPECT_THAT(translate({"-include-pch", "cmake_pch.hxx.pch"}).includes, ElementsAre("cmake_pch.hxx"));
  EXPECT_THAT(translate({"-include-pch", "cmake_pch.pch"}).includes, ElementsAre("cmake_pch.hxx"));
  EXPECT_THAT(translate({"-include", "other.h", "-include", header}).includes,
              ElementsAre("other.h", header));
}

TEST_F(Flags, APrecompiledHeaderWithoutItsTextIsTold) {
  const TranslatedFlags result = translate({"-include-pch", "gone.h.pch"});
  EXPECT_THAT(result.includes, ElementsAre("gone.h"));
  EXPECT_THAT(result.notes, ElementsAre(HasSubstr("gone.h.pch is missing: configure or build")));
}

TEST_F(Flags, ModuleFlagsAreSetAside) {
  const TranslatedFlags result = translate({"-fmodules-ts", "-fmodule-mapper=x", "-fdeps-format=p1689r5",
                                            "-fmodule-file=net=net.pcm", "-fmodules", "-O2"});
  EXPECT_TRUE(result.has_module_flags);
  EXPECT_THAT(result.module_files, ElementsAre("net=net.pcm"));
  EXPECT_THAT(kept(result), ElementsAre("-O2"));
  EXPECT_THAT(result.dropped, IsEmpty());
  EXPECT_FALSE(translate({"-O2"}).has_module_flags);
}

} // namespace
} // namespace nostall
