#include "frontend/frontend.h"

#include "frontend/body_reader.h"
#include "frontend/comment_reader.h"
#include "frontend/declaration_collector.h"
#include "frontend/file_recorder.h"
#include "frontend/message_collector.h"
#include "frontend/missing_definitions.h"
#include "frontend/unit_context.h"

#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/Utils.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Sema/SemaConsumer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <optional>

namespace nostall {

namespace {

/// What one parse needs: made when Clang has its source manager.
struct Unit {
  Unit(clang::CompilerInstance& compiler, const CompileCommand& command, ExternalCode& external,
       StringTable& strings, UnitFacts& facts)
      : files(compiler.getSourceManager(), compiler.getLangOpts(), external, strings, facts.symbols.files,
              command.directory),
        context(compiler.getASTContext(), files, strings, external, facts), collector(context) {}

  FileTable files;
  UnitContext context;
  DeclarationCollector collector;
};

class FactsConsumer : public clang::SemaConsumer {
public:
  FactsConsumer(clang::CompilerInstance& compiler, const CompileCommand& command, ExternalCode& external,
                StringTable& strings, MessageCollector& messages, UnitFacts& facts,
                const std::vector<std::string>& expressions)
      : expressions_(expressions), compiler_(compiler), command_(command), external_(external),
        strings_(strings), messages_(messages), facts_(facts) {}

  void Initialize(clang::ASTContext& /*context*/) override {
    unit_.emplace(compiler_, command_, external_, strings_, facts_);
  }
  void InitializeSema(clang::Sema& sema) override { sema_ = &sema; }
  void ForgetSema() override { sema_ = nullptr; }

  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
    // Collected now and read at the end: reading may make Clang pass more declarations.
    for (const clang::Decl* declaration : group) {
      if (!unit_->files.isExternal(declaration->getLocation())) { declarations_.push_back(declaration); }
    }
    return true;
  }

  bool shouldSkipFunctionBody(clang::Decl* declaration) override {
    return unit_->files.isExternal(declaration->getLocation());
  }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    for (size_t index = 0; index < declarations_.size(); ++index) {
      unit_->collector.collect(*declarations_[index]);
    }
    if (sema_ != nullptr) {
      messages_.mute();
      defineMissing(*sema_, unit_->collector.records());
      for (const clang::CXXRecordDecl* record : unit_->collector.records()) {
        for (const clang::CXXMethodDecl* method : record->methods()) {
          unit_->context.wantBody(*method);
        }
      }
    }
    findMatches(context);
    for (const clang::VarDecl* variable : unit_->collector.globals()) {
      readGlobal(unit_->context, *variable);
    }
    while (const clang::FunctionDecl* function = unit_->context.nextBody()) {
      readBody(unit_->context, *function);
    }
    readComments(context.getSourceManager(), context.getLangOpts(), unit_->files, strings_, facts_);
  }

private:
  void findMatches(clang::ASTContext& context) {
    unit_->context.matches.find(context, declarations_, expressions_);
    for (const std::string& expression : expressions_) {
      unit_->context.expressions.push_back(strings_.id(expression));
    }
  }

  const std::vector<std::string>& expressions_;
  clang::CompilerInstance& compiler_;
  const CompileCommand& command_;
  ExternalCode& external_;
  StringTable& strings_;
  MessageCollector& messages_;
  UnitFacts& facts_;
  clang::Sema* sema_ = nullptr;
  std::optional<Unit> unit_;
  std::vector<const clang::Decl*> declarations_;
};

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

/// Clang's own headers (stddef.h, intrinsics) are found beside the Clang that this was built with.
std::vector<const char*> driverArguments(const CompileCommand& command) {
  std::vector<const char*> arguments;
  bool names_resources = false;
  for (const std::string& argument : command.arguments) {
    arguments.push_back(argument.c_str());
    names_resources |= llvm::StringRef(argument).starts_with("-resource-dir");
  }
  if (!names_resources && !arguments.empty()) {
    arguments.insert(arguments.begin() + 1, {"-resource-dir", NOSTALL_RESOURCE_DIR});
  }
  return arguments;
}

void prepare(clang::CompilerInvocation& invocation, const CompileCommand& command) {
  clang::FrontendOptions& frontend = invocation.getFrontendOpts();
  frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  frontend.SkipFunctionBodies = true;
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

UnitState parse(const CompileCommand& command, const FrontendOptions& options, StringTable& strings,
                const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>& files, UnitFacts& facts) {
  files->setCurrentWorkingDirectory(command.directory);
  MessageCollector messages(strings, facts.messages);
  auto diagnostics = clang::CompilerInstance::createDiagnostics(new clang::DiagnosticOptions, &messages,
                                                                /*ShouldOwnClient=*/false);
  const auto fail = [&](llvm::StringRef why) {
    if (facts.messages.empty()) { facts.messages.push_back({facts.path, 0, 0, strings.id(why)}); }
    return UnitState::Failed;
  };
  if (!files->exists(command.file)) { return fail("the file does not exist"); }
  const std::vector<const char*> arguments = driverArguments(command);
  clang::CreateInvocationOptions driver;
  driver.Diags = diagnostics;
  driver.VFS = files;
  driver.RecoverOnError = true;
  std::shared_ptr<clang::CompilerInvocation> invocation = clang::createInvocation(arguments, driver);
  if (invocation == nullptr || invocation->getFrontendOpts().Inputs.empty()) {
    return fail("Clang's driver makes no compilation of this command");
  }
  prepare(*invocation, command);
  facts.messages.clear(); // flags that Clang dropped by itself are not the unit's errors
  const uint32_t driver_errors = messages.errors();

  clang::CompilerInstance compiler;
  compiler.setInvocation(std::move(invocation));
  compiler.setDiagnostics(diagnostics.get());
  // After a missing include Clang would stop instantiating templates, and coroutines with it.
  compiler.getDiagnostics().setFatalsAsError(true);
  compiler.getDiagnostics().setIgnoreAllWarnings(true);
  compiler.createFileManager(files);
  compiler.createSourceManager(compiler.getFileManager());
  if (!compiler.createTarget()) { return fail("Clang does not know the target of this command"); }
  ExternalCode external(options, *files);
  FactsAction action(std::make_unique<FactsConsumer>(compiler, command, external, strings, messages, facts,
                                                     options.match_expressions));
  if (!action.BeginSourceFile(compiler, compiler.getFrontendOpts().Inputs[0])) {
    return fail("Clang cannot begin to read it");
  }
  llvm::consumeError(action.Execute());
  action.EndSourceFile();
  return messages.errors() > driver_errors ? UnitState::Degraded : UnitState::Ok;
}

template <typename Value>
void sortUnique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
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
  sortUnique(facts.constructed);
  sortUnique(facts.awaited);
  return facts;
}

} // namespace nostall
