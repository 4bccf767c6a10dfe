// What Clang passes on while it parses a unit -> UnitFacts.
#pragma once

#include "frontend/reading/declaration_collector.h"
#include "frontend/unit/message_collector.h"
#include "frontend/unit/unit_context.h"

#include <clang/Sema/SemaConsumer.h>

#include <memory>
#include <string>
#include <vector>

namespace clang {
class CompilerInstance;
}

namespace nostall {

class FactsConsumer : public clang::SemaConsumer {
public:
  /// The references outlive the consumer. `directory`: what relative names are relative to. `expressions`:
  /// AST matchers of calls.
  FactsConsumer(clang::CompilerInstance& compiler, std::string directory, ExternalCode& external,
                StringTable& strings, MessageCollector& messages, UnitFacts& facts,
                const std::vector<std::string>& expressions);
  ~FactsConsumer() override;

  void Initialize(clang::ASTContext& context) override;
  void InitializeSema(clang::Sema& sema) override { sema_ = &sema; }
  void ForgetSema() override { sema_ = nullptr; }
  bool HandleTopLevelDecl(clang::DeclGroupRef group) override;
  bool shouldSkipFunctionBody(clang::Decl* declaration) override;
  void HandleTranslationUnit(clang::ASTContext& context) override;

private:
  /// Made when Clang has its source manager.
  struct Unit;

  void findMatches(clang::ASTContext& context);

  clang::CompilerInstance& compiler_;
  std::string directory_;
  ExternalCode& external_;
  StringTable& strings_;
  MessageCollector& messages_;
  UnitFacts& facts_;
  const std::vector<std::string>& expressions_;
  clang::Sema* sema_ = nullptr;
  std::unique_ptr<Unit> unit_;
  std::vector<const clang::Decl*> declarations_;
};

} // namespace nostall
