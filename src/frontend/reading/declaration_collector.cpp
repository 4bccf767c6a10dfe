#include "frontend/reading/declaration_collector.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>

namespace nostall {

void DeclarationCollector::collect(const clang::Decl& declaration) {
  if (declaration.isInvalidDecl() && !llvm::isa<clang::FunctionDecl, clang::CXXRecordDecl>(declaration)) {
    return;
  }
  if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&declaration)) {
    collectAll(*space);
  } else if (const auto* linkage = llvm::dyn_cast<clang::LinkageSpecDecl>(&declaration)) {
    collectAll(*linkage);
  } else if (const auto* exported = llvm::dyn_cast<clang::ExportDecl>(&declaration)) {
    collectAll(*exported);
  } else if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration)) {
    // A member of a class template defined outside of it is reached through the class.
    const bool pattern = function->isDependentContext();
    if (!pattern && function->doesThisDeclarationHaveABody()) { context_.wantBody(*function); }
  } else if (const auto* generic = llvm::dyn_cast<clang::FunctionTemplateDecl>(&declaration)) {
    collectFunctionTemplate(*generic);
  } else if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&declaration)) {
    if (!record->isDependentContext()) { collectRecord(*record); }
  } else if (const auto* template_ = llvm::dyn_cast<clang::ClassTemplateDecl>(&declaration)) {
    collectClassTemplate(*template_);
  } else if (const auto* variables = llvm::dyn_cast<clang::VarTemplateDecl>(&declaration)) {
    collectVariableTemplate(*variables);
  } else if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(&declaration)) {
    if (variable->hasInit() && !variable->getType()->isDependentType()) { globals_.push_back(variable); }
  } else if (const auto* friendly = llvm::dyn_cast<clang::FriendDecl>(&declaration)) {
    if (friendly->getFriendDecl() != nullptr) { collect(*friendly->getFriendDecl()); }
  }
}

void DeclarationCollector::collectAll(const clang::DeclContext& context) {
  for (const clang::Decl* inner : context.decls()) {
    if (!context_.files.isExternal(inner->getLocation())) { collect(*inner); }
  }
}

void DeclarationCollector::collectRecord(const clang::CXXRecordDecl& record) {
  if (!record.isThisDeclarationADefinition() || record.isLambda()) { return; }
  records_.push_back(&record);
  for (const clang::Decl* member : record.decls()) {
    const auto* injected = llvm::dyn_cast<clang::CXXRecordDecl>(member);
    if (injected != nullptr && injected->isInjectedClassName()) { continue; }
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member)) {
      context_.wantBody(*method);
    } else {
      collect(*member);
    }
  }
}

void DeclarationCollector::collectFunctionTemplate(const clang::FunctionTemplateDecl& pattern) {
  const clang::FunctionDecl& written = *pattern.getTemplatedDecl();
  bool instantiated = false;
  for (const clang::FunctionDecl* special : pattern.specializations()) {
    if (special->getDefinition() == nullptr || special->isDependentContext()) { continue; }
    instantiated = true;
    context_.wantBody(*special);
  }
  // A template in a class template that was instantiated has a pattern of its own there: the first one
  // stands for it.
  const bool is_first = pattern.getInstantiatedFromMemberTemplate() == nullptr;
  if (!instantiated && is_first && written.isDependentContext()) { context_.wantBody(written); }
}

void DeclarationCollector::collectClassTemplate(const clang::ClassTemplateDecl& pattern) {
  if (pattern.getCanonicalDecl() != &pattern) { return; } // forward declarations share specialisations
  bool instantiated = false;
  for (const clang::ClassTemplateSpecializationDecl* special : pattern.specializations()) {
    const auto* definition = llvm::dyn_cast_or_null<clang::CXXRecordDecl>(special->getDefinition());
    if (definition == nullptr || definition->isDependentContext()) { continue; }
    instantiated = true;
    collectRecord(*definition);
  }
  const clang::CXXRecordDecl* written = pattern.getTemplatedDecl()->getDefinition();
  if (instantiated || written == nullptr) { return; }
  for (const clang::CXXMethodDecl* method : written->methods()) {
    context_.wantBody(*method);
  }
}

void DeclarationCollector::collectVariableTemplate(const clang::VarTemplateDecl& pattern) {
  for (const clang::VarTemplateSpecializationDecl* special : pattern.specializations()) {
    collect(*special);
  }
}

} // namespace nostall
