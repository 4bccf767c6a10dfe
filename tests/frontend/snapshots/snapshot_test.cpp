// Units parsed on header snapshots have the facts that they have without.
#include "cache/facts_codec.h"
#include "frontend/facts_of.h"
#include "frontend/snapshots/snapshot.h"
#include "frontend/snapshots/snapshot_plan.h"
#include "support/canonical_facts.h"
#include "support/job_schedule.h"
#include "support/process_base.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

class Host : public SnapshotHost {
public:
  explicit Host(BaseProcess& process) : process_(process) {}
  Continuation rest() override {
    const BaseFork fork = process_.rest();
    return fork.is_base ? Continuation{.node = fork.index} : Continuation{.unit = fork.index};
  }
  void giveUp() override { process_.giveUp(); }

private:
  BaseProcess& process_;
};

/// A small project whose units share headers worth a snapshot.
class Project {
public:
  Project() {
    std::string much = "#pragma once\n#include <string>\n#include <vector>\n";
    // So much that parsing it once more costs more than a process.
    for (int i = 0; i < 4000; ++i) {
      much += "inline int filler" + std::to_string(i) + "(int x) { return x + " + std::to_string(i) + "; }\n";
    }
    header("much.h", much);
  }

  void header(const std::string& name, const std::string& text) { folder_.write(name, text); }
  void unit(const std::string& text, const std::vector<std::string>& flags = {}) {
    const std::string file = folder_.write("unit" + std::to_string(commands_.size()) + ".cpp", text);
    std::vector<std::string> all{"-std=c++20", "-I" + folder_.path()};
    all.insert(all.end(), flags.begin(), flags.end());
    commands_.push_back(commandFor(file, all, folder_.path()));
  }

  std::string path() const { return folder_.path(); }

  /// Takes all facts on snapshots, expects them to be those of plain parses, and says for each unit
  /// whether it was parsed on a snapshot: "yes", "left" when it had to be parsed plainly after all, "no".
  std::vector<std::string> check() const {
    FrontendOptions options;
    options.project_root = folder_.path();
    const SnapshotPlan plan = planSnapshots(commands_, options);
    PoolOptions pool;
    for (const SnapshotNode& node : plan.nodes) {
      pool.base_parents.push_back(node.parent);
    }
    pool.base_of = plan.node_of;
    pool.run_base = [&](size_t root, BaseProcess& process) {
      Host host(process);
      return encodeFacts(takeFactsOnSnapshot(plan, root, commands_, options, host));
    };
    const auto plainly = [&](size_t unit) { return encodeFacts(takeFacts(commands_[unit], options)); };
    const PoolResult result = runJobs(commands_.size(), plainly, pool);
    std::vector<std::string> ways;
    for (size_t unit = 0; unit < commands_.size(); ++unit) {
      const auto facts = decodeFacts(result.jobs[unit].bytes);
      const auto expected = decodeFacts(runJobs(1, [&](size_t) { return plainly(unit); }, {}).jobs[0].bytes);
      if (!facts || !expected) {
        ways.emplace_back("failed");
        continue;
      }
      EXPECT_TRUE(canonicalFacts(*facts) == canonicalFacts(*expected)) << commands_[unit].file;
      ways.emplace_back(result.jobs[unit].in_base ? "yes" : result.jobs[unit].left_base ? "left" : "no");
    }
    return ways;
  }

private:
  Folder folder_;
  std::vector<CompileCommand> commands_;
};

using Ways = std::vector<std::string>;

