#include "frontend/compilation.h"

#include "database/driver_name.h"
#include "frontend/reading/facts_consumer.h"

#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/Utils.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>

namespace nostall {

namespace {

class FactsAction : public clang::ASTFrontendAction {
public:
  explicit FactsAction(std::unique_ptr<FactsConsumer> consumer) : consumer_(std::move(consumer)) {}

protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& /*compiler*/,
                                                        llvm::StringRef /*file*/) override {
    return std::move(consumer_);
  }

private:
  std::unique_ptr<FactsConsumer> consumer_;
};

/// Clang's own headers (stddef.h, intrinsics) are found beside the Clang that this was built with. `name` is
/// the driver's, and must outlive the result.
std::vector<const char*> driverArguments(const CompileCommand& command, const std::string& name) {
  std::vector<const char*> arguments;
  bool names_resources = false;
  for (const std::string& argument : command.arguments) {
    arguments.push_back(argument.c_str());
    names_resources |= llvm::StringRef(argument).starts_with("-resource-dir");
  }
  if (!arguments.empty()) { arguments.front() = name.c_str(); }
  if (!names_resources && !arguments.empty()) {
    arguments.insert(arguments.begin() + 1, {"-resource-dir", NOSTALL_RESOURCE_DIR});
  }
  return arguments;
}

void settle(clang::CompilerInvocation& invocation, const CompileCommand& command, bool skip_bodies) {
  clang::FrontendOptions& frontend = invocation.getFrontendOpts();
  frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  frontend.SkipFunctionBodies = skip_bodies;
  frontend.DisableFree = false;
  // A compile command is input, not an order.
  frontend.Plugins.clear();
  frontend.AddPluginActions.clear();
  frontend.PluginArgs.clear();
  frontend.ActionName.clear();
  invocation.getFileSystemOpts().WorkingDir = command.directory;
  clang::DiagnosticOptions& diagnostics = invocation.getDiagnosticOpts();
  diagnostics.IgnoreWarnings = true;
  diagnostics.ErrorLimit = 0;
  diagnostics.VerifyDiagnostics = false;
  diagnostics.DiagnosticSerializationFile.clear();
  invocation.getDependencyOutputOpts() = {};
  invocation.getPreprocessorOutputOpts() = {};
}

template <typename Value>
void sortUnique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

std::optional<std::string> Compilation::prepare(const CompileCommand& command) {
  directory_ = command.directory;
  files_->setCurrentWorkingDirectory(command.directory);
  auto diagnostics = clang::CompilerInstance::createDiagnostics(new clang::DiagnosticOptions, &messages_,
                                                                /*ShouldOwnClient=*/false);
  if (!files_->exists(command.file)) { return "the file does not exist"; }
  const std::string name = safeDriverName(command.arguments.empty() ? "" : command.arguments.front());
  const std::vector<const char*> arguments = driverArguments(command, name);
  clang::CreateInvocationOptions driver;
  driver.Diags = diagnostics;
  driver.VFS = files_;
  driver.RecoverOnError = true;
  std::shared_ptr<clang::CompilerInvocation> invocation = clang::createInvocation(arguments, driver);
  if (invocation == nullptr || invocation->getFrontendOpts().Inputs.empty()) {
    return "Clang's driver makes no compilation of this command";
  }
  settle(*invocation, command, !options_.read_external_bodies);
  facts_.messages.clear(); // flags that Clang dropped by itself are not the unit's errors
  driver_errors_ = messages_.errors();

  compiler_.setInvocation(std::move(invocation));
  compiler_.setDiagnostics(diagnostics.get());
  // After a missing include Clang would stop instantiating templates, and coroutines with it.
  compiler_.getDiagnostics().setFatalsAsError(true);
  compiler_.getDiagnostics().setIgnoreAllWarnings(true);
  compiler_.createFileManager(files_);
  compiler_.createSourceManager(compiler_.getFileManager());
  if (!compiler_.createTarget()) { return "Clang does not know the target of this command"; }
  return std::nullopt;
}

UnitState Compilation::parse(const clang::FrontendInputFile& input, const std::function<void()>& begun) {
  FactsAction action(std::make_unique<FactsConsumer>(compiler_, directory_, external_, strings_, messages_,
                                                     facts_, options_.match_expressions));
  if (!action.BeginSourceFile(compiler_, input)) { return UnitState::Failed; }
  if (begun) { begun(); }
  llvm::consumeError(action.Execute());
  action.EndSourceFile();
  return errors() > 0 ? UnitState::Degraded : UnitState::Ok;
}

void finish(UnitFacts& facts) {
  sortUnique(facts.constructed);
  sortUnique(facts.awaited);
}

} // namespace nostall
