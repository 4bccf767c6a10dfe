// The headers that some units with the same flags include, found by scanning text.
#pragma once

#include "frontend/compilation.h"
#include "frontend/include_scan.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

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
  std::vector<const ScannedHeader*> taken;    ///< those that no `#if` may leave out, before any code
};

class HeaderGraph {
public:
  /// `words`: what may stand in the headers and matters. `defined`: macros of the command.
  HeaderGraph(const CompileCommand& command, const FrontendOptions& options, std::vector<std::string> words,
              std::set<std::string> defined);
  ~HeaderGraph();

  /// False: Clang's driver cannot run the command, and nothing else may be asked.
  bool usable() const { return usable_; }

  /// The headers that the file's own text and the project's headers include, each after those that it
  /// includes itself; other people's only as far as the project names them. Without those that may be
  /// included more than once.
  std::vector<const ScannedHeader*> headersOf(const std::string& file);

private:
  const ScannedHeader* scan(clang::FileEntryRef file);
  void resolve(ScannedHeader& header, clang::FileEntryRef file, const ScannedFile& text);

  std::vector<std::string> words_;
  std::set<std::string> defined_;
  UnitFacts ignored_facts_;
  StringTable strings_;
  Compilation compilation_;
  bool usable_ = false;
  llvm::DenseMap<const clang::FileEntry*, std::unique_ptr<ScannedHeader>> headers_;
};

} // namespace nostall
