#include "database/compile_command_modules.h"

#include "support/paths.h"

#include <clang/Basic/Version.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBuffer.h>

#include <algorithm>

namespace nostall {
namespace {

using llvm::StringRef;

bool isNameCharacter(char c) {
  return llvm::isAlnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Takes `word` from the front when it stands there as a whole.
bool consumeWord(StringRef& text, StringRef word) {
  if (!text.starts_with(word) || (text.size() > word.size() && isNameCharacter(text[word.size()]))) {
    return false;
  }
  text = text.drop_front(word.size()).ltrim();
  return true;
}

/// Takes comments, preprocessor lines and blanks from the front.
void skipToCode(StringRef& text) {
  while (true) {
    text = text.ltrim();
    if (text.consume_front("/*")) {
      text = text.split("*/").second;
    } else if (text.starts_with("//")) {
      text = text.split('\n').second;
    } else if (text.starts_with("#")) {
      while (text.split('\n').first.rtrim().ends_with("\\")) {
        text = text.split('\n').second;
      }
      text = text.split('\n').second;
    } else {
      return;
    }
  }
}

/// The name up to the ";" of a module or import declaration; empty when it is something else
/// ("import(x);", "module::Type y;", "module m = f();").
std::string declaredName(StringRef text) {
  const StringRef statement = text.split(';').first;
  if (statement.size() == text.size() || statement.starts_with("::")) { return ""; }
  const StringRef name = statement.split("[[").first.trim(); // attributes may follow
  if (name.starts_with("<") || name.starts_with("\"")) { return name.str(); }
  const bool good = std::all_of(name.begin(), name.end(),
                                [](char c) { return isNameCharacter(c) || c == '.' || c == ':'; });
  return good ? name.str() : "";
}

} // namespace

ModuleUse moduleUse(const std::string& text) {
  ModuleUse use;
  StringRef rest(text);
  rest.consume_front("\xEF\xBB\xBF");
  for (skipToCode(rest); !rest.empty(); skipToCode(rest)) {
    const bool exported = consumeWord(rest, "export");
    const bool is_module = consumeWord(rest, "module");
    if (!is_module && !consumeWord(rest, "import")) { break; }
    const std::string name = declaredName(rest);
    const bool is_fragment = is_module && rest.starts_with(";");
    if (name.empty() && !is_fragment) { break; }
    if (!is_module) {
      use.imports.push_back(name);
    } else if (!is_fragment && !name.starts_with(":")) { // not "module;", not "module :private;"
      use.name = name;
      use.is_interface = exported;
    }
    rest = rest.split(';').second;
  }
  return use;
}

bool Modules::canRead(const ModuleUse& use, const std::vector<std::string>& module_files,
                      const std::string& directory) {
  std::vector<std::string> needed = use.imports;
  const std::string primary = use.name.substr(0, use.name.find(':'));
  if (!use.name.empty() && !use.is_interface && use.name == primary) {
    needed.push_back(primary); // "module net;" imports the interface of net
  }
  return std::all_of(needed.begin(), needed.end(), [&](const std::string& name) {
    const std::string wanted = (name.starts_with(":") ? primary + name : name) + "=";
    const auto found = std::find_if(module_files.begin(), module_files.end(),
                                    [&](const std::string& given) { return given.starts_with(wanted); });
    return found != module_files.end() && isOurs(absolutePath(found->substr(wanted.size()), directory));
  });
}

bool Modules::isOurs(const std::string& path) {
  const auto known = ours_.find(path);
  if (known != ours_.end()) { return known->second; }
  // Clang refuses a compiled module whose version is not its own, to the letter; the file names it.
  const auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                                  /*RequiresNullTerminator=*/false);
  const bool ours = buffer && (*buffer)->getBuffer().starts_with("CPCH") &&
                    (*buffer)->getBuffer().contains(clang::getClangFullRepositoryVersion());
  ours_.emplace(path, ours);
  return ours;
}

} // namespace nostall
