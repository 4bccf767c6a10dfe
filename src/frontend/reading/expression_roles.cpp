#include "frontend/reading/expression_roles.h"

#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/Stmt.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/Builtins.h>

namespace nostall {

namespace {

/// The condition of a control statement; null for other statements.
const clang::Expr* conditionOf(const clang::Stmt& statement) {
  if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(&statement)) { return branch->getCond(); }
  if (const auto* loop = llvm::dyn_cast<clang::ForStmt>(&statement)) { return loop->getCond(); }
  if (const auto* loop = llvm::dyn_cast<clang::WhileStmt>(&statement)) { return loop->getCond(); }
  if (const auto* loop = llvm::dyn_cast<clang::DoStmt>(&statement)) { return loop->getCond(); }
  if (const auto* choice = llvm::dyn_cast<clang::SwitchStmt>(&statement)) { return choice->getCond(); }
  return nullptr;
}

/// Is the child a statement of its own, so that nobody takes its value?
bool standsAlone(const clang::Stmt& parent, const clang::Stmt& child) {
  if (const auto* label = llvm::dyn_cast<clang::SwitchCase>(&parent)) {
    return &child == label->getSubStmt();
  }
  if (llvm::isa<clang::CompoundStmt, clang::LabelStmt, clang::AttributedStmt, clang::CXXCatchStmt>(parent)) {
    return true;
  }
  if (llvm::isa<clang::ForStmt>(parent)) { return &child != conditionOf(parent); }
  const clang::Expr* condition = conditionOf(parent);
  return condition != nullptr && &child != condition;
}

} // namespace

const clang::Expr* innerOf(const clang::Expr* expression) {
  if (const auto* full = llvm::dyn_cast<clang::FullExpr>(expression)) { return full->getSubExpr(); }
  if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(expression)) {
    return temporary->getSubExpr();
  }
  if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(expression)) {
    return bound->getSubExpr();
  }
  if (const auto* parenthesis = llvm::dyn_cast<clang::ParenExpr>(expression)) {
    return parenthesis->getSubExpr();
  }
  if (const auto* opaque = llvm::dyn_cast<clang::OpaqueValueExpr>(expression)) {
    return opaque->getSourceExpr();
  }
  if (const auto* replaced = llvm::dyn_cast<clang::SubstNonTypeTemplateParmExpr>(expression)) {
    return replaced->getReplacement();
  }
  if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(expression)) {
    const bool converts = cast->getCastKind() == clang::CK_UserDefinedConversion ||
                          cast->getCastKind() == clang::CK_ConstructorConversion;
    return converts ? nullptr : cast->getSubExpr();
  }
  if (const auto* cast = llvm::dyn_cast<clang::CXXStaticCastExpr>(expression)) {
    return cast->getType()->isVoidType() ? nullptr : cast->getSubExpr();
  }
  if (const auto* made = llvm::dyn_cast<clang::CXXFunctionalCastExpr>(expression)) {
    // "std::thread(work)" is written as a cast and is a construction.
    return made->getType()->isRecordType() ? made->getSubExpr() : nullptr;
  }
  if (const auto* construct = llvm::dyn_cast<clang::CXXConstructExpr>(expression)) {
    const bool passes_on = construct->getNumArgs() == 1 &&
                           construct->getConstructor()->isCopyOrMoveConstructor() &&
                           (construct->isElidable() || construct->getArg(0)->isPRValue());
    return passes_on ? construct->getArg(0) : nullptr;
  }
  if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(expression)) {
    return list->isTransparent() && list->getNumInits() == 1 ? list->getInit(0) : nullptr;
  }
  if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression)) {
    const bool hands_on = call->isCallToStdMove() || call->getBuiltinCallee() == clang::Builtin::BIforward;
    return call->getNumArgs() == 1 && hands_on ? call->getArg(0) : nullptr;
  }
  return nullptr;
}

const clang::Expr* coreOf(const clang::Expr* expression) {
  while (expression != nullptr) {
    const clang::Expr* next = innerOf(expression);
    if (next == nullptr) { return expression; }
    expression = next;
  }
  return nullptr;
}

ExpressionRoles::ExpressionRoles(const clang::Stmt& body) {
  walkStatement(&body);
}

ExpressionRole ExpressionRoles::of(const clang::Expr& expression) const {
  const auto found = roles_.find(&expression);
  return found == roles_.end() ? ExpressionRole{} : found->second;
}

/// Another full expression, of `statement` when it is one.
void ExpressionRoles::begin(const clang::Stmt* statement) {
  ++full_expression_;
  statements_.push_back({statement, scope_});
}

