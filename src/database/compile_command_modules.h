// C++20 modules: which files use them, and whether this Clang can read what the build made of them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace nostall {

/// What the first lines of a file say about modules.
struct ModuleUse {
  std::string name; ///< of the module that the file belongs to; empty when it is an ordinary file
  bool is_interface = false;
  std::vector<std::string> imports; ///< "std", "net:detail", "<vector>", as written

  bool usesModules() const { return !name.empty() || !imports.empty(); }
  bool operator==(const ModuleUse&) const = default;
};

/// Reads `text` up to the first declaration that is no module's.
ModuleUse moduleUse(const std::string& text);

/// Answers for the units of one database; remembers which compiled interfaces it has looked into.
class Modules {
public:
  /// Every module that the file needs is among `module_files` ("name=path", of -fmodule-file=), made by
  /// this very Clang. `directory` is what relative paths are meant in.
  bool canRead(const ModuleUse& use, const std::vector<std::string>& module_files,
               const std::string& directory);

private:
  bool isOurs(const std::string& path);

  std::map<std::string, bool> ours_; ///< by path
};

} // namespace nostall
