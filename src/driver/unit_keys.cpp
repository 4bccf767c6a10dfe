#include "driver/unit_keys.h"

#include "cache/portable_text.h"

#include <cstdlib>

namespace nostall {
namespace {

/// Variables that Clang's driver reads for the flags that it makes of a command.
constexpr const char* variables[] = {
    "CPATH",           "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "COMPILER_PATH",
    "GCC_EXEC_PREFIX", "SDKROOT",        "SOURCE_DATE_EPOCH"};

/// Texts with what tells where each ends, and without the project's folder.
class Texts {
public:
  explicit Texts(const std::string& project_root) : project_root_(project_root) {}

  void add(const std::string& text) { writePortable(out_, text, project_root_); }
  void add(const std::vector<std::string>& texts) {
    out_.number(texts.size());
    for (const std::string& text : texts) {
      add(text);
    }
  }
  std::string take() { return out_.take(); }

private:
  ByteWriter out_;
  const std::string& project_root_;
};

void addOptions(Texts& texts, const FrontendOptions& options) {
  // All fields are named, so that one that is added breaks the build here.
  const auto& [project_root, external_folders, external_namespaces, match_expressions, read_bodies] = options;
  texts.add(external_folders);
  texts.add(external_namespaces);
  texts.add(match_expressions);
  texts.add(read_bodies ? "bodies" : "");
}

} // namespace

UnitKeys::UnitKeys(const FrontendOptions& options) : project_root_(options.project_root) {
  Texts texts(project_root_);
  texts.add(std::string(factsVersion()));
  addOptions(texts, options);
  for (const char* variable : variables) {
    const char* value = std::getenv(variable);
    texts.add(value != nullptr ? "=" + std::string(value) : std::string());
  }
  common_ = texts.take();
}

Digest UnitKeys::of(const CompileCommand& command) const {
  const auto& [file, directory, arguments, target] = command;
  Texts texts(project_root_);
  texts.add(file);
  texts.add(directory);
  texts.add(arguments);
  texts.add(target);
  return digestOf(common_ + texts.take());
}

std::string settingsName(const FrontendOptions& options, const Catalog& catalog) {
  Texts texts(options.project_root);
  addOptions(texts, options);
  for (const LibraryPack& pack : catalog.packs) {
    for (const MacroDefinition& macro : pack.defines) {
      texts.add({macro.name, macro.value});
    }
  }
  return toString(digestOf(texts.take()));
}

} // namespace nostall
