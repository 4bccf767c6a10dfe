#include "frontend/reading/flag_variables.h"

#include <clang/AST/RecursiveASTVisitor.h>

namespace nostall {
namespace {

using Assignments = llvm::DenseMap<const clang::VarDecl*, std::vector<FlagVariables::Assignment>>;

class Collector : public clang::RecursiveASTVisitor<Collector> {
public:
  explicit Collector(Assignments& found) : found_(found) {}

  bool VisitVarDecl(clang::VarDecl* variable) {
    if (variable->hasInit() && variable->getType()->isIntegralOrEnumerationType()) {
      found_[variable].push_back({variable->getInit(), false, {}});
    }
    return true;
  }

  bool VisitBinaryOperator(clang::BinaryOperator* operation) {
    const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(operation->getLHS()->IgnoreParenImpCasts());
    const auto* variable =
        reference != nullptr ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
    if (variable != nullptr && operation->isAssignmentOp()) {
      const bool clears = operation->getOpcode() == clang::BO_AndAssign;
      found_[variable].push_back({clears ? operation : operation->getRHS(),
                                  operation->getOpcode() != clang::BO_Assign,
                                  branches_.empty() ? clang::SourceRange() : branches_.back()});
    }
    return true;
  }

  bool TraverseIfStmt(clang::IfStmt* branch) {
    return TraverseStmt(branch->getInit()) && TraverseStmt(branch->getConditionVariableDeclStmt()) &&
           TraverseStmt(branch->getCond()) && traverseBranch(branch->getThen()) &&
           traverseBranch(branch->getElse());
  }
  bool TraverseWhileStmt(clang::WhileStmt* loop) {
    return TraverseStmt(loop->getCond()) && traverseBranch(loop->getBody());
  }
  bool TraverseForStmt(clang::ForStmt* loop) {
    return TraverseStmt(loop->getInit()) && TraverseStmt(loop->getCond()) &&
           traverseBranch(loop->getBody()) && traverseBranch(loop->getInc());
  }
  bool TraverseSwitchStmt(clang::SwitchStmt* choice) {
    return TraverseStmt(choice->getCond()) && traverseBranch(choice->getBody());
  }

private:
  bool traverseBranch(clang::Stmt* branch) {
    if (branch == nullptr) { return true; }
    branches_.push_back(branch->getSourceRange());
    const bool on = TraverseStmt(branch);
    branches_.pop_back();
    return on;
  }

  Assignments& found_;
  std::vector<clang::SourceRange> branches_;
};

bool mentions(const clang::Stmt& expression, const clang::VarDecl& variable) {
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&expression)) {
    return reference->getDecl() == &variable;
  }
  for (const clang::Stmt* child : expression.children()) {
    if (child != nullptr && mentions(*child, variable)) { return true; }
  }
  return false;
}

/// The X of `flags & ~X` and `flags &= ~X`.
const clang::Expr* clearedIn(const clang::Expr& value) {
  const auto* operation = llvm::dyn_cast<clang::BinaryOperator>(value.IgnoreParenImpCasts());
  const bool masks = operation != nullptr && (operation->getOpcode() == clang::BO_And ||
                                              operation->getOpcode() == clang::BO_AndAssign);
  const auto* inverted =
      masks ? llvm::dyn_cast<clang::UnaryOperator>(operation->getRHS()->IgnoreParenImpCasts()) : nullptr;
  return inverted != nullptr && inverted->getOpcode() == clang::UO_Not ? inverted->getSubExpr() : nullptr;
}

} // namespace

void FlagVariables::collect(const clang::VarDecl& variable) {
  const auto* function = llvm::dyn_cast<clang::FunctionDecl>(variable.getDeclContext());
  if (function == nullptr || !function->hasBody() || !collected_.try_emplace(function, true).second) {
    return;
  }
  Collector(assignments_).TraverseStmt(function->getBody());
}

std::vector<FlagPart> FlagVariables::partsOf(const clang::VarDecl& variable, clang::SourceLocation use,
                                             const clang::SourceManager& sources) {
  collect(variable);
  std::vector<FlagPart> parts;
  const auto found = assignments_.find(&variable);
  if (found == assignments_.end()) { return parts; }
  const clang::SourceLocation at = sources.getFileLoc(use);
  for (const Assignment& assignment : found->second) {
    const clang::SourceLocation written = sources.getFileLoc(assignment.value->getBeginLoc());
    if (!sources.isBeforeInTranslationUnit(written, at)) { continue; }
    const clang::SourceRange branch(sources.getFileLoc(assignment.branch.getBegin()),
                                    sources.getFileLoc(assignment.branch.getEnd()));
    const bool around_use =
        assignment.branch.isInvalid() || (sources.isBeforeInTranslationUnit(branch.getBegin(), at) &&
                                          sources.isBeforeInTranslationUnit(at, branch.getEnd()));
    const clang::Expr* cleared = clearedIn(*assignment.value);
    const bool keeps = assignment.keeps || mentions(*assignment.value, variable);
    if (around_use && !keeps) { parts.clear(); }
    if (cleared == nullptr) {
      parts.push_back({assignment.value, true});
    } else if (around_use) {
      parts.push_back({cleared, false});
    }
  }
  return parts;
}

} // namespace nostall
