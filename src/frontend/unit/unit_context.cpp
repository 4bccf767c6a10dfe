#include "frontend/unit/unit_context.h"

#include "frontend/unit/coroutine_types.h"
#include "frontend/unit/missing_definitions.h"
#include "frontend/unit/names.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

namespace nostall {

namespace {

FunctionKind kindOf(const clang::FunctionDecl& function) {
  if (llvm::isa<clang::CXXConstructorDecl>(function)) { return FunctionKind::Constructor; }
  if (llvm::isa<clang::CXXDestructorDecl>(function)) { return FunctionKind::Destructor; }
  if (llvm::isa<clang::CXXConversionDecl>(function)) { return FunctionKind::Conversion; }
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  if (method == nullptr) { return FunctionKind::Function; }
  if (method->getParent()->isLambda() && method->getOverloadedOperator() == clang::OO_Call) {
    return FunctionKind::Lambda;
  }
  return method->isStatic() ? FunctionKind::StaticMethod : FunctionKind::Method;
}

bool isCopyOrMove(const clang::FunctionDecl& function) {
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&function)) {
    return constructor->isCopyOrMoveConstructor();
  }
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  return method != nullptr && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator());
}

/// [[clang::blocking]] is no effect in the canonical type, only written sugar.
bool hasBlockingAttribute(const clang::FunctionDecl& function) {
  if (function.getTypeSourceInfo() == nullptr) { return false; }
  clang::QualType type = function.getTypeSourceInfo()->getType();
  while (const auto* attributed = type->getAs<clang::AttributedType>()) {
    if (attributed->getAttrKind() == clang::attr::Blocking) { return true; }
    type = attributed->getModifiedType();
  }
  return false;
}

/// The template's own declaration, which all specialisations share.
const clang::FunctionDecl& patternOf(const clang::FunctionDecl& function) {
  const clang::FunctionDecl* pattern = function.getTemplateInstantiationPattern(/*ForDefinition=*/false);
  return pattern != nullptr ? *pattern : function;
}

std::string parameterList(const clang::FunctionDecl& function) {
  std::string list = "(";
  for (const clang::ParmVarDecl* parameter : function.parameters()) {
    if (list.size() > 1) { list += ", "; }
    list += parameter->getType().getAsString(function.getASTContext().getPrintingPolicy());
  }
  return list + ")";
}

void addTypeArguments(const clang::TemplateArgument& argument, std::vector<clang::QualType>& types) {
  if (argument.getKind() == clang::TemplateArgument::Type) { types.push_back(argument.getAsType()); }
  if (argument.getKind() != clang::TemplateArgument::Pack) { return; }
  for (const clang::TemplateArgument& inner : argument.pack_elements()) {
    addTypeArguments(inner, types);
  }
}

std::vector<clang::QualType> typeArguments(const clang::TemplateArgumentList& list) {
  std::vector<clang::QualType> types;
  for (const clang::TemplateArgument& argument : list.asArray()) {
    addTypeArguments(argument, types);
  }
  return types;
}

TypeKind kindOfType(clang::QualType type) {
  if (type->isRecordType()) { return TypeKind::Record; }
  if (type->isEnumeralType()) { return TypeKind::Enum; }
  if (type->isPointerType() || type->isMemberPointerType()) { return TypeKind::Pointer; }
  if (type->isReferenceType()) { return TypeKind::Reference; }
  return type->isFunctionType() ? TypeKind::Function : TypeKind::Other;
}

std::string spellingOf(clang::QualType type, const clang::ASTContext& ast) {
  clang::PrintingPolicy policy(ast.getLangOpts());
  policy.SuppressTagKeyword = true;
  policy.SuppressUnwrittenScope = true;
  policy.AnonymousTagLocations = false;
  policy.FullyQualifiedName = true;
  return type.getAsString(policy);
}

} // namespace

UnitContext::UnitContext(clang::ASTContext& ast, FileTable& files, StringTable& strings,
                         ExternalCode& external, UnitFacts& facts)
    : ast(ast), files(files), strings(strings), external(external), facts(facts) {}

bool UnitContext::isExternal(const clang::Decl& declaration) {
  if (files.isExternal(declaration.getLocation())) { return true; }
  const auto* named = llvm::dyn_cast<clang::NamedDecl>(&declaration);
  return named != nullptr && external.isExternalNamespace(qualifiedName(*named));
}

