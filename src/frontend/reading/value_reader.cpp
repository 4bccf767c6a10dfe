#include "frontend/reading/value_reader.h"

#include "frontend/reading/callable_types.h"
#include "frontend/reading/expression_roles.h"
#include "frontend/unit/names.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Basic/CharInfo.h>
#include <clang/Lex/Lexer.h>

namespace nostall {

namespace {

const clang::VarDecl* constantVariable(const clang::Expr& core) {
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&core);
  const auto* variable =
      reference != nullptr ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
  const bool constant = variable != nullptr && variable->getType().isConstQualified() && variable->hasInit();
  return constant ? variable : nullptr;
}

/// The numerator and denominator of a duration's period, from std::ratio<N, D>.
std::optional<std::pair<int64_t, int64_t>> periodOf(const clang::ClassTemplateSpecializationDecl& duration) {
  const clang::TemplateArgumentList& arguments = duration.getTemplateArgs();
  if (arguments.size() < 2 || arguments[1].getKind() != clang::TemplateArgument::Type) {
    return std::nullopt;
  }
  const auto* ratio = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
      arguments[1].getAsType()->getAsCXXRecordDecl());
  if (ratio == nullptr || ratio->getTemplateArgs().size() < 2) { return std::nullopt; }
  const clang::TemplateArgument& numerator = ratio->getTemplateArgs()[0];
  const clang::TemplateArgument& denominator = ratio->getTemplateArgs()[1];
  if (numerator.getKind() != clang::TemplateArgument::Integral ||
      denominator.getKind() != clang::TemplateArgument::Integral) {
    return std::nullopt;
  }
  return std::pair(numerator.getAsIntegral().getSExtValue(), denominator.getAsIntegral().getSExtValue());
}

bool isAllZero(const clang::Expr& initializer) {
  const auto* list = llvm::dyn_cast<clang::InitListExpr>(initializer.IgnoreImplicit());
  if (list == nullptr) { return llvm::isa<clang::ImplicitValueInitExpr>(initializer.IgnoreImplicit()); }
  for (const clang::Expr* element : list->inits()) {
    const auto* literal = llvm::dyn_cast<clang::IntegerLiteral>(element->IgnoreParenImpCasts());
    const bool zero = (literal != nullptr && literal->getValue().isZero()) || isAllZero(*element);
    if (!zero) { return false; }
  }
  return true;
}

/// Saturates: nobody sleeps for more than 292 years.
int64_t nanoseconds(double count, std::pair<int64_t, int64_t> period) {
  const double exact = count * static_cast<double>(period.first) / static_cast<double>(period.second) * 1e9;
  if (exact >= 9.2e18) { return INT64_MAX; }
  return exact <= -9.2e18 ? INT64_MIN : static_cast<int64_t>(exact);
}

bool namesReference(const clang::Expr& core) {
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&core);
  if (reference == nullptr) { return false; }
  const auto* binding = llvm::dyn_cast<clang::BindingDecl>(reference->getDecl());
  const clang::ValueDecl* whole = binding != nullptr ? binding->getDecomposedDecl() : nullptr;
  return reference->getDecl()->getType()->isReferenceType() ||
         (whole != nullptr && whole->getType()->isReferenceType());
}

} // namespace

Value ValueReader::read(const clang::Expr& expression) {
  Value value;
  value.defaulted = llvm::isa<clang::CXXDefaultArgExpr>(expression);
  const auto* by_default = llvm::dyn_cast<clang::CXXDefaultArgExpr>(&expression);
  const clang::Expr& written = by_default != nullptr ? *by_default->getExpr() : expression;
  const clang::Expr& core = *coreOf(&written);
  value.type = context_.type(core.getType());
  value.path = path(core);
  value.reference = namesReference(core);
  const auto* call = llvm::dyn_cast<clang::CallExpr>(written.IgnoreImplicit());
  value.moved =
      call != nullptr && (call->isCallToStdMove() || call->getBuiltinCallee() == clang::Builtin::BIforward);
  value.from = eventOf(core);
  value.temporary = isMadeOfTemporary(written);
  if (by_default == nullptr) { readPlace(value, written); }
  readConstant(value, core);
  readNames(value, written);
  readCallables(value, core, 0);
  return value;
}

/// The event whose result the expression is; that of the constructor or operator for a conversion.
EventId ValueReader::eventOf(const clang::Expr& core) const {
  const clang::Expr* expression = &core;
  while (expression != nullptr) {
    if (const auto event = events_.find(expression); event != events_.end()) { return event->second; }
    const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(expression);
    expression = cast != nullptr ? coreOf(cast->getSubExpr()) : nullptr;
  }
  return no_id;
}

