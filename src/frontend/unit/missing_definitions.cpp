#include "frontend/unit/missing_definitions.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Sema/Scope.h>
#include <clang/Sema/Sema.h>

namespace nostall {

namespace {

bool isWanted(const clang::CXXMethodDecl& method) {
  if (method.isDeleted() || method.isInvalidDecl() || method.isDependentContext()) { return false; }
  return method.isVirtual() || llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(method);
}

void define(clang::Sema& sema, clang::CXXMethodDecl& method) {
  const clang::SourceLocation at = method.getLocation();
  if (method.getTemplateInstantiationPattern() != nullptr) {
    sema.InstantiateFunctionDefinition(at, &method, /*Recursive=*/true, /*DefinitionRequired=*/false);
    return;
  }
  auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&method);
  if (constructor != nullptr && constructor->isDefaultConstructor() && constructor->isDefaulted() &&
      !constructor->isTrivial()) {
    sema.DefineImplicitDefaultConstructor(at, constructor);
    return;
  }
  auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(&method);
  if (destructor != nullptr && destructor->isDefaulted() && !destructor->isTrivial()) {
    sema.DefineImplicitDestructor(at, destructor);
  }
}

/// Sema's global scope ends with the unit, but what is instantiated later may declare builtins in it: the
/// first coroutine of a unit does.
class GlobalScope {
public:
  explicit GlobalScope(clang::Sema& sema)
      : sema_(sema), before_(sema.TUScope),
        scope_(nullptr, clang::Scope::DeclScope, sema.getASTContext().getDiagnostics()) {
    scope_.setEntity(sema.getASTContext().getTranslationUnitDecl());
    if (before_ == nullptr) { sema_.TUScope = &scope_; }
  }
  GlobalScope(const GlobalScope&) = delete;
  GlobalScope& operator=(const GlobalScope&) = delete;
  ~GlobalScope() { sema_.TUScope = before_; }

private:
  clang::Sema& sema_;
  clang::Scope* before_;
  clang::Scope scope_;
};

} // namespace

void defineMissing(clang::Sema& sema, const std::vector<const clang::CXXRecordDecl*>& records) {
  const GlobalScope scope(sema);
  for (const clang::CXXRecordDecl* record : records) {
    if (record->isInvalidDecl()) { continue; }
    // Implicit ones are declared when somebody asks for them.
    auto* asked = const_cast<clang::CXXRecordDecl*>(record);
    sema.LookupDestructor(asked);
    if (record->needsImplicitDefaultConstructor()) { sema.LookupDefaultConstructor(asked); }
    for (clang::CXXMethodDecl* method : record->methods()) {
      if (isWanted(*method) && !method->hasBody()) { define(sema, *method); }
    }
  }
  sema.PerformPendingInstantiations();
}

const clang::CXXRecordDecl* completeNamed(clang::Sema& sema, const clang::CXXRecordDecl& record) {
  const auto* named = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record);
  if (named == nullptr || named->hasDefinition() || named->isDependentContext()) { return nullptr; }
  const GlobalScope scope(sema);
  if (!sema.isCompleteType(named->getLocation(), clang::QualType(named->getTypeForDecl(), 0))) {
    return nullptr;
  }
  const clang::CXXRecordDecl* definition = named->getDefinition();
  if (definition != nullptr) { defineMissing(sema, {definition}); }
  return definition;
}

} // namespace nostall
