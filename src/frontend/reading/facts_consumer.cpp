#include "frontend/reading/facts_consumer.h"

#include "frontend/reading/body_reader.h"
#include "frontend/unit/comment_reader.h"
#include "frontend/unit/missing_definitions.h"

#include <clang/Frontend/CompilerInstance.h>

namespace nostall {

struct FactsConsumer::Unit {
  Unit(clang::CompilerInstance& compiler, const std::string& directory, ExternalCode& external,
       StringTable& strings, UnitFacts& facts)
      : files(compiler.getSourceManager(), compiler.getLangOpts(), external, strings, facts.symbols.files,
              directory),
        context(compiler.getASTContext(), files, strings, external, facts), collector(context) {}

  FileTable files;
  UnitContext context;
  DeclarationCollector collector;
};

FactsConsumer::FactsConsumer(clang::CompilerInstance& compiler, std::string directory, ExternalCode& external,
                             StringTable& strings, MessageCollector& messages, UnitFacts& facts,
                             const std::vector<std::string>& expressions)
    : compiler_(compiler), directory_(std::move(directory)), external_(external), strings_(strings),
      messages_(messages), facts_(facts), expressions_(expressions) {}

FactsConsumer::~FactsConsumer() = default;

void FactsConsumer::Initialize(clang::ASTContext& /*context*/) {
  unit_ = std::make_unique<Unit>(compiler_, directory_, external_, strings_, facts_);
}

bool FactsConsumer::HandleTopLevelDecl(clang::DeclGroupRef group) {
  // Collected now and read at the end: reading may make Clang pass more declarations.
  for (const clang::Decl* declaration : group) {
    if (llvm::isa<clang::EmptyDecl>(declaration)) { continue; }
    if (!unit_->files.isExternal(declaration->getLocation())) { declarations_.push_back(declaration); }
  }
  return true;
}

bool FactsConsumer::shouldSkipFunctionBody(clang::Decl* declaration) {
  return unit_->files.isExternal(declaration->getLocation());
}

void FactsConsumer::HandleTranslationUnit(clang::ASTContext& context) {
  for (size_t index = 0; index < declarations_.size(); ++index) {
    unit_->collector.collect(*declarations_[index]);
  }
  if (sema_ != nullptr) {
    messages_.mute();
    defineMissing(*sema_, unit_->collector.records());
    for (const clang::CXXRecordDecl* record : unit_->collector.records()) {
      unit_->context.wantMethods(*record);
    }
    unit_->context.sema = sema_;
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

void FactsConsumer::findMatches(clang::ASTContext& context) {
  unit_->context.matches.find(context, declarations_, expressions_);
  for (const std::string& expression : expressions_) {
    unit_->context.expressions.push_back(strings_.id(expression));
  }
}

} // namespace nostall
