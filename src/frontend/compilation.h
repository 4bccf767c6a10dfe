// One run of Clang over one text, with all that it needs.
#pragma once

#include "database/compile_command.h"
#include "frontend/unit/external_code.h"
#include "frontend/unit/message_collector.h"

#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendOptions.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <functional>
#include <optional>

namespace nostall {

class Compilation {
public:
  /// `facts` gets what the parse says; the references outlive the object.
  Compilation(const FrontendOptions& options, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files,
              StringTable& strings, UnitFacts& facts)
      : options_(options), files_(std::move(files)), external_(options, *files_), strings_(strings),
        facts_(facts), messages_(strings, facts.messages) {}

  /// Makes the command ready to run. Nothing: it cannot be; else why not, in a sentence.
  std::optional<std::string> prepare(const CompileCommand& command);

  /// Once, after `prepare`. `begun` is called when Clang has a preprocessor and before it reads anything.
  UnitState parse(const clang::FrontendInputFile& input, const std::function<void()>& begun = {});

  clang::CompilerInstance& compiler() { return compiler_; }
  ExternalCode& external() { return external_; }
  /// What relative names are relative to.
  const std::string& directory() const { return directory_; }
  /// Errors since `prepare`.
  uint32_t errors() const { return messages_.errors() - driver_errors_; }

private:
  const FrontendOptions& options_;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files_;
  ExternalCode external_;
  StringTable& strings_;
  UnitFacts& facts_;
  MessageCollector messages_;
  std::string directory_;
  uint32_t driver_errors_ = 0;
  clang::CompilerInstance compiler_;
};

/// What is left to do with facts when all is read.
void finish(UnitFacts& facts);

} // namespace nostall