void ValueReader::readPlace(Value& value, const clang::Expr& written) {
  clang::SourceLocation begin = written.getBeginLoc();
  if (begin.isMacroID() || begin.isInvalid()) { return; }
  const clang::SourceManager& sources = context_.ast.getSourceManager();
  auto [file, offset] = sources.getDecomposedLoc(begin);
  // In an instantiation `10ms` is a call of operator""ms that begins at its suffix.
  const llvm::StringRef text = sources.getBufferData(file);
  if (offset > 0 && offset < text.size() && clang::isAsciiIdentifierContinue(text[offset - 1])) {
    begin = clang::Lexer::GetBeginningOfToken(begin, sources, context_.ast.getLangOpts());
    offset = sources.getDecomposedLoc(begin).second;
  }
  value.line = sources.getLineNumber(file, offset);
  value.column = sources.getColumnNumber(file, offset);
}

/// A reference to a temporary, a view or pointer that is made of one: `f(a + b)` for const std::string&,
/// std::string_view, and `f((a + b).c_str())`.
bool ValueReader::isMadeOfTemporary(const clang::Expr& written, unsigned depth) {
  const clang::Expr* expression = &written;
  for (const clang::Expr* next = expression; next != nullptr; next = innerOf(expression)) {
    expression = next;
    const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(expression);
    if (temporary != nullptr && temporary->getStorageDuration() == clang::SD_FullExpression) { return true; }
  }
  if (depth > 8) { return false; }
  if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(expression)) {
    return isMadeOfTemporary(*cast->getSubExpr(), depth + 1);
  }
  if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(expression)) {
    return construction->getNumArgs() > 0 && isMadeOfTemporary(*construction->getArg(0), depth + 1);
  }
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(expression);
  if (call == nullptr || call->getMethodDecl() == nullptr) { return false; }
  const clang::CXXMethodDecl& method = *call->getMethodDecl();
  const bool views =
      llvm::isa<clang::CXXConversionDecl>(method) ||
      (method.getIdentifier() != nullptr && (method.getName() == "c_str" || method.getName() == "data"));
  return views && isMadeOfTemporary(*call->getImplicitObjectArgument(), depth + 1);
}

// ---------------------------------------------------------------------------------------------------
// Paths

PathId ValueReader::path(const clang::Expr& expression) {
  return context_.strings.id(pathText(expression));
}

PathId ValueReader::pathOf(const clang::ValueDecl& variable) {
  return context_.strings.id(pathTextOf(variable));
}

std::string ValueReader::pathTextOf(const clang::ValueDecl& declaration) {
  if (llvm::isa<clang::ParmVarDecl>(declaration)) { return "param:" + declaration.getNameAsString(); }
  if (const auto* binding = llvm::dyn_cast<clang::BindingDecl>(&declaration)) {
    // A part of an aggregate; those of a tuple are variables.
    const clang::Expr* part = binding->getBinding();
    if (part != nullptr && llvm::isa<clang::MemberExpr>(part->IgnoreParenImpCasts())) {
      return pathText(*part);
    }
    return "local:" + binding->getNameAsString() + "@" +
           std::to_string(context_.files.range(binding->getLocation()).line);
  }
  const auto* variable = llvm::dyn_cast<clang::VarDecl>(&declaration);
  if (variable == nullptr) { return {}; }
  if (variable->getTLSKind() != clang::VarDecl::TLS_None) {
    return "thread_local:" + qualifiedName(*variable);
  }
  if (variable->hasGlobalStorage() && !variable->isStaticLocal()) {
    return "global:" + qualifiedName(*variable);
  }
  return (variable->isStaticLocal() ? "static:" : "local:") + variable->getNameAsString() + "@" +
         std::to_string(context_.files.range(variable->getLocation()).line);
}

