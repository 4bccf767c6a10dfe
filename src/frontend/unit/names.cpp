#include "frontend/unit/names.h"

#include "frontend/unit/file_table.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Index/USRGeneration.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/xxhash.h>

namespace nostall {

namespace {

/// Contexts that nobody writes: inline and unnamed namespaces, unscoped enumerations, unnamed classes.
bool isInvisible(const clang::DeclContext& context) {
  if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&context)) {
    return space->isInline() || space->isAnonymousNamespace();
  }
  if (const auto* enumeration = llvm::dyn_cast<clang::EnumDecl>(&context)) {
    return !enumeration->isScoped();
  }
  const auto* tag = llvm::dyn_cast<clang::TagDecl>(&context);
  const bool is_lambda = tag != nullptr && llvm::isa<clang::CXXRecordDecl>(tag) &&
                         llvm::cast<clang::CXXRecordDecl>(tag)->isLambda();
  return tag != nullptr && !is_lambda && tag->getIdentifier() == nullptr &&
         tag->getTypedefNameForAnonDecl() == nullptr;
}

std::string ownName(const clang::NamedDecl& declaration) {
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&declaration)) {
    return constructor->getParent()->getNameAsString();
  }
  if (const auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(&declaration)) {
    return ("~" + destructor->getParent()->getName()).str();
  }
  if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&declaration); record && record->isLambda()) {
    return "lambda";
  }
  if (const auto* tag = llvm::dyn_cast<clang::TagDecl>(&declaration); tag && !tag->getIdentifier()) {
    // "typedef struct { ... } T" is known by its typedef.
    const clang::TypedefNameDecl* alias = tag->getTypedefNameForAnonDecl();
    return alias != nullptr ? alias->getNameAsString() : "(anonymous)";
  }
  return declaration.getNameAsString();
}

const clang::FunctionDecl* enclosingFunction(const clang::DeclContext* context) {
  for (; context != nullptr; context = context->getParent()) {
    if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(context)) { return function; }
  }
  return nullptr;
}

const clang::CXXRecordDecl* closureOf(const clang::FunctionDecl& function) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  const bool in_lambda = method != nullptr && method->getParent()->isLambda();
  return in_lambda ? method->getParent() : nullptr;
}

} // namespace

std::string qualifiedName(const clang::NamedDecl& declaration) {
  llvm::SmallVector<std::string, 8> parts;
  parts.push_back(ownName(declaration));
  for (const clang::DeclContext* context = declaration.getDeclContext(); context != nullptr;
       context = context->getParent()) {
    const auto* named = llvm::dyn_cast<clang::NamedDecl>(context);
    // What stands in a function is local to it: the function's name would only be in the way.
    if (named == nullptr || isInvisible(*context) || context->isFunctionOrMethod()) { continue; }
    parts.push_back(ownName(*named));
  }
  return llvm::join(llvm::reverse(parts), "::");
}

std::string displayName(const clang::FunctionDecl& function) {
  const clang::CXXRecordDecl* closure = closureOf(function);
  if (closure == nullptr) { return qualifiedName(function); }
  const clang::FunctionDecl* outer = enclosingFunction(closure->getDeclContext());
  if (outer != nullptr) { return "lambda in " + displayName(*outer); }
  // In the initialiser of a global or of a member.
  const auto* owner = llvm::dyn_cast_or_null<clang::NamedDecl>(closure->getLambdaContextDecl());
  if (owner == nullptr || owner->getDeclName().isEmpty()) { return "lambda"; }
  return "lambda in " + qualifiedName(*owner);
}

/// The closures and other types without a name of their own that stand in a template argument.
static void addLocalTypes(const clang::TemplateArgument& argument, const FileTable& files,
                          llvm::SmallString<256>& identity) {
  if (argument.getKind() == clang::TemplateArgument::Pack) {
    for (const clang::TemplateArgument& element : argument.pack_elements()) {
      addLocalTypes(element, files, identity);
    }
  }
  if (argument.getKind() != clang::TemplateArgument::Type) { return; }
  clang::QualType type = argument.getAsType().getNonReferenceType();
  while (type->isPointerType()) {
    type = type->getPointeeType();
  }
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  if (record == nullptr) { return; }
  if (record->isLambda() || enclosingFunction(record->getDeclContext()) != nullptr) {
    identity += identityOf(*record, files);
  } else if (const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record)) {
    for (const clang::TemplateArgument& inner : special->getTemplateArgs().asArray()) {
      addLocalTypes(inner, files, identity);
    }
  }
}

/// USRs do not tell the closures of one function apart, so that two instantiations would be one function.
static void addLocalTypes(const clang::NamedDecl& declaration, const FileTable& files,
                          llvm::SmallString<256>& identity) {
  const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration);
  const auto add = [&](llvm::ArrayRef<clang::TemplateArgument> arguments) {
    for (const clang::TemplateArgument& argument : arguments) {
      addLocalTypes(argument, files, identity);
    }
  };
  if (function != nullptr && function->getTemplateSpecializationArgs() != nullptr) {
    add(function->getTemplateSpecializationArgs()->asArray());
  }
  for (const clang::DeclContext* context = declaration.getDeclContext(); context != nullptr;
       context = context->getParent()) {
    const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(context);
    if (special != nullptr) { add(special->getTemplateArgs().asArray()); }
  }
}

std::string identityOf(const clang::NamedDecl& declaration, const FileTable& files) {
  llvm::SmallString<256> identity;
  const bool ignored = clang::index::generateUSRForDecl(&declaration, identity);
  const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration);
  const clang::FunctionDecl* outer = enclosingFunction(declaration.getDeclContext());
  const bool is_lambda = function != nullptr && closureOf(*function) != nullptr;
  // A USR holds the base name of a file at most, and for lambdas an offset in it.
  if (ignored || is_lambda || outer != nullptr || !declaration.isExternallyVisible()) {
    const auto* first = llvm::cast<clang::NamedDecl>(declaration.getCanonicalDecl());
    identity += '@';
    identity += files.placeKey(first->getLocation());
    if (outer != nullptr) { identity += identityOf(*outer, files); }
  }
  addLocalTypes(declaration, files, identity);
  const llvm::XXH128_hash_t hash = llvm::xxh3_128bits(llvm::arrayRefFromStringRef(identity));
  return llvm::utohexstr(hash.high64, true, 16) + llvm::utohexstr(hash.low64, true, 16);
}

} // namespace nostall