TEST(Snapshot, UnitsGoOnFromTheHeadersThatTheyShare) {
  Project project;
  project.header(
      "own.h",
      "#pragma once\n#include \"much.h\"\ntemplate <typename T> struct Box {\n"
      "  T value;\n  T get() const { return value; }\n};\ninline int twice(int x) { return filler1(x); }\n");
  project.unit("#include \"own.h\"\nint a() { return Box<int>{1}.get() + twice(2); }\n");
  project.unit("#include \"own.h\"\n#include <map>\nlong b() { return Box<long>{1}.get(); } // NOLINT\n");
  project.unit("int alone() { return 1; }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "no"}));
}

TEST(Snapshot, MacrosOfTargetsThatNoHeaderSeesDoNotMatter) {
  Project project;
  project.unit("#include \"much.h\"\nint a() { return filler1(ONE); }\n", {"-DONE=1", "-Done_EXPORTS"});
  project.unit("#include \"much.h\"\nint b() { return filler1(2); }\n", {"-Dtwo_EXPORTS"});
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, MacrosThatAHeaderSeesMakeGroups) {
  Project project;
  project.header("modes.h",
                 "#pragma once\n#include \"much.h\"\n#ifdef FAST\ninline int mode() { return filler1(1); }\n"
                 "#else\ninline int mode() { return filler2(2); }\n#endif\n");
  const std::string text = "#include \"modes.h\"\nint use() { return mode(); }\n";
  project.unit(text, {"-DFAST"});
  project.unit(text);
  project.unit(text, {"-DFAST"});
  project.unit(text);
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "yes", "yes"}));
}

TEST(Snapshot, AMacroBeforeTheHeaderThatReadsItIsSeen) {
  Project project;
  project.header("modes.h",
                 "#pragma once\n#include \"much.h\"\n#ifdef FAST\ninline int mode() { return filler1(1); }\n"
                 "#else\ninline int mode() { return filler2(2); }\n#endif\n");
  project.unit("#define FAST\n#include \"modes.h\"\nint a() { return mode(); }\n");
  project.unit("#include \"modes.h\"\nint b() { return mode(); }\n");
  project.unit("#include \"modes.h\"\n#define FAST\nint c() { return mode(); }\n");
  EXPECT_EQ(project.check(), (Ways{"left", "yes", "yes"}));
}

TEST(Snapshot, AnIncludeThatIsNotTakenIsSeen) {
  Project project;
  project.header("more.h", "#pragma once\n#include \"much.h\"\ninline int more() { return 1; }\n");
  project.header("skip.h", "#pragma once\n#define SKIP\n");
  // Who scans text does not see through the macro.
  project.unit("#define NAME \"skip.h\"\n#include NAME\n#ifndef SKIP\n#include \"more.h\"\n#endif\nint b() { "
               "return 2; }\n");
  project.unit("#include \"more.h\"\nint c() { return more(); }\n");
  EXPECT_EQ(project.check(), (Ways{"left", "yes"}));
}

