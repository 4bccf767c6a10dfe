// Finds the functions that a unit's own code defines: the roots from which bodies are read.
#pragma once

#include "frontend/unit/unit_context.h"

#include <clang/AST/Decl.h>

namespace nostall {

class DeclarationCollector {
public:
  explicit DeclarationCollector(UnitContext& context) : context_(context) {}

  /// A declaration at namespace level and everything in it. Templates count by their instantiations, and
  /// by their pattern when there are none.
  void collect(const clang::Decl& declaration);
  /// Globals with an initialiser, in order of declaration.
  const std::vector<const clang::VarDecl*>& globals() const { return globals_; }
  /// Complete classes of the project, instantiations included.
  const std::vector<const clang::CXXRecordDecl*>& records() const { return records_; }

private:
  void collectAll(const clang::DeclContext& context);
  void collectRecord(const clang::CXXRecordDecl& record);
  void collectFunctionTemplate(const clang::FunctionTemplateDecl& pattern);
  void collectClassTemplate(const clang::ClassTemplateDecl& pattern);
  void collectVariableTemplate(const clang::VarTemplateDecl& pattern);

  UnitContext& context_;
  std::vector<const clang::VarDecl*> globals_;
  std::vector<const clang::CXXRecordDecl*> records_;
};

} // namespace nostall