std::string ValueReader::pathText(const clang::Expr& expression, unsigned depth) {
  const clang::Expr* core = coreOf(&expression);
  if (core == nullptr || depth > 16) { return {}; }
  const auto member_of = [](std::string base, const std::string& member) {
    return base.empty() ? std::string() : std::move(base) + "." + member;
  };
  if (llvm::isa<clang::CXXThisExpr>(core)) { return "this"; }
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(core)) {
    return pathTextOf(*reference->getDecl());
  }
  if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(core)) {
    if (llvm::isa<clang::VarDecl>(member->getMemberDecl())) { return pathTextOf(*member->getMemberDecl()); }
    return member_of(pathText(*member->getBase(), depth + 1), member->getMemberDecl()->getNameAsString());
  }
  if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(core)) {
    const bool passes_on = unary->getOpcode() == clang::UO_Deref || unary->getOpcode() == clang::UO_AddrOf;
    return passes_on ? pathText(*unary->getSubExpr(), depth + 1) : std::string();
  }
  if (const auto* subscript = llvm::dyn_cast<clang::ArraySubscriptExpr>(core)) {
    return member_of(pathText(*subscript->getBase(), depth + 1), "[]");
  }
  if (const auto* operation = llvm::dyn_cast<clang::CXXOperatorCallExpr>(core)) {
    // Smart pointers and optionals stand for what they point to.
    const bool points = operation->getOperator() == clang::OO_Arrow ||
                        (operation->getOperator() == clang::OO_Star && operation->getNumArgs() == 1);
    return points ? pathText(*operation->getArg(0), depth + 1) : std::string();
  }
  if (const auto* cast = llvm::dyn_cast<clang::ExplicitCastExpr>(core)) {
    return pathText(*cast->getSubExpr(), depth + 1);
  }
  return {};
}

// ---------------------------------------------------------------------------------------------------
// Constants

void ValueReader::readConstant(Value& value, const clang::Expr& core) {
  if (core.isValueDependent() || core.isTypeDependent() || core.containsErrors()) { return; }
  const clang::QualType type = core.getType();
  if (const auto* literal = llvm::dyn_cast<clang::StringLiteral>(&core)) {
    if (literal->getCharByteWidth() != 1) { return; }
    value.constant = ConstantKind::String;
    value.text = context_.strings.id(literal->getString().take_front(256));
    return;
  }
  if (type->isPointerType() || type->isNullPtrType()) {
    if (core.isNullPointerConstant(context_.ast, clang::Expr::NPC_ValueDependentIsNotNull) !=
        clang::Expr::NPCK_NotNull) {
      value.constant = ConstantKind::Null;
      return;
    }
    readTimeStructure(value, core);
    return;
  }
  if (type->isIntegralOrEnumerationType()) {
    if (core.isNullPointerConstant(context_.ast, clang::Expr::NPC_ValueDependentIsNotNull) ==
        clang::Expr::NPCK_GNUNull) {
      value.constant = ConstantKind::Null;
      return;
    }
    clang::Expr::EvalResult result;
    if (!core.EvaluateAsInt(result, context_.ast, clang::Expr::SE_NoSideEffects)) { return; }
    value.constant = ConstantKind::Integer;
    value.number = result.Val.getInt().extOrTrunc(64).getSExtValue();
    return;
  }
  if (type->isRecordType()) { readDuration(value, core); }
}

void ValueReader::readDuration(Value& value, const clang::Expr& core) {
  const auto* record =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(core.getType()->getAsCXXRecordDecl());
  if (record == nullptr || record->getName() != "duration") { return; }
  const auto period = periodOf(*record);
  if (!period) { return; }
  const clang::VarDecl* constant = constantVariable(core);
  const clang::Expr& evaluated = constant != nullptr ? *constant->getInit() : core;
  clang::Expr::EvalResult result;
  const bool known = evaluated.EvaluateAsConstantExpr(result, context_.ast);
  if (!known || !result.Val.isStruct() || result.Val.getStructNumFields() != 1) { return; }
  const clang::APValue& count = result.Val.getStructField(0);
  if (count.isInt()) {
    value.number = nanoseconds(static_cast<double>(count.getInt().getExtValue()), *period);
  } else if (count.isFloat()) {
    value.number = nanoseconds(count.getFloat().convertToDouble(), *period);
  } else {
    return;
  }
  value.constant = ConstantKind::Duration;
}

/// `&ts` of a local "timespec ts{}" or "timeval tv = {0, 0}".
void ValueReader::readTimeStructure(Value& value, const clang::Expr& core) {
  const auto* address = llvm::dyn_cast<clang::UnaryOperator>(&core);
  if (address == nullptr || address->getOpcode() != clang::UO_AddrOf) { return; }
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(address->getSubExpr()->IgnoreParens());
  const auto* variable =
      reference != nullptr ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
  const auto* record = variable != nullptr ? variable->getType()->getAsCXXRecordDecl() : nullptr;
  if (record == nullptr || !variable->hasInit()) { return; }
  if (record->getName() != "timespec" && record->getName() != "timeval") { return; }
  if (isAllZero(*variable->getInit())) { value.constant = ConstantKind::Duration; }
}