TEST(Snapshot, HeadersThatAMacroOfAnotherHeaderLeavesOutAreNotRead) {
  Project project;
  project.header("alone.h", "#pragma once\n#define ALONE\n");
  project.header("friend.h", "#pragma once\n#include \"much.h\"\n#error alone\n");
  const std::string text =
      "#include \"alone.h\"\n#if !defined(ALONE)\n#include \"friend.h\"\n#endif\n#include \"much.h\"\n";
  project.unit(text + "int a() { return filler1(1); }\n");
  project.unit(text + "int b() { return filler1(2); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, MacrosOfTheCompilerAreKnown) {
  Project project;
  const std::string text = "#ifndef __cplusplus\n#include \"much.h\"\n#endif\n";
  project.unit(text + "#ifdef __GNUC__\n#include \"much.h\"\n#endif\nint a() { return filler1(1); }\n");
  project.unit(text + "#ifdef __GNUC__\n#include \"much.h\"\n#endif\nint b() { return filler1(2); }\n");
  project.unit(text + "int c() { return 1; }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "no"}));
}

TEST(Snapshot, AHeaderThatTheCommandIncludesIsFoundFromTheWorkingFolder) {
  Project project;
  project.header("forced.h", "#define FORCED 1\n");
  project.unit("#include \"much.h\"\nint a() { return filler1(FORCED); }\n", {"-include", "./forced.h"});
  project.unit("#include \"much.h\"\nint b() { return filler2(FORCED); }\n", {"-include", "./forced.h"});
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, HeadersUnderAConditionAreReadWhereItHolds) {
  Project project;
  project.header("broken.h", "#error not for this system\n");
  const std::string text = "#ifdef OTHER_SYSTEM\n#include \"broken.h\"\n#endif\n#include \"much.h\"\n";
  project.unit(text + "int a() { return filler1(1); }\n");
  project.unit(text + "int b() { return filler1(2); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, AMacroOfAHeaderThatComesLaterIsNotThereYet) {
  Project project;
  project.header("late.h", "#pragma once\n#define LATE\n#include \"much.h\"\n");
  project.header("asks.h", "#pragma once\n#ifdef LATE\ninline int asks() { return 1; }\n#else\ninline long "
                           "asks() { return 2; }\n#endif\n");
  project.unit("#include \"asks.h\"\n#include \"late.h\"\nlong a() { return asks(); }\n");
  project.unit("#include \"late.h\"\nint b() { return filler1(1); }\n");
  EXPECT_EQ(project.check(), (Ways{"left", "yes"}));
}

TEST(Snapshot, HeadersIncludedWithinBracesAreNotShared) {
  Project project;
  project.header("c.h", "#ifndef C_H\n#define C_H\nint c_function(int);\n#endif\n");
  project.unit("#include \"much.h\"\nextern \"C\" {\n#include \"c.h\"\n}\nint a() { return "
               "c_function(filler1(1)); }\n");
  project.unit(
      "#include \"much.h\"\nnamespace c {\n#include \"c.h\"\n}\nint b() { return c::c_function(1); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, HeadersOfSystemsIncludeOneAnotherWithinExternC) {
  Project project;
  project.header("system/outer.h",
                 "#ifndef OUTER_H\n#define OUTER_H\nextern \"C\" {\n#include <inner.h>\n}\n#endif\n");
  project.header("system/inner.h", "#ifndef INNER_H\n#define INNER_H\ntypedef int inner;\n#endif\n");
  project.header("system/other.h", "#ifndef OTHER_H\n#define OTHER_H\n#include <inner.h>\n#endif\n");
  const std::vector<std::string> flags{"-isystem", project.path() + "/system"};
  project.unit("#include \"much.h\"\n#include <outer.h>\ninner a() { return filler1(1); }\n", flags);
  project.unit("#include \"much.h\"\n#include <outer.h>\n#include <other.h>\ninner b() { return 1; }\n",
               flags);
  project.unit("#include \"much.h\"\n#include <other.h>\n#include <outer.h>\ninner c() { return 1; }\n",
               flags);
  project.unit("#include \"much.h\"\n#include <other.h>\ninner d() { return 1; }\n", flags);
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "yes", "yes"}));
}

TEST(Snapshot, AMacroThatHeadersDefineAlikeIsNoChange) {
  Project project;
  project.header("alike.h", "#pragma once\n#define FEATURE 2\n#include \"much.h\"\n");
  const std::string use = "int use() { return filler1(FEATURE); }\n";
  project.unit("#define FEATURE 2\n#include \"alike.h\"\n" + use);
  project.unit("#include \"alike.h\"\n" + use);
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, AMacroThatAHeaderAsksForIsAChangeWhenItIsTheSameToo) {
  Project project;
  project.header("asks.h", "#pragma once\n#ifndef FEATURE\ninline int asks() { return 1; }\n"
                           "#define FEATURE 2\n#endif\n#include \"much.h\"\n");
  project.unit("#define FEATURE 2\n#include \"asks.h\"\nint a() { return filler1(FEATURE); }\n");
  project.unit("#include \"asks.h\"\nint b() { return asks(); }\n");
  EXPECT_EQ(project.check(), (Ways{"left", "yes"}));
}

TEST(Snapshot, TypesThatHeadersDefineAlikeUnderAGuardMayComeFromEither) {
  Project project;
  const std::string guarded = "#ifndef __word_defined\ntypedef int word;\n# define __word_defined\n#endif\n";
  project.header("system/shared.h", "#pragma once\n" + guarded);
  project.header("system/alone.h", "#pragma once\n" + guarded);
  const std::vector<std::string> flags{"-isystem", project.path() + "/system"};
  const std::string use = "#include \"much.h\"\nword use() { return filler1(1); }\n";
  const std::string own = "#ifndef __word_defined\ntypedef int word;\n#define __word_defined\n#endif\n";
  project.unit("#include <alone.h>\n#include <shared.h>\n" + use, flags);
  project.unit("#include <shared.h>\n" + use, flags);
  project.header("own.h", own);
  project.unit("#include \"own.h\"\n#include <shared.h>\n" + use, flags);
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "left"}));
}

