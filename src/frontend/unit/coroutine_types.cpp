#include "frontend/unit/coroutine_types.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

namespace nostall {

namespace {

using clang::CXXRecordDecl;

/// Calls `visit` for the class and every base that is known, until it says true.
template <typename Visit>
bool anyInHierarchy(const CXXRecordDecl& record, Visit visit, unsigned depth = 0) {
  const CXXRecordDecl* definition = record.getDefinition();
  if (definition == nullptr || depth > 32) { return false; }
  if (visit(*definition)) { return true; }
  for (const clang::CXXBaseSpecifier& base : definition->bases()) {
    const clang::QualType type = base.getType();
    const CXXRecordDecl* parent = type->getAsCXXRecordDecl();
    if (parent == nullptr) {
      // In a pattern the base is dependent: its own pattern has the members.
      const auto* special = type->getAs<clang::TemplateSpecializationType>();
      const auto* named = special != nullptr ? llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(
                                                   special->getTemplateName().getAsTemplateDecl())
                                             : nullptr;
      parent = named != nullptr ? named->getTemplatedDecl() : nullptr;
    }
    if (parent != nullptr && anyInHierarchy(*parent, visit, depth + 1)) { return true; }
  }
  return false;
}

/// The first member of that name in the class or a base; a template's pattern for a template.
const clang::NamedDecl* findMember(const CXXRecordDecl& record, clang::DeclarationName name) {
  const clang::NamedDecl* found = nullptr;
  anyInHierarchy(record, [&](const CXXRecordDecl& level) {
    const auto result = level.lookup(name);
    if (!result.empty()) { found = result.front(); }
    return found != nullptr;
  });
  return found;
}

const clang::NamedDecl* findMember(const CXXRecordDecl& record, llvm::StringRef name) {
  return findMember(record, clang::DeclarationName(&record.getASTContext().Idents.get(name)));
}

const clang::FunctionDecl* asFunction(const clang::NamedDecl* declaration) {
  if (declaration == nullptr) { return nullptr; }
  if (const auto* used = llvm::dyn_cast<clang::UsingShadowDecl>(declaration)) {
    declaration = used->getTargetDecl();
  }
  return declaration->getAsFunction();
}

/// A friend that only argument-dependent lookup finds, often a template that takes whatever derives.
bool befriends(const CXXRecordDecl& level, clang::DeclarationName name) {
  for (const clang::FriendDecl* declared : level.friends()) {
    const clang::NamedDecl* named = declared->getFriendDecl();
    if (named != nullptr && named->getDeclName() == name) { return true; }
  }
  return false;
}

bool hasCoAwaitOperator(const CXXRecordDecl& record, clang::ASTContext& ast) {
  const clang::DeclarationName name = ast.DeclarationNames.getCXXOperatorName(clang::OO_Coawait);
  const bool member = anyInHierarchy(record, [&](const CXXRecordDecl& level) {
    return !level.lookup(name).empty() || befriends(level, name);
  });
  if (member) { return true; }
  const auto takes = [&](const clang::NamedDecl* candidate) {
    const clang::FunctionDecl* function = asFunction(candidate);
    if (function == nullptr || function->getNumParams() == 0) { return false; }
    const clang::QualType parameter = function->getParamDecl(0)->getType().getNonReferenceType();
    if (const CXXRecordDecl* exact = parameter->getAsCXXRecordDecl()) {
      if (exact->getCanonicalDecl() == record.getCanonicalDecl()) { return true; }
    }
    const auto* special = parameter->getAs<clang::TemplateSpecializationType>();
    const auto* instance = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record);
    return special != nullptr && instance != nullptr &&
           special->getTemplateName().getAsTemplateDecl() != nullptr &&
           special->getTemplateName().getAsTemplateDecl()->getCanonicalDecl() ==
               instance->getSpecializedTemplate()->getCanonicalDecl();
  };
  for (const clang::DeclContext* space = record.getDeclContext(); space != nullptr;
       space = space->getParent()) {
    if (!space->isFileContext()) { continue; }
    for (const clang::NamedDecl* candidate : space->lookup(name)) {
      if (takes(candidate)) { return true; }
    }
  }
  return false;
}

const CXXRecordDecl* recordNamedBy(const clang::NamedDecl* declaration) {
  if (const auto* record = llvm::dyn_cast_or_null<CXXRecordDecl>(declaration)) { return record; }
  if (const auto* nested = llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(declaration)) {
    return nested->getTemplatedDecl();
  }
  const auto* alias = llvm::dyn_cast_or_null<clang::TypedefNameDecl>(declaration);
  if (alias == nullptr) { return nullptr; }
  const clang::QualType type = alias->getUnderlyingType();
  if (const CXXRecordDecl* record = type->getAsCXXRecordDecl()) { return record; }
  const auto* special = type->getAs<clang::TemplateSpecializationType>();
  const auto* named =
      special != nullptr
          ? llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(special->getTemplateName().getAsTemplateDecl())
          : nullptr;
  return named != nullptr ? named->getTemplatedDecl() : nullptr;
}

const clang::ClassTemplateDecl* coroutineTraits(clang::ASTContext& ast) {
  for (const clang::NamedDecl* space : ast.getTranslationUnitDecl()->lookup(&ast.Idents.get("std"))) {
    const auto* standard = llvm::dyn_cast<clang::NamespaceDecl>(space);
    if (standard == nullptr) { continue; }
    for (const clang::NamedDecl* found : standard->lookup(&ast.Idents.get("coroutine_traits"))) {
      if (const auto* traits = llvm::dyn_cast<clang::ClassTemplateDecl>(found)) { return traits; }
    }
  }
  return nullptr;
}

/// Does a partial specialisation of coroutine_traits speak of this class?
bool speaksOf(const clang::TemplateArgument& argument, const CXXRecordDecl& record) {
  if (argument.getKind() != clang::TemplateArgument::Type) { return false; }
  const clang::QualType type = argument.getAsType();
  if (const CXXRecordDecl* exact = type->getAsCXXRecordDecl();
      exact != nullptr && exact->getCanonicalDecl() == record.getCanonicalDecl()) {
    return true;
  }
  const auto* special = type->getAs<clang::TemplateSpecializationType>();
  const auto* instance = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record);
  if (special == nullptr || instance == nullptr) { return false; }
  const clang::TemplateDecl* named = special->getTemplateName().getAsTemplateDecl();
  return named != nullptr &&
         named->getCanonicalDecl() == instance->getSpecializedTemplate()->getCanonicalDecl();
}

