// Arguments and objects: what is known of their value, where they live, what they call.
#pragma once

#include "frontend/reading/flag_variables.h"
#include "frontend/unit/unit_context.h"

#include <clang/AST/Expr.h>

namespace nostall {

class ValueReader {
public:
  /// `events` says which event of the body an expression is the result of.
  ValueReader(UnitContext& context, const llvm::DenseMap<const clang::Expr*, EventId>& events)
      : context_(context), events_(events) {}

  Value read(const clang::Expr& expression);
  /// See PathId; 0 for temporaries.
  PathId path(const clang::Expr& expression);
  PathId pathOf(const clang::ValueDecl& variable);
  /// How Value::names call a data member.
  StringId memberName(const clang::FieldDecl& field);

private:
  std::string pathText(const clang::Expr& expression, unsigned depth = 0);
  std::string pathTextOf(const clang::ValueDecl& variable);
  EventId eventOf(const clang::Expr& core) const;
  void readPlace(Value& value, const clang::Expr& written);
  static bool isMadeOfTemporary(const clang::Expr& written, unsigned depth = 0);
  void readConstant(Value& value, const clang::Expr& core);
  void readDuration(Value& value, const clang::Expr& core);
  void readTimeStructure(Value& value, const clang::Expr& core);
  const clang::FunctionDecl* globalGetter(const clang::Expr& expression) const;
  void readNames(Value& value, const clang::Expr& expression, unsigned depth = 0);
  void readVariableNames(Value& value, const clang::DeclRefExpr& reference, const clang::VarDecl& variable,
                         unsigned depth);
  void readCallables(Value& value, const clang::Expr& core, unsigned depth);
  void readWrapped(Value& value, const clang::Expr& core, unsigned depth);
  void readChoice(Value& value, const clang::ConditionalOperator& choice, unsigned depth);
  bool isCallable(clang::QualType type) const;
  void addCallOperator(Value& value, const clang::CXXRecordDecl& record);

  UnitContext& context_;
  const llvm::DenseMap<const clang::Expr*, EventId>& events_;
  FlagVariables flags_;
};

} // namespace nostall