TEST(Snapshot, AMacroThatWasTheSameWhenTheHeaderWasReadIsNoChange) {
  Project project;
  project.header("speeds.h", "#pragma once\n#define FAST 1\n");
  project.header("modes.h",
                 "#pragma once\n#include \"speeds.h\"\n#include \"much.h\"\n#ifdef FAST\ninline int "
                 "mode() { return filler1(1); }\n#endif\n");
  project.unit("#include \"speeds.h\"\n#define FAST 1\n#include \"modes.h\"\nint a() { return mode(); }\n");
  project.unit("#include \"modes.h\"\nint b() { return mode(); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, AHeaderThatIsReadForAPartOfItIsNoReasonToLeave) {
  Project project;
  const std::string needs = "#define __need_NULL\n#include <stddef.h>\n";
  project.unit(needs + "#include \"much.h\"\nint a() { return filler1(NULL == nullptr); }\n");
  project.unit("#include <stddef.h>\n#include \"much.h\"\nsize_t b() { return filler1(1); }\n");
  project.unit("#include \"much.h\"\n" + needs + "size_t c() { return filler1(NULL == nullptr); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "yes"}));
}

TEST(Snapshot, HeadersThatAreIncludedAgainAndAgainAreRead) {
  Project project;
  project.header("items.def", "ITEM(one)\nITEM(two)\n");
  const std::string text = "#include \"much.h\"\n#define ITEM(x) int x() { return filler1(1); }\n#include "
                           "\"items.def\"\n#undef ITEM\n";
  project.unit(text + "#include <cassert>\nint a() { assert(one()); return two(); }\n");
  project.unit(text + "#define NDEBUG\n#include <cassert>\nint b() { assert(one()); return two(); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, ATemplateThatIsDefinedInALaterHeaderIsInstantiated) {
  Project project;
  project.header("declares.h", "#pragma once\n#include \"much.h\"\ntemplate <typename T> T later(T);\n"
                               "inline int uses() { return later(1); }\n");
  project.header(
      "defines.h",
      "#pragma once\n#include \"declares.h\"\ntemplate <typename T> T later(T x) { return filler1(x); }\n");
  project.unit("#include \"declares.h\"\n#include \"defines.h\"\nint a() { return uses(); }\n");
  project.unit("#include \"declares.h\"\n#include \"defines.h\"\nint b() { return uses(); }\n");
  project.unit("#include \"declares.h\"\nint c() { return filler2(1); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes", "yes"}));
}

TEST(Snapshot, UnitsWithErrorsAreParsedPlainly) {
  Project project;
  project.unit("#include \"much.h\"\nint a() { return missing(); }\nint b() { return filler1(1); }\n");
  project.unit("#include \"much.h\"\nint c() { return filler1(1); }\n");
  EXPECT_EQ(project.check(), (Ways{"left", "yes"}));
}

TEST(Snapshot, DefinitionsAtTheEndOfAHeaderComeAfterIt) {
  Project project;
  project.header("list.h",
                 "#pragma once\n#include \"much.h\"\ntemplate <typename T> struct List {\n  T first() "
                 "const;\n  T value;\n};\n#include \"list_impl.h\"\n");
  project.header("list_impl.h",
                 "#pragma once\n#include \"much.h\"\ntemplate <typename T> T List<T>::first() const "
                 "{ return value; }\n");
  project.unit("#include \"list.h\"\nint a() { return List<int>{1}.first(); }\n");
  project.unit("#include \"list.h\"\nlong b() { return List<long>{1}.first(); }\n");
  EXPECT_EQ(project.check(), (Ways{"yes", "yes"}));
}

TEST(Snapshot, HeadersWithErrorsMakeNone) {
  Project project;
  project.header("broken.h", "#pragma once\n#include \"much.h\"\nint broken() { return missing(); }\n");
  project.unit("#include \"broken.h\"\nint a() { return filler1(1); }\n");
  project.unit("#include \"broken.h\"\nint b() { return filler1(1); }\n");
  EXPECT_EQ(project.check(), (Ways{"no", "no"}));
}

} // namespace
} // namespace nostall
