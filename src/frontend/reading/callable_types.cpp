#include "frontend/reading/callable_types.h"

#include <clang/AST/DeclTemplate.h>

namespace nostall {
namespace {

/// Steps inwards through the arguments of templates, as deep as types of libraries go.
constexpr int depth_of_wrappers = 4;

bool holds(clang::QualType type, UnitContext& context, int depth);

bool anyHolds(llvm::ArrayRef<clang::TemplateArgument> arguments, UnitContext& context, int depth) {
  return llvm::any_of(arguments, [&](const clang::TemplateArgument& argument) {
    if (argument.getKind() == clang::TemplateArgument::Pack) {
      return anyHolds(argument.pack_elements(), context, depth);
    }
    if (argument.getKind() != clang::TemplateArgument::Type) { return false; }
    const clang::CXXRecordDecl* record = argument.getAsType()->getAsCXXRecordDecl();
    return (record != nullptr && record->isLambda()) || holds(argument.getAsType(), context, depth);
  });
}

bool holds(clang::QualType type, UnitContext& context, int depth) {
  if (type.isNull() || type->isDependentType()) { return false; }
  type = context.ast.getBaseElementType(type.getNonReferenceType());
  while (type->isPointerType()) {
    type = type->getPointeeType();
  }
  if (type->isFunctionType() || type->isMemberFunctionPointerType()) { return true; }
  const auto* special =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (special == nullptr || depth == 0) { return false; }
  return anyHolds(special->getTemplateArgs().asArray(), context, depth - 1) && context.isExternal(*special);
}

} // namespace

bool holdsCallables(clang::QualType type, UnitContext& context) {
  return holds(type, context, depth_of_wrappers);
}

} // namespace nostall