/// A statement, or an expression that stands as one: its result goes nowhere.
void ExpressionRoles::walkStatement(const clang::Stmt* statement) {
  if (statement == nullptr) { return; }
  begin(statement);
  if (const auto* expression = llvm::dyn_cast<clang::Expr>(statement)) { discard(*expression, false); }
  walk(*statement);
}

void ExpressionRoles::discard(const clang::Expr& expression, bool cast_to_void) {
  const clang::Expr* core = coreOf(&expression);
  if (core == nullptr) { return; }
  ExpressionRole& role = roles_[core];
  role.discarded = true;
  role.cast_to_void = cast_to_void;
  if (const auto* cast = llvm::dyn_cast<clang::ExplicitCastExpr>(core);
      cast && cast->getType()->isVoidType()) {
    discard(*cast->getSubExpr(), true);
  } else if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(core)) {
    discard(*choice->getTrueExpr(), cast_to_void);
    discard(*choice->getFalseExpr(), cast_to_void);
  } else if (const auto* comma = llvm::dyn_cast<clang::BinaryOperator>(core); comma && comma->isCommaOp()) {
    discard(*comma->getRHS(), cast_to_void);
  }
}

void ExpressionRoles::suspend(const clang::CoroutineSuspendExpr& suspension) {
  if (const clang::Expr* operand = coreOf(suspension.getOperand())) { roles_[operand].awaited = true; }
  if (suspension.getResumeExpr() != nullptr) {
    if (const clang::Expr* resume = coreOf(suspension.getResumeExpr())) {
      roles_[resume].resumes = &suspension;
    }
  }
}

void ExpressionRoles::noteVariables(const clang::Stmt& statement) {
  for (const clang::Decl* declaration : llvm::cast<clang::DeclStmt>(statement).decls()) {
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
    if (variable != nullptr) { noteInitializer(variable->getInit(), *variable); }
    const clang::Expr* core = variable != nullptr ? coreOf(variable->getInit()) : nullptr;
    if (core != nullptr) { roles_[core].whole = true; }
    const auto* tuple = llvm::dyn_cast<clang::DecompositionDecl>(declaration);
    if (tuple == nullptr) { continue; }
    for (const clang::BindingDecl* part : tuple->bindings()) {
      const clang::VarDecl* held = part->getHoldingVar();
      if (held != nullptr) { noteInitializer(held->getInit(), *part); }
    }
  }
}

/// Either arm of a conditional, what an address is taken of, and each element of a list becomes the variable
/// or a part of it.
void ExpressionRoles::noteInitializer(const clang::Expr* written, const clang::ValueDecl& variable,
                                      const clang::FieldDecl* member) {
  const clang::Expr* core = coreOf(written);
  if (core == nullptr) { return; }
  roles_[core].initialises = &variable;
  roles_[core].member = member;
  if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(core)) {
    noteInitializer(choice->getTrueExpr(), variable, member);
    noteInitializer(choice->getFalseExpr(), variable, member);
  } else if (const auto* address = llvm::dyn_cast<clang::UnaryOperator>(core)) {
    const clang::Expr* object =
        address->getOpcode() == clang::UO_AddrOf ? coreOf(address->getSubExpr()) : nullptr;
    const bool has_name = llvm::isa_and_nonnull<clang::DeclRefExpr, clang::MemberExpr>(object);
    if (has_name) { roles_[object].initialises = &variable; }
  } else if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(core)) {
    noteElements(*list, variable, member);
  } else if (const auto* elements = llvm::dyn_cast<clang::CXXStdInitializerListExpr>(core)) {
    noteInitializer(elements->getSubExpr(), variable, member);
  } else if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(core)) {
    noteInitializer(cast->getSubExpr(), variable, member);
  } else if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(core)) {
    const clang::Expr* first = made->getNumArgs() > 0 ? coreOf(made->getArg(0)) : nullptr;
    if (llvm::isa_and_nonnull<clang::CXXStdInitializerListExpr>(first)) {
      noteInitializer(first, variable, member);
    }
  }
}

/// An aggregate's elements are its members; those of arrays, std::array's among them, stand for the whole.
void ExpressionRoles::noteElements(const clang::InitListExpr& list, const clang::ValueDecl& variable,
                                   const clang::FieldDecl* member) {
  const clang::CXXRecordDecl* record = list.getType()->getAsCXXRecordDecl();
  const bool has_members = member == nullptr && record != nullptr && !record->isUnion() &&
                           record->getNumBases() == 0 && !record->isInStdNamespace();
  if (!has_members) {
    for (const clang::Expr* element : list.inits()) {
      noteInitializer(element, variable, member);
    }
    return;
  }
  unsigned index = 0;
  for (const clang::FieldDecl* field : record->fields()) {
    if (field->isUnnamedBitField()) { continue; }
    if (index == list.getNumInits()) { return; }
    noteInitializer(list.getInit(index++), variable, field);
  }
}