Start startOf(const CXXRecordDecl& awaiter) {
  if (awaiter.getName() == "suspend_always") { return Start::Lazy; }
  if (awaiter.getName() == "suspend_never") { return Start::Eager; }
  const clang::FunctionDecl* ready = asFunction(findMember(awaiter, "await_ready"));
  const clang::Stmt* body = ready != nullptr ? ready->getBody() : nullptr;
  const auto* block = llvm::dyn_cast_or_null<clang::CompoundStmt>(body);
  if (block == nullptr || block->size() != 1) { return Start::Unknown; }
  const auto* returned = llvm::dyn_cast<clang::ReturnStmt>(block->body_front());
  const clang::Expr* value = returned != nullptr ? returned->getRetValue() : nullptr;
  const auto* literal =
      value != nullptr ? llvm::dyn_cast<clang::CXXBoolLiteralExpr>(value->IgnoreParenImpCasts()) : nullptr;
  if (literal == nullptr) { return Start::Unknown; }
  return literal->getValue() ? Start::Eager : Start::Lazy;
}

Start startOfPromise(const CXXRecordDecl& promise) {
  const clang::FunctionDecl* initial = asFunction(findMember(promise, "initial_suspend"));
  if (initial == nullptr) { return Start::Unknown; }
  const CXXRecordDecl* awaiter = initial->getReturnType().getNonReferenceType()->getAsCXXRecordDecl();
  return awaiter != nullptr ? startOf(*awaiter) : Start::Unknown;
}

bool forbidsAwait(const CXXRecordDecl& promise) {
  const clang::FunctionDecl* transform = asFunction(findMember(promise, "await_transform"));
  return transform != nullptr && transform->isDeleted();
}

