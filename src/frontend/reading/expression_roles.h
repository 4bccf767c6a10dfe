// What the surroundings of an expression say about it: who takes its result. Clang's CFG lists
// expressions one by one, without their parents, so this is asked of the tree once before.
#pragma once

#include "model/facts.h"

#include <clang/AST/Expr.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

#include <initializer_list>
#include <optional>
#include <vector>

namespace clang {
class CoroutineSuspendExpr;
class InitListExpr;
class FieldDecl;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace nostall {

struct ExpressionRole {
  bool discarded = false;
  bool cast_to_void = false;
  bool awaited = false;
  /// Clang wrote it: range-for, await_ready and its like.
  bool implicit = false;
  /// The variable that the result initialises, or the expression that it is assigned to.
  const clang::ValueDecl* initialises = nullptr;
  const clang::FieldDecl* member = nullptr; ///< of the variable, which is an aggregate
  bool whole = false;                       ///< it initialises all of the variable, and on every way
  const clang::Expr* assigned_to = nullptr;
  /// The co_await whose await_resume this is.
  const clang::CoroutineSuspendExpr* resumes = nullptr;
  uint32_t full_expression = 0;
};

/// What a full-expression number stands for.
struct WrittenStatement {
  const clang::Stmt* statement = nullptr; ///< none for conditions and the like
  uint32_t scope = 0;                     ///< see Statement::scope
};

/// What becomes of the left side of an assignment.
struct WrittenValue {
  const clang::Expr* value = nullptr; ///< none for `++x`
  bool reads = false;                 ///< `x += value`, `++x`
};

class ExpressionRoles {
public:
  /// Walks `body`, but not into lambdas.
  explicit ExpressionRoles(const clang::Stmt& body);

  ExpressionRole of(const clang::Expr& expression) const;
  /// The variable or member is the object or an argument of a call, which shows the use itself.
  bool isUsedByCall(const clang::Expr& expression) const { return used_by_call_.contains(&expression); }
  /// Nothing when the variable or member is only read there.
  std::optional<WrittenValue> written(const clang::Expr& expression) const;
  /// By full-expression number.
  const std::vector<WrittenStatement>& statements() const { return statements_; }

private:
  void walk(const clang::Stmt& statement);
  void walkStatement(const clang::Stmt* statement);
  void walkChildren(const clang::Stmt& statement);
  void begin(const clang::Stmt* statement);
  void walkImplicit(std::initializer_list<const clang::Stmt*> parts);
  void discard(const clang::Expr& expression, bool cast_to_void);
  void suspend(const clang::CoroutineSuspendExpr& suspension);
  void note(const clang::Expr& expression);
  void noteVariables(const clang::Stmt& declaration);
  void noteInitializer(const clang::Expr* written, const clang::ValueDecl& variable,
                       const clang::FieldDecl* member = nullptr);
  void noteElements(const clang::InitListExpr& list, const clang::ValueDecl& variable,
                    const clang::FieldDecl* member);

  llvm::DenseMap<const clang::Expr*, ExpressionRole> roles_;
  llvm::DenseSet<const clang::Expr*> used_by_call_;
  llvm::DenseMap<const clang::Expr*, WrittenValue> written_;
  std::vector<WrittenStatement> statements_{1};
  uint32_t full_expression_ = 0;
  uint32_t scope_ = 0;
  uint32_t last_scope_ = 0;
  bool implicit_ = false;
};

/// Without what changes nothing about who the result belongs to: parentheses, implicit casts,
/// temporaries, an elided copy, std::move, std::forward.
const clang::Expr* coreOf(const clang::Expr* expression);
/// One step on the way there; null at the core.
const clang::Expr* innerOf(const clang::Expr* expression);

} // namespace nostall