std::optional<WrittenValue> ExpressionRoles::written(const clang::Expr& expression) const {
  const auto found = written_.find(&expression);
  if (found == written_.end()) { return std::nullopt; }
  return found->second;
}

void ExpressionRoles::note(const clang::Expr& expression) {
  ExpressionRole& role = roles_[&expression];
  role.full_expression = full_expression_;
  role.implicit |= implicit_;
  const auto consume = [this](const clang::Expr* used) {
    if (const clang::Expr* core = coreOf(used)) { used_by_call_.insert(core); }
  };
  if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&expression)) {
    for (const clang::Expr* argument : call->arguments()) {
      consume(argument);
    }
    if (const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(call)) {
      consume(member->getImplicitObjectArgument());
    }
  } else if (const auto* construct = llvm::dyn_cast<clang::CXXConstructExpr>(&expression);
             construct != nullptr && !construct->getConstructor()->isTrivial()) {
    // No event shows a trivial copy.
    for (const clang::Expr* argument : construct->arguments()) {
      consume(argument);
    }
  } else if (const auto* operation = llvm::dyn_cast<clang::BinaryOperator>(&expression)) {
    if (operation->isCommaOp()) { discard(*operation->getLHS(), false); }
    if (operation->isAssignmentOp()) {
      written_[operation->getLHS()->IgnoreParens()] = {operation->getRHS(),
                                                       operation->isCompoundAssignmentOp()};
      if (const clang::Expr* core = coreOf(operation->getRHS())) {
        roles_[core].assigned_to = operation->getLHS();
      }
    }
  } else if (const auto* step = llvm::dyn_cast<clang::UnaryOperator>(&expression)) {
    if (step->isIncrementDecrementOp()) { written_[step->getSubExpr()->IgnoreParens()] = {nullptr, true}; }
  } else if (const auto* suspension = llvm::dyn_cast<clang::CoroutineSuspendExpr>(&expression)) {
    suspend(*suspension);
  }
}

void ExpressionRoles::walkImplicit(std::initializer_list<const clang::Stmt*> parts) {
  const bool outer = std::exchange(implicit_, true);
  for (const clang::Stmt* part : parts) {
    if (part != nullptr) { walk(*part); }
  }
  implicit_ = outer;
}

void ExpressionRoles::walk(const clang::Stmt& statement) {
  if (const auto* expression = llvm::dyn_cast<clang::Expr>(&statement)) {
    // The operand of a co_await hangs in the tree twice.
    if (roles_.lookup(expression).full_expression != 0) { return; }
    note(*expression);
  }
  if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(&statement)) {
    for (const clang::Expr* capture : lambda->capture_inits()) {
      if (capture != nullptr) { walk(*capture); }
    }
  } else if (const auto* coroutine = llvm::dyn_cast<clang::CoroutineBodyStmt>(&statement)) {
    walkStatement(coroutine->getBody());
  } else if (const auto* suspension = llvm::dyn_cast<clang::CoroutineSuspendExpr>(&statement)) {
    walk(*suspension->getOperand());
    walkImplicit({suspension->getCommonExpr(), suspension->getReadyExpr(), suspension->getSuspendExpr(),
                  suspension->getResumeExpr()});
  } else if (const auto* loop = llvm::dyn_cast<clang::CXXForRangeStmt>(&statement)) {
    walkStatement(loop->getInit());
    walk(*loop->getRangeStmt());
    walkImplicit(
        {loop->getBeginStmt(), loop->getEndStmt(), loop->getCond(), loop->getInc(), loop->getLoopVarStmt()});
    walkStatement(loop->getBody());
  } else {
    if (llvm::isa<clang::DeclStmt>(statement)) { noteVariables(statement); }
    walkChildren(statement);
  }
}

void ExpressionRoles::walkChildren(const clang::Stmt& statement) {
  const uint32_t outer = scope_;
  if (llvm::isa<clang::CompoundStmt>(statement)) { scope_ = ++last_scope_; }
  for (const clang::Stmt* child : statement.children()) {
    if (child == nullptr) { continue; }
    if (standsAlone(statement, *child)) {
      walkStatement(child);
    } else {
      const bool whole = llvm::isa<clang::DeclStmt, clang::ReturnStmt, clang::CoreturnStmt>(statement);
      if (!llvm::isa<clang::Expr>(statement)) { begin(whole ? &statement : nullptr); }
      walk(*child);
    }
  }
  scope_ = outer;
}

} // namespace nostall
