#include "frontend/frontend.h"

#include "frontend/compilation.h"
#include "frontend/file_recorder.h"

namespace nostall {

namespace {

UnitState parse(const CompileCommand& command, const FrontendOptions& options, StringTable& strings,
                const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>& files, UnitFacts& facts) {
  Compilation compilation(options, files, strings, facts);
  const auto fail = [&](llvm::StringRef why) {
    if (facts.messages.empty()) { facts.messages.push_back({facts.path, 0, 0, strings.id(why)}); }
    return UnitState::Failed;
  };
  if (const auto why = compilation.prepare(command)) { return fail(*why); }
  const clang::FrontendInputFile input = compilation.compiler().getFrontendOpts().Inputs[0];
  const UnitState state = compilation.parse(input);
  return state == UnitState::Failed ? fail("Clang cannot begin to read it") : state;
}

} // namespace

UnitFacts takeFacts(const CompileCommand& command, const FrontendOptions& options, LookUps* look_ups) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files(llvm::vfs::createPhysicalFileSystem().release());
  const auto recorder = llvm::makeIntrusiveRefCnt<FileRecorder>(files);
  if (look_ups != nullptr) { files = recorder; }
  UnitFacts facts;
  StringTable strings(facts.symbols.strings);
  facts.path = strings.id(command.file);
  facts.target = strings.id(command.target);
  facts.state = parse(command, options, strings, files, facts);
  if (look_ups != nullptr) { *look_ups = recorder->lookUps(); }
  finish(facts);
  return facts;
}

} // namespace nostall