// ---------------------------------------------------------------------------------------------------
// Names

/// What asks other people's code for something global names it: folly::getGlobalCPUExecutor().
const clang::FunctionDecl* ValueReader::globalGetter(const clang::Expr& expression) const {
  const auto* call = llvm::dyn_cast<clang::CallExpr>(&expression);
  if (call == nullptr || call->getNumArgs() != 0 || llvm::isa<clang::CXXMemberCallExpr>(call)) {
    return nullptr;
  }
  const clang::FunctionDecl* callee = call->getDirectCallee();
  return callee != nullptr && context_.isExternal(*callee) ? callee : nullptr;
}

void ValueReader::readNames(Value& value, const clang::Expr& expression, unsigned depth) {
  if (depth > 6) { return; }
  const auto add = [&](llvm::StringRef name) {
    const StringId id = context_.strings.id(name);
    if (!llvm::is_contained(value.names, id)) { value.names.push_back(id); }
  };
  const clang::SourceManager& sources = context_.ast.getSourceManager();
  for (clang::SourceLocation at = expression.getExprLoc(); at.isMacroID();
       at = sources.getImmediateMacroCallerLoc(at)) {
    if (sources.isMacroArgExpansion(at)) { continue; }
    add(clang::Lexer::getImmediateMacroName(at, sources, context_.ast.getLangOpts()));
  }
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&expression)) {
    const clang::ValueDecl* declaration = reference->getDecl();
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
    const bool global = variable != nullptr && variable->hasGlobalStorage() && !variable->isStaticLocal();
    if (global || llvm::isa<clang::EnumConstantDecl>(declaration)) { add(qualifiedName(*declaration)); }
    if (const clang::VarDecl* constant = constantVariable(expression)) {
      readNames(value, *constant->getInit(), depth + 1);
    } else if (variable != nullptr && variable->isLocalVarDecl() && !variable->isStaticLocal()) {
      readVariableNames(value, *reference, *variable, depth);
    }
    return;
  }
  if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(&expression)) {
    const auto* field = llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
    if (field != nullptr && holdsCallables(field->getType(), context_) && !context_.isExternal(*field)) {
      value.names.push_back(memberName(*field));
    }
  }
  // What a call or a lambda is given says nothing about the value that it returns.
  const bool opaque = llvm::isa<clang::LambdaExpr, clang::CallExpr>(expression) &&
                      !llvm::isa<clang::CXXOperatorCallExpr>(expression);
  if (opaque && coreOf(&expression) == &expression) {
    if (const clang::FunctionDecl* getter = globalGetter(expression)) { add(qualifiedName(*getter)); }
    return;
  }
  // `flags & ~O_NONBLOCK` names what is not in it.
  const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(&expression);
  if (unary != nullptr && unary->getOpcode() == clang::UO_Not) { return; }
  for (const clang::Stmt* child : expression.children()) {
    if (const auto* part = llvm::dyn_cast_or_null<clang::Expr>(child)) { readNames(value, *part, depth + 1); }
  }
}

StringId ValueReader::memberName(const clang::FieldDecl& field) {
  const TypeId owner = context_.type(clang::QualType(field.getParent()->getTypeForDecl(), 0));
  return context_.strings.id(std::string(member_prefix) +
                             context_.facts.symbols.text(context_.facts.symbols.types[owner].spelling) +
                             "::" + field.getNameAsString());
}

/// Of a local number, what it was put together from.
void ValueReader::readVariableNames(Value& value, const clang::DeclRefExpr& reference,
                                    const clang::VarDecl& variable, unsigned depth) {
  if (!variable.getType()->isIntegralOrEnumerationType()) { return; }
  std::vector<StringId> made;
  const clang::SourceManager& sources = context_.ast.getSourceManager();
  for (const FlagPart& part : flags_.partsOf(variable, reference.getLocation(), sources)) {
    Value bits;
    readNames(bits, *part.bits, depth + 1);
    for (const StringId name : bits.names) {
      std::erase(made, name);
      if (part.added) { made.push_back(name); }
    }
  }
  for (const StringId name : made) {
    if (!llvm::is_contained(value.names, name)) { value.names.push_back(name); }
  }
}

// ---------------------------------------------------------------------------------------------------
// Callables

