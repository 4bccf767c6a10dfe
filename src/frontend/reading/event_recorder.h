// Expressions of one body, in order of evaluation -> events.
#pragma once

#include "frontend/reading/expression_roles.h"
#include "frontend/reading/value_reader.h"
#include "frontend/unit/unit_context.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>

#include <optional>

namespace clang {
class CXXCtorInitializer;
}

namespace nostall {

/// The end of an object.
struct Destruction {
  SourceRange at; ///< what causes it
  PathId object = 0;
  EventId made_by = no_id; ///< of a temporary
  bool is_virtual = false; ///< delete through a pointer to a base
};

class EventRecorder {
public:
  /// Appends to `body`. `function` is the one whose body it is.
  EventRecorder(UnitContext& context, const ExpressionRoles& roles, Body& body, bool is_coroutine);

  /// A statement or expression whose operands were recorded before; each is recorded once.
  void record(const clang::Stmt& statement);
  /// `statement` with everything in it, operands first; not into lambdas. For code that Clang's CFG does
  /// not list: default arguments, promises, templates that nobody instantiated.
  void recordAll(const clang::Stmt& statement);
  /// A variable that can hold callables: what it is given, when no event says so.
  void recordVariable(const clang::VarDecl& variable);
  void recordInitializer(const clang::CXXCtorInitializer& initializer);
  void recordDestruction(const clang::CXXRecordDecl& record, const Destruction& end);
  /// The event whose result the expression is.
  EventId eventOf(const clang::Expr& expression) const;
  /// What a branch on the expression asks.
  BranchTest testOf(const clang::Expr& condition);
  /// initial_suspend or final_suspend.
  void recordSuspension(SuspendKind kind, const clang::Stmt* expression, clang::SourceLocation at);

  PathId pathOf(const clang::ValueDecl& variable) { return values_.pathOf(variable); }
  uint32_t unresolvedCalls() const { return unresolved_; }
  /// Code of a template that nobody instantiated.
  void setUninstantiated() { uninstantiated_ = true; }

private:
  Event& add(EventKind kind, SourceRange at);
  Event& addFor(EventKind kind, const clang::Expr& expression);
  void recordCall(const clang::CallExpr& call);
  void recordDependentCall(const clang::CallExpr& call);
  void recordConstruction(const clang::CXXConstructExpr& construction);
  void recordConstructor(const clang::Expr& expression, const clang::CXXConstructorDecl& constructor);
  void recordSuspend(const clang::CoroutineSuspendExpr& suspension);
  /// The suspension itself, at `expression`; `operand` as written.
  void recordAwaited(const clang::Expr& expression, SuspendKind kind, const clang::Expr& operand);
  void takeResult(Event& resume, const clang::Expr& await);
  void recordHandle(PathId member, const clang::Expr& written);
  void recordReference(const clang::Expr& expression, const clang::ValueDecl& declaration);
  void addAccess(EventKind kind, const clang::Expr& expression, const Value& object);
  void recordStore(Value object, const clang::Expr& stored);
  void recordDeclarations(const clang::DeclStmt& statement);
  void recordAssignment(const clang::BinaryOperator& assignment);
  void recordList(const clang::InitListExpr& list);
  void recordMembers(const clang::InitListExpr& list, const clang::CXXRecordDecl& record);
  void recordInitCaptures(const clang::LambdaExpr& lambda);
  void recordReturn(const clang::Stmt& statement, const clang::Expr* operand);
  void recordDefaultArguments(const clang::Expr& call);
  void recordDefaultArgument(const clang::CXXDefaultArgExpr& argument);
  void recordLambda(const clang::LambdaExpr& lambda);
  PackedVector<Capture> capturesOf(const clang::LambdaExpr& lambda);
  PathId targetOf(const ExpressionRole& role);
  void applyRole(Event& event, const clang::Expr& expression);

  UnitContext& context_;
  const ExpressionRoles& roles_;
  Body& body_;
  bool is_coroutine_;
  bool uninstantiated_ = false;
  /// Stands for the places of a default argument's code, which is written elsewhere.
  std::optional<SourceRange> used_at_;
  uint32_t unresolved_ = 0;
  llvm::DenseMap<const clang::Expr*, EventId> events_;
  llvm::DenseSet<const clang::Stmt*> seen_;
  ValueReader values_;
};

} // namespace nostall
