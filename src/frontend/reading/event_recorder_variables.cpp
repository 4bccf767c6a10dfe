// What is asked and what becomes of variables: branch tests, reads, writes and uses.
#include "frontend/reading/event_recorder.h"

#include <clang/AST/ExprCXX.h>

namespace nostall {

/// The call behind a conversion: `if (lock)` asks its operator bool.
static const clang::Expr* askedCall(const clang::Expr* asked) {
  const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(asked);
  const bool converts = cast != nullptr && cast->getCastKind() == clang::CK_UserDefinedConversion;
  return converts ? coreOf(cast->getSubExpr()) : asked;
}

/// Behind a `!`, and of a constant that keeps the answer what it keeps; null when there is nothing inside.
static const clang::Expr* askedInside(const clang::Expr& asked, bool& negated) {
  if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(&asked)) {
    if (operation->getOpcode() != clang::UO_LNot) { return nullptr; }
    negated = !negated;
    return coreOf(operation->getSubExpr());
  }
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&asked);
  const auto* kept = reference != nullptr ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
  const bool constant = kept != nullptr && kept->isLocalVarDecl() && kept->hasInit() &&
                        kept->getType().isConstQualified() && kept->getType()->isBooleanType();
  return constant ? coreOf(kept->getInit()) : nullptr;
}

/// `!`, and comparisons with what is not asked, stand outside of what is.
BranchTest EventRecorder::testOf(const clang::Expr& condition) {
  const clang::Expr* asked = coreOf(&condition);
  const clang::Expr* compared = nullptr;
  BranchTest test;
  const auto compare = [&](clang::BinaryOperatorKind operation, const clang::Expr* left,
                           const clang::Expr* right) {
    if (!clang::BinaryOperator::isEqualityOp(operation) &&
        !clang::BinaryOperator::isRelationalOp(operation)) {
      return;
    }
    left = coreOf(left);
    right = coreOf(right);
    if (left->isCXX11ConstantExpr(context_.ast) && !right->isCXX11ConstantExpr(context_.ast)) {
      std::swap(left, right);
    }
    if (operation == clang::BO_NE) { test.negated = !test.negated; }
    test.ordered = clang::BinaryOperator::isRelationalOp(operation);
    asked = left;
    compared = right;
  };
  for (const clang::Expr* inner = askedInside(*asked, test.negated); inner != nullptr;
       inner = askedInside(*asked, test.negated)) {
    asked = inner;
  }
  if (asked->isValueDependent() || asked->containsErrors()) { return {}; }
  if (const auto* operation = llvm::dyn_cast<clang::BinaryOperator>(asked)) {
    compare(operation->getOpcode(), operation->getLHS(), operation->getRHS());
  } else if (const auto* rewritten = llvm::dyn_cast<clang::CXXRewrittenBinaryOperator>(asked)) {
    const auto form = rewritten->getDecomposedForm();
    compare(form.Opcode, form.LHS, form.RHS);
  } else if (const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(asked)) {
    if (call->isComparisonOp() && call->getNumArgs() == 2) {
      compare(clang::BinaryOperator::getOverloadedOpcode(call->getOperator()), call->getArg(0),
              call->getArg(1));
    }
  }
  test.value = values_.read(*askedCall(asked));
  if (compared != nullptr) { test.compared_with = values_.read(*compared); }
  return test;
}

/// A local that stands for a thread_local: a reference or pointer that is initialised by one.
static bool standsForThreadLocal(const clang::VarDecl* variable) {
  if (variable == nullptr || !variable->hasInit()) { return false; }
  if (!variable->getType()->isReferenceType() && !variable->getType()->isPointerType()) { return false; }
  const clang::Expr* core = coreOf(variable->getInit());
  const auto* address = llvm::dyn_cast_or_null<clang::UnaryOperator>(core);
  if (address != nullptr && address->getOpcode() == clang::UO_AddrOf) {
    core = coreOf(address->getSubExpr());
  }
  while (const auto* member = llvm::dyn_cast_or_null<clang::MemberExpr>(core)) {
    core = coreOf(member->getBase());
  }
  const auto* reference = llvm::dyn_cast_or_null<clang::DeclRefExpr>(core);
  const auto* whole = reference != nullptr ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
  return whole != nullptr && whole->getTLSKind() != clang::VarDecl::TLS_None;
}

/// What it refers to may die while the coroutine is suspended.
static bool isReferenceParameter(const clang::VarDecl* variable) {
  const auto* parameter = llvm::dyn_cast_or_null<clang::ParmVarDecl>(variable);
  return parameter != nullptr && parameter->getType()->isReferenceType();
}

/// A lambda's copy of it, or what it refers to, may end with the lambda.
static bool isCapture(const clang::Expr& expression) {
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&expression);
  return reference != nullptr && reference->refersToEnclosingVariableOrCapture();
}

/// Calls show the variables that they are given. What is left: uses of class objects, thread_locals, and
/// in coroutines members and globals, which others may change while it is suspended.
void EventRecorder::recordReference(const clang::Expr& expression, const clang::ValueDecl& declaration) {
  if (declaration.isImplicit()) { return; } // the promise
  const auto* variable = llvm::dyn_cast<clang::VarDecl>(&declaration);
  const bool thread_local_variable =
      variable != nullptr && variable->getTLSKind() != clang::VarDecl::TLS_None;
  const bool local = variable != nullptr && (variable->isLocalVarDeclOrParm() && !variable->isStaticLocal());
  const bool binding = llvm::isa<clang::BindingDecl>(declaration);
  const bool shared = llvm::isa<clang::FieldDecl>(declaration) || (variable != nullptr && !local);
  EventKind kind = EventKind::Use;
  if (thread_local_variable || (is_coroutine_ && shared)) {
    kind = roles_.written(expression) ? EventKind::Write : EventKind::Read;
  } else if (!(local || binding) || roles_.isUsedByCall(expression) ||
             (declaration.getType().getNonReferenceType()->getAsCXXRecordDecl() == nullptr &&
              !(is_coroutine_ && (standsForThreadLocal(variable) || isReferenceParameter(variable) ||
                                  isCapture(expression))))) {
    return;
  }
  const Value object = values_.read(expression);
  if (object.path == 0) { return; }
  const auto written = kind == EventKind::Write ? roles_.written(expression) : std::nullopt;
  if (written && written->reads) { addAccess(EventKind::Read, expression, object); }
  addAccess(kind, expression, object);
  if (written && written->value != nullptr && !written->reads) {
    Value value = values_.read(*written->value);
    body_.events.back().arguments.push_back(std::move(value));
  }
}

void EventRecorder::addAccess(EventKind kind, const clang::Expr& expression, const Value& object) {
  Event& event = add(kind, context_.files.range(expression.getSourceRange()));
  applyRole(event, expression);
  event.type = object.type;
  event.object = object;
  const auto* variable = llvm::dyn_cast_or_null<clang::VarDecl>(roles_.of(expression).initialises);
  const bool refers = variable != nullptr && roles_.of(expression).member == nullptr &&
                      (variable->getType()->isReferenceType() || variable->getType()->isPointerType());
  // Of `int& x = shared` the reference, which makes it no copy.
  if (refers && kind == EventKind::Read) { body_.events.back().type = context_.type(variable->getType()); }
}

} // namespace nostall