void ValueReader::addCallOperator(Value& value, const clang::CXXRecordDecl& record) {
  const auto add = [&](const clang::FunctionDecl& function) {
    value.callables.push_back(context_.function(function));
  };
  const clang::CXXRecordDecl* definition = record.getDefinition();
  if (definition == nullptr) { return; }
  const clang::DeclarationName name = context_.ast.DeclarationNames.getCXXOperatorName(clang::OO_Call);
  for (const clang::NamedDecl* found : definition->lookup(name)) {
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(found)) {
      add(*method);
      context_.wantBody(*method);
    } else if (const auto* generic = llvm::dyn_cast<clang::FunctionTemplateDecl>(found)) {
      bool instantiated = false;
      for (const clang::FunctionDecl* special : generic->specializations()) {
        if (special->getDefinition() == nullptr) { continue; }
        instantiated = true;
        add(*special);
        context_.wantBody(*special);
      }
      if (!instantiated) {
        add(*generic->getTemplatedDecl());
        context_.wantBody(*generic->getTemplatedDecl());
      }
    }
  }
}

/// Callables that a conversion or a wrapper passes on: a lambda that becomes a function pointer or a
/// std::function, the function in a std::bind.
void ValueReader::readWrapped(Value& value, const clang::Expr& core, unsigned depth) {
  const auto pass_on = [&](const clang::Expr* wrapped) {
    const clang::Expr* inner = wrapped != nullptr ? coreOf(wrapped) : nullptr;
    if (inner != nullptr && inner != &core) { readCallables(value, *inner, depth + 1); }
  };
  if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(&core)) {
    pass_on(cast->getSubExpr());
  } else if (const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(&core)) {
    const bool converts = llvm::isa_and_nonnull<clang::CXXConversionDecl>(member->getMethodDecl());
    if (converts) { pass_on(member->getImplicitObjectArgument()); }
  } else if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(&core)) {
    if (construction->getNumArgs() > 0 && isCallable(construction->getType())) {
      pass_on(construction->getArg(0));
    }
  } else if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(&core)) {
    readChoice(value, *choice, depth);
  } else if (const auto* plus = llvm::dyn_cast<clang::UnaryOperator>(&core)) {
    if (plus->getOpcode() == clang::UO_Plus) { pass_on(plus->getSubExpr()); }
  } else if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&core)) {
    const clang::FunctionDecl* callee = call->getDirectCallee();
    if (callee == nullptr || !isCallable(call->getType()) || !context_.isExternal(*callee)) { return; }
    for (const clang::Expr* argument : call->arguments()) {
      pass_on(argument);
    }
  }
}

/// Only when both arms are known: half of an answer would pass for all of it.
void ValueReader::readChoice(Value& value, const clang::ConditionalOperator& choice, unsigned depth) {
  Value first;
  Value second;
  readCallables(first, *coreOf(choice.getTrueExpr()), depth + 1);
  readCallables(second, *coreOf(choice.getFalseExpr()), depth + 1);
  if (first.callables.empty() || second.callables.empty()) { return; }
  for (const Value* arm : {&first, &second}) {
    value.callables.insert(value.callables.end(), arm->callables.begin(), arm->callables.end());
  }
}

void ValueReader::readCallables(Value& value, const clang::Expr& core, unsigned depth) {
  if (core.isTypeDependent() || depth > 8) { return; }
  const clang::Expr* target = &core;
  if (const auto* address = llvm::dyn_cast<clang::UnaryOperator>(target);
      address != nullptr && address->getOpcode() == clang::UO_AddrOf) {
    target = address->getSubExpr()->IgnoreParens();
  }
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(target)) {
    if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl())) {
      value.callables.push_back(context_.function(*function));
      context_.wantBody(*function);
      return;
    }
  }
  const clang::CXXRecordDecl* record = core.getType().getNonReferenceType()->getAsCXXRecordDecl();
  // Other people's function objects (std::function) call what they were made of.
  if (record != nullptr && (record->isLambda() || !context_.isExternal(*record))) {
    addCallOperator(value, *record);
  } else {
    readWrapped(value, core, depth);
  }
}

/// A class with a call operator, or a pointer to a function.
bool ValueReader::isCallable(clang::QualType type) const {
  const clang::QualType plain = type.getNonReferenceType();
  if (plain->isFunctionPointerType()) { return true; }
  const clang::CXXRecordDecl* record = plain->getAsCXXRecordDecl();
  if (record == nullptr || record->getDefinition() == nullptr) { return false; }
  const clang::DeclarationName name = context_.ast.DeclarationNames.getCXXOperatorName(clang::OO_Call);
  return !record->getDefinition()->lookup(name).empty();
}

} // namespace nostall
