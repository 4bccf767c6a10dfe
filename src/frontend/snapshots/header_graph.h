// The headers that some units with the same flags include, found by scanning text.
#pragma once

#include "frontend/compilation.h"
#include "frontend/snapshots/include_scan.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/StringSet.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace nostall {

struct ScannedHeader {
  std::string directive; ///< what an #include says to mean it
  bool external = false;
  bool guarded = false;                       ///< see ScannedFile
  size_t size = 0;                            ///< bytes
  std::vector<std::string> words;             ///< which of the asked words it mentions
  std::vector<const ScannedHeader*> includes; ///< at namespace level

  struct Taken {
    const ScannedHeader* header = nullptr;
    std::vector<std::string> assumes; ///< see ScannedInclude
  };
  std::vector<Taken> taken; ///< those that no `#if` may leave out, before any code
};

class HeaderGraph {
public:
  /// `words`: what may stand in the headers and matters.
  HeaderGraph(const CompileCommand& command, const FrontendOptions& options, std::vector<std::string> words);
  ~HeaderGraph();

  /// False: Clang's driver cannot run the command, and nothing else may be asked.
  bool usable() const { return usable_; }

  /// Finds all that the file includes. Before anything is asked all files are read: what one defines, another
  /// may ask for.
  void read(const std::string& file);

  /// The headers that the file's own text and the project's headers include, each after those that it
  /// includes itself; other people's only as far as the project names them. Without those that may be
  /// included more than once.
  std::vector<const ScannedHeader*> headersOf(const std::string& file);

private:
  const ScannedHeader* scan(clang::FileEntryRef file);
  void resolve(ScannedHeader& header, clang::FileEntryRef file, const ScannedFile& text);

  std::vector<std::string> words_;
  llvm::StringSet<> defined_; ///< macros of the compiler and the command
  UnitFacts ignored_facts_;
  StringTable strings_;
  Compilation compilation_;
  bool usable_ = false;
  std::set<std::string> changed_; ///< macros that any of the files defines or undefines
  llvm::DenseMap<const clang::FileEntry*, std::unique_ptr<ScannedHeader>> headers_;
};

} // namespace nostall