TypeId UnitContext::type(clang::QualType written) {
  if (written.isNull()) { return no_id; }
  // One type stands for all that depend on a template parameter: it has no name and matches nothing.
  const clang::QualType canonical = written->isDependentType() ? ast.DependentTy : written.getCanonicalType();
  const auto [entry, added] =
      types_.try_emplace(canonical.getAsOpaquePtr(), static_cast<TypeId>(facts.symbols.types.size()));
  const TypeId id = entry->second;
  if (!added) { return id; }
  facts.symbols.types.emplace_back();
  facts_of_type(id).kind = kindOfType(canonical);
  facts_of_type(id).is_const = canonical.isConstQualified();
  facts_of_type(id).is_rvalue = canonical->isRValueReferenceType();
  facts_of_type(id).external = true;
  if (canonical->isDependentType()) { return id; }
  if (const clang::CXXRecordDecl* record = canonical->getAsCXXRecordDecl()) {
    fillRecord(id, *record);
    return id;
  }
  facts_of_type(id).spelling = strings.id(spellingOf(canonical, ast));
  facts_of_type(id).name = facts_of_type(id).spelling;
  if (const clang::TagDecl* tag = canonical->getAsTagDecl()) {
    facts_of_type(id).name = strings.id(qualifiedName(*tag));
  } else if (canonical->isPointerType() || canonical->isReferenceType()) {
    const TypeId pointee = type(canonical->getPointeeType());
    facts_of_type(id).pointee = pointee;
  } else if (const auto* function_type = canonical->getAs<clang::FunctionType>()) {
    const TypeId result = type(function_type->getReturnType());
    facts_of_type(id).pointee = result;
  } else if (const auto* member = canonical->getAs<clang::MemberPointerType>();
             member != nullptr && member->isMemberFunctionPointer()) {
    const TypeId pointee = type(member->getPointeeType());
    facts_of_type(id).pointee = pointee;
  } else if (canonical->isBuiltinType()) {
    facts_of_type(id).name = strings.id(spellingOf(canonical.getUnqualifiedType(), ast));
  }
  return id;
}

TypeId UnitContext::externalArgument(clang::QualType argument) {
  const clang::CXXRecordDecl* record = argument->getAsCXXRecordDecl();
  if (sema != nullptr && record != nullptr && !isExternal(*record)) {
    const clang::CXXRecordDecl* completed = completeNamed(*sema, *record);
    if (completed != nullptr) { wantMethods(*completed); }
  }
  return type(argument);
}

void UnitContext::fillRecord(TypeId id, const clang::CXXRecordDecl& record) {
  // Printing is dear for other people's deep templates, and only tasks and the project's own types are
  // ever shown; what counts there is that two units agree.
  const bool is_external = isExternal(record);
  const clang::QualType type_of_record(record.getTypeForDecl(), 0);
  TypeFacts own = facts_of_type(id);
  own.external = is_external;
  own.name = strings.id(qualifiedName(record));
  own.is_lambda = record.isLambda();
  own.spelling = record.isLambda() || record.getParentFunctionOrMethod() != nullptr
                     ? strings.id(qualifiedName(record) + "@" + identityOf(record, files))
                     : strings.id(spellingOf(type_of_record.getUnqualifiedType(), ast));
  own.is_union = record.isUnion();
  facts_of_type(id) = own;
  if (const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record)) {
    for (const clang::QualType argument : typeArguments(special->getTemplateArgs())) {
      const TypeId argument_id = is_external ? externalArgument(argument) : type(argument);
      facts_of_type(id).arguments.push_back(argument_id);
    }
  }
  const clang::CXXRecordDecl* definition = record.getDefinition();
  if (definition == nullptr || definition->isDependentType()) { return; }
  for (const clang::CXXBaseSpecifier& base : definition->bases()) {
    const TypeId base_id = type(base.getType().getUnqualifiedType());
    if (base_id != no_id) { facts_of_type(id).bases.push_back(base_id); }
  }
  own = facts_of_type(id);
  own.is_final = definition->isEffectivelyFinal();
  own.polymorphic = definition->isPolymorphic();
  own.abstract = definition->isAbstract();
  own.nodiscard = definition->hasAttr<clang::WarnUnusedResultAttr>();
  describeCoroutineType(own, *definition, ast);
  facts_of_type(id) = own;
  if (const clang::FunctionDecl* lock = lockMethod(*definition)) {
    const TypeId result = type(lock->getReturnType());
    facts_of_type(id).lock_result = result;
  }
  if (const clang::FunctionDecl* resume = resumeMethod(*definition, ast)) {
    const TypeId result = type(resume->getReturnType());
    facts_of_type(id).await_result = result;
  }
  if (!definition->hasTrivialDestructor()) {
    if (const clang::CXXDestructorDecl* destructor = definition->getDestructor()) {
      const FunctionId destructor_id = function(*destructor);
      facts_of_type(id).destructor = destructor_id;
    }
  }
  if (is_external) { return; }
  for (const clang::FieldDecl* field : definition->fields()) {
    const MemberFacts member{strings.id(field->getName()), type(field->getType())};
    facts_of_type(id).members.push_back(member);
  }
}

