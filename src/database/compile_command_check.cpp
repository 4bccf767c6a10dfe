#include "database/compile_command_check.h"

#include "database/driver_name.h"

#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/DiagnosticOptions.h>
#include <clang/Basic/TargetInfo.h>
#include <clang/Basic/TargetOptions.h>
#include <clang/Driver/Compilation.h>
#include <clang/Driver/Driver.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/TargetParser/Host.h>

#include <memory>

namespace nostall {
namespace {

using llvm::StringRef;
using Words = std::vector<std::string>;

/// Keeps the texts of errors.
class Errors : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    if (level >= clang::DiagnosticsEngine::Error) {
      llvm::SmallString<128> text;
      info.FormatDiagnostic(text);
      texts.push_back(text.str().str());
    }
  }

  Words texts;
};

/// The part of a compiler's command line that makes its target.
std::shared_ptr<clang::TargetOptions> targetOptions(const llvm::opt::ArgStringList& words) {
  auto target = std::make_shared<clang::TargetOptions>();
  for (size_t index = 0; index + 1 < words.size(); ++index) {
    const StringRef flag = words[index];
    const char* value = words[index + 1];
    if (flag == "-triple") {
      target->Triple = value;
    } else if (flag == "-target-cpu") {
      target->CPU = value;
    } else if (flag == "-tune-cpu") {
      target->TuneCPU = value;
    } else if (flag == "-target-abi") {
      target->ABI = value;
    } else if (flag == "-target-feature") {
      target->FeaturesAsWritten.emplace_back(value);
    }
  }
  return target;
}

/// What Clang says against a command with these flags.
Words errorsOf(const Words& flags) {
  Errors errors;
  clang::DiagnosticsEngine diagnostics(new clang::DiagnosticIDs, new clang::DiagnosticOptions, &errors,
                                       /*ShouldOwnClient=*/false);
  clang::driver::Driver driver(safeDriverName("clang++-19"), llvm::sys::getDefaultTargetTriple(),
                               diagnostics);
  driver.setCheckInputsExist(false);
  std::vector<const char*> words = {"clang++-19", "--no-default-config", "-fsyntax-only"};
  for (const std::string& flag : flags) {
    words.push_back(flag.c_str());
  }
  words.push_back("x.cpp");
  const std::unique_ptr<clang::driver::Compilation> compilation(driver.BuildCompilation(words));
  if (errors.texts.empty() && compilation && !compilation->getJobs().empty()) {
    // A target that cannot be made leaves its options to us, one that can owns them.
    const auto options = targetOptions(compilation->getJobs().begin()->getArguments());
    const llvm::IntrusiveRefCntPtr<clang::TargetInfo> target(
        clang::TargetInfo::CreateTargetInfo(diagnostics, options));
  }
  return errors.texts;
}

/// The flag that an error names: whole, by its value or by its name. flags.size() when it names none.
size_t flagNamedBy(StringRef error, const Words& flags) {
  const auto find = [&](auto part) {
    const auto found = llvm::find_if(flags, [&](StringRef flag) {
      const std::string name = part(flag);
      return !name.empty() && error.contains("'" + name + "'");
    });
    return static_cast<size_t>(found - flags.begin());
  };
  // Clang writes the target in its normal form.
  if (error.contains("target triple")) {
    const auto found = llvm::find_if(flags, [](StringRef flag) { return flag.starts_with("--target="); });
    return static_cast<size_t>(found - flags.begin());
  }
  const size_t whole = find([](StringRef flag) { return flag.str(); });
  if (whole < flags.size()) { return whole; }
  const size_t value = find([](StringRef flag) { return flag.split('=').second.str(); });
  if (value < flags.size()) { return value; }
  return find([](StringRef flag) { return (flag.split('=').first + "=").str(); });
}

Words refusedAmong(Words flags) {
  Words refused;
  while (!flags.empty()) {
    const Words errors = errorsOf(flags);
    const size_t index = errors.empty() ? flags.size() : flagNamedBy(errors.front(), flags);
    if (index == flags.size()) { break; }
    refused.push_back(flags[index]);
    flags.erase(flags.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return refused;
}

} // namespace

Words FlagCheck::takeRefused(Words& options) {
  auto known = refused_.find(options);
  if (known == refused_.end()) { known = refused_.emplace(options, refusedAmong(options)).first; }
  const Words& refused = known->second;
  std::erase_if(options, [&](const std::string& option) { return llvm::is_contained(refused, option); });
  return refused;
}

} // namespace nostall
