#include "frontend/missing_definitions.h"

#include <clang/AST/DeclCXX.h>
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
  auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(&method);
  if (destructor != nullptr && destructor->isDefaulted() && !destructor->isTrivial()) {
    sema.DefineImplicitDestructor(at, destructor);
  }
}

} // namespace

void defineMissing(clang::Sema& sema, const std::vector<const clang::CXXRecordDecl*>& records) {
  for (const clang::CXXRecordDecl* record : records) {
    if (record->isInvalidDecl()) { continue; }
    // Implicit destructors are declared when somebody asks for them.
    sema.LookupDestructor(const_cast<clang::CXXRecordDecl*>(record));
    for (clang::CXXMethodDecl* method : record->methods()) {
      if (isWanted(*method) && !method->hasBody()) { define(sema, *method); }
    }
  }
  sema.PerformPendingInstantiations();
}

} // namespace nostall