/// An empty unhandled_exception, or one that only ends the program.
bool dropsExceptions(const CXXRecordDecl& promise) {
  const clang::FunctionDecl* handler = asFunction(findMember(promise, "unhandled_exception"));
  const clang::Stmt* body = handler != nullptr ? handler->getBody() : nullptr;
  const auto* block = llvm::dyn_cast_or_null<clang::CompoundStmt>(body);
  if (block == nullptr || block->size() > 1) { return false; }
  if (block->body_empty()) { return true; }
  const auto* expression = llvm::dyn_cast<clang::Expr>(block->body_front());
  const auto* call =
      expression != nullptr ? llvm::dyn_cast<clang::CallExpr>(expression->IgnoreImplicit()) : nullptr;
  const clang::FunctionDecl* callee = call != nullptr ? call->getDirectCallee() : nullptr;
  return callee != nullptr && callee->isNoReturn();
}

} // namespace

const CXXRecordDecl* promiseOf(const CXXRecordDecl& record, clang::ASTContext& ast) {
  // A specialisation of the traits goes before a nested promise_type, which may mean something else
  // (seastar::future has both).
  if (const clang::ClassTemplateDecl* traits = coroutineTraits(ast)) {
    llvm::SmallVector<clang::ClassTemplatePartialSpecializationDecl*, 8> specialisations;
    const_cast<clang::ClassTemplateDecl*>(traits)->getPartialSpecializations(specialisations);
    for (const auto* special : specialisations) {
      if (special->getTemplateArgs().size() == 0 || !speaksOf(special->getTemplateArgs()[0], record)) {
        continue;
      }
      const CXXRecordDecl* promise = recordNamedBy(findMember(*special, "promise_type"));
      return promise != nullptr ? promise : special;
    }
    for (const auto* special : traits->specializations()) {
      if (!special->isExplicitSpecialization() || !speaksOf(special->getTemplateArgs()[0], record)) {
        continue;
      }
      const CXXRecordDecl* promise = recordNamedBy(findMember(*special, "promise_type"));
      return promise != nullptr ? promise : special;
    }
  }
  const clang::NamedDecl* nested = findMember(record, "promise_type");
  const auto* itself = llvm::dyn_cast_or_null<CXXRecordDecl>(nested);
  // Every class holds its own name.
  return itself != nullptr && itself->isInjectedClassName() ? nullptr : recordNamedBy(nested);
}

void describeCoroutineType(TypeFacts& facts, const CXXRecordDecl& record, clang::ASTContext& ast) {
  facts.awaiter = findMember(record, "await_ready") != nullptr &&
                  findMember(record, "await_suspend") != nullptr &&
                  findMember(record, "await_resume") != nullptr;
  facts.has_co_await_operator = hasCoAwaitOperator(record, ast);
  const CXXRecordDecl* promise = promiseOf(record, ast);
  if (promise == nullptr) { return; }
  facts.has_promise = true;
  facts.start = startOfPromise(*promise);
  facts.swallows_exceptions = dropsExceptions(*promise);
  facts.generator = forbidsAwait(*promise);
}

const clang::FunctionDecl* resumeMethod(const CXXRecordDecl& record, clang::ASTContext& ast) {
  const CXXRecordDecl* awaiter = &record;
  const clang::DeclarationName name = ast.DeclarationNames.getCXXOperatorName(clang::OO_Coawait);
  if (const clang::FunctionDecl* converts = asFunction(findMember(record, name))) {
    awaiter = converts->getReturnType().getNonReferenceType()->getAsCXXRecordDecl();
  }
  const clang::FunctionDecl* resume =
      awaiter != nullptr ? asFunction(findMember(*awaiter, "await_resume")) : nullptr;
  const bool known = resume != nullptr && !resume->getReturnType()->isUndeducedType() &&
                     !resume->getReturnType()->isDependentType();
  return known ? resume : nullptr;
}

const clang::FunctionDecl* lockMethod(const CXXRecordDecl& record) {
  const clang::FunctionDecl* method = asFunction(findMember(record, "lock"));
  return method != nullptr && method->getMinRequiredArguments() == 0 ? method : nullptr;
}

} // namespace nostall
