// What taking one unit's facts shares: the tables that give ids, and the list of bodies still to read.
#pragma once

#include "frontend/unit/expression_matchers.h"
#include "frontend/unit/file_table.h"
#include "frontend/unit/string_table.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Type.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

#include <deque>

namespace clang {
class CXXRecordDecl;
class FunctionDecl;
class Sema;
class VarDecl;
} // namespace clang

namespace nostall {

/// Gives types and functions their ids and fills in what is known of them.
class UnitContext {
public:
  UnitContext(clang::ASTContext& ast, FileTable& files, StringTable& strings, ExternalCode& external,
              UnitFacts& facts);

  clang::ASTContext& ast;
  FileTable& files;
  StringTable& strings;
  ExternalCode& external;
  UnitFacts& facts;
  ExpressionMatches matches;
  std::vector<StringId> expressions; ///< by the index that `matches` gives
  clang::Sema* sema = nullptr;       ///< set when all is parsed and classes may be completed

  TypeId type(clang::QualType type);
  FunctionId function(const clang::FunctionDecl& function);
  /// A function that stands nowhere in the source: the initialisation of a global variable.
  FunctionId initializerOf(const clang::VarDecl& variable);

  bool isExternal(const clang::Decl& declaration);

  /// Asks for the body of a function to be read; each is read once. Functions without a body, external
  /// ones and dependent ones with instantiations are left out.
  void wantBody(const clang::FunctionDecl& function);
  /// Asks for the bodies of all its methods.
  void wantMethods(const clang::CXXRecordDecl& record);
  /// The next function to read; null when all are read.
  const clang::FunctionDecl* nextBody();

private:
  /// What external code has for a template argument it may make, end or call.
  TypeId externalArgument(clang::QualType argument);
  void fillRecord(TypeId id, const clang::CXXRecordDecl& record);
  void fillFunction(FunctionId id, const clang::FunctionDecl& function);
  FunctionFacts& facts_of(FunctionId id) { return facts.symbols.functions[id]; }
  TypeFacts& facts_of_type(TypeId id) { return facts.symbols.types[id]; }

  llvm::DenseMap<const void*, TypeId> types_;
  llvm::DenseMap<const clang::Decl*, FunctionId> functions_;
  llvm::DenseSet<const clang::Decl*> wanted_;
  std::deque<const clang::FunctionDecl*> bodies_;
};

} // namespace nostall
