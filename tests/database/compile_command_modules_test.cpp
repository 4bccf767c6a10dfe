#include "database/compile_command_modules.h"
#include "database/database_fixture.h"

#include <clang/Basic/Version.h>

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;

TEST(ModuleUse, OrdinaryFilesUseNone) {
  for (const char* text : {"", "int x;", "#include <a>\nint import(int);", "import(x);", "module::Type y;",
                           "module m = f();", "// import std;\nint x;", "/* module net; */ int x;",
                           "int x;\nimport std;", "importer x;", "modules y;"}) {
    EXPECT_FALSE(moduleUse(text).usesModules()) << text;
  }
}

TEST(ModuleUse, ImportsAreFoundBehindCommentsAndIncludes) {
  const ModuleUse use = moduleUse("// x\n#include <a>\n#define A \\\n  b\n/* c */ import std;\n"
                                  "export import net.http;import <vector>;\nint x;");
  EXPECT_EQ(use.name, "");
  EXPECT_THAT(use.imports, ElementsAre("std", "net.http", "<vector>"));
}

TEST(ModuleUse, ModuleUnitsKnowTheirName) {
  const ModuleUse interface = moduleUse("module;\n#include <a>\nexport module net:detail;\nimport :base;\n");
  EXPECT_EQ(interface.name, "net:detail");
  EXPECT_TRUE(interface.is_interface);
  EXPECT_THAT(interface.imports, ElementsAre(":base"));
  const ModuleUse implementation = moduleUse("module net;\nvoid f() {}");
  EXPECT_EQ(implementation.name, "net");
  EXPECT_FALSE(implementation.is_interface);
}

class ModulesTest : public DatabaseFixture {
protected:
  bool canRead(const std::string& text, const std::vector<std::string>& module_files) {
    return Modules().canRead(moduleUse(text), module_files, root_);
  }
  void writeCompiled(const std::string& name, const std::string& version) const {
    write(name, "CPCH\x01" + version + "\x02");
  }
};

TEST_F(ModulesTest, CompiledInterfacesOfThisClangCanBeRead) {
  writeCompiled("net.pcm", clang::getClangFullRepositoryVersion());
  EXPECT_TRUE(canRead("import net;", {"net=net.pcm"}));
  EXPECT_TRUE(canRead("module net;", {"net=net.pcm"}));
  EXPECT_TRUE(canRead("export module net;", {}));
  EXPECT_TRUE(canRead("export module net; import :part;", {"net:part=net.pcm"}));
}

TEST_F(ModulesTest, ThoseOfOthersOrNotBuiltCannot) {
  writeCompiled("net.pcm", "clang version 15.0.0");
  write("gcc.gcm", "ELF");
  EXPECT_FALSE(canRead("import net;", {"net=net.pcm"}));
  EXPECT_FALSE(canRead("import net;", {"net=gcc.gcm"}));
  EXPECT_FALSE(canRead("import net;", {"net=gone.pcm"}));
  EXPECT_FALSE(canRead("import net;", {}));
  EXPECT_FALSE(canRead("module net;", {}));
  EXPECT_FALSE(canRead("import <vector>;", {}));
}

} // namespace
} // namespace nostall