FunctionId UnitContext::function(const clang::FunctionDecl& function) {
  const clang::FunctionDecl* canonical = function.getCanonicalDecl();
  const auto [entry, added] =
      functions_.try_emplace(canonical, static_cast<FunctionId>(facts.symbols.functions.size()));
  const FunctionId id = entry->second;
  if (!added) { return id; }
  facts.symbols.functions.emplace_back();
  fillFunction(id, function);
  return id;
}

void UnitContext::fillFunction(FunctionId id, const clang::FunctionDecl& function) {
  FunctionFacts own;
  const clang::FunctionDecl* definition = function.getDefinition();
  const clang::FunctionDecl& shown = definition != nullptr ? *definition : function;
  own.kind = kindOf(function);
  own.key = strings.id(identityOf(function, files));
  own.name = strings.id(qualifiedName(function));
  own.display = strings.id(displayName(function));
  own.external = isExternal(shown);
  own.stable_name =
      own.external ? own.display : strings.id(displayName(function) + parameterList(patternOf(function)));
  own.at = files.range(shown.getLocation());
  own.pure = function.isPureVirtual();
  own.implicit = function.isImplicit();
  own.internal_linkage = !function.isExternallyVisible();
  own.copy_or_move = isCopyOrMove(function);
  own.is_instantiation = function.isTemplateInstantiation();
  if (const auto* prototype = function.getType()->getAs<clang::FunctionProtoType>()) {
    own.is_noexcept = prototype->getExceptionSpecType() == clang::EST_BasicNoexcept ||
                      prototype->getExceptionSpecType() == clang::EST_NoexceptTrue;
    for (const clang::FunctionEffectWithCondition& effect : prototype->getFunctionEffects()) {
      own.attr_nonblocking |= effect.Effect.kind() == clang::FunctionEffect::Kind::NonBlocking;
    }
  }
  own.attr_blocking = hasBlockingAttribute(function);
  for (const auto* attribute : shown.specific_attrs<clang::AnnotateAttr>()) {
    own.annotations.push_back(strings.id(attribute->getAnnotation()));
  }
  facts_of(id) = own;
  const TypeId result =
      llvm::isa<clang::CXXConstructorDecl>(function) ? facts_of(id).owner : type(function.getReturnType());
  facts_of(id).result = result;
  for (const clang::ParmVarDecl* parameter : function.parameters()) {
    const TypeId parameter_type = type(parameter->getType());
    facts_of(id).parameters.push_back(parameter_type);
  }
  if (const clang::TemplateArgumentList* arguments = function.getTemplateSpecializationArgs()) {
    for (const clang::QualType argument : typeArguments(*arguments)) {
      const TypeId argument_id = facts_of(id).external ? externalArgument(argument) : type(argument);
      facts_of(id).template_arguments.push_back(argument_id);
    }
  }
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  if (method == nullptr) { return; }
  const TypeId owner = type(clang::QualType(method->getParent()->getTypeForDecl(), 0));
  facts_of(id).owner = owner;
  facts_of(id).is_virtual = method->isVirtual();
  facts_of(id).is_final = method->hasAttr<clang::FinalAttr>() || method->getParent()->isEffectivelyFinal();
  if (llvm::isa<clang::CXXConstructorDecl>(method)) { facts_of(id).result = owner; }
  for (const clang::CXXMethodDecl* overridden : method->overridden_methods()) {
    const FunctionId overridden_id = this->function(*overridden);
    facts_of(id).overrides.push_back(overridden_id);
  }
}

FunctionId UnitContext::initializerOf(const clang::VarDecl& variable) {
  const auto [entry, added] = functions_.try_emplace(variable.getCanonicalDecl(),
                                                     static_cast<FunctionId>(facts.symbols.functions.size()));
  if (!added) { return entry->second; }
  FunctionFacts own;
  const std::string name = qualifiedName(variable);
  own.key = strings.id("init:" + identityOf(variable, files));
  own.name = strings.id("initializer of " + name);
  own.display = own.name;
  own.stable_name = own.name;
  own.at = files.range(variable.getLocation());
  own.runs_before_main = true;
  own.implicit = true;
  facts.symbols.functions.push_back(own);
  return entry->second;
}

void UnitContext::wantBody(const clang::FunctionDecl& function) {
  const clang::FunctionDecl* definition = function.getDefinition();
  if (definition == nullptr || !definition->doesThisDeclarationHaveABody()) { return; }
  if (!wanted_.insert(definition->getCanonicalDecl()).second) { return; }
  if (definition->isDeleted() || isExternal(*definition)) { return; }
  bodies_.push_back(definition);
}

void UnitContext::wantMethods(const clang::CXXRecordDecl& record) {
  for (const clang::CXXMethodDecl* method : record.methods()) {
    wantBody(*method);
  }
}

const clang::FunctionDecl* UnitContext::nextBody() {
  if (bodies_.empty()) { return nullptr; }
  const clang::FunctionDecl* next = bodies_.front();
  bodies_.pop_front();
  return next;
}

} // namespace nostall
