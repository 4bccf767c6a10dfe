// What is stored where callables are kept: the analysis follows calls through variables by it. Calls and
// constructions show what they are given; here is what no call shows.
#include "frontend/reading/callable_types.h"
#include "frontend/reading/event_recorder.h"

#include <clang/AST/StmtCXX.h>

namespace nostall {

void EventRecorder::recordStore(Value object, const clang::Expr& stored) {
  // An element that is not written is null.
  if (llvm::isa<clang::ImplicitValueInitExpr>(stored)) { return; }
  const auto* by_default = llvm::dyn_cast<clang::CXXDefaultInitExpr>(&stored);
  Value value = values_.read(by_default != nullptr ? *by_default->getExpr() : stored);
  Event& event = add(EventKind::Write, context_.files.range(stored.getSourceRange()));
  event.implicit = true;
  event.type = object.type;
  event.object = std::move(object);
  event.arguments.push_back(std::move(value));
}

/// The event of a local's initialiser names the local itself.
void EventRecorder::recordVariable(const clang::VarDecl& variable) {
  const clang::Expr* initializer = variable.getInit();
  if (initializer == nullptr || initializer->isTypeDependent()) { return; }
  if (!holdsCallables(variable.getType(), context_)) { return; }
  const Value object{.type = context_.type(variable.getType()), .path = values_.pathOf(variable)};
  const clang::Expr& core = *coreOf(initializer);
  const auto known = events_.find(&core);
  const bool named = known != events_.end() && body_.events[known->second].target == object.path;
  if (!named) { recordStore(object, core); }
  if (variable.getType()->isLValueReferenceType()) {
    // What is stored in the reference is stored in what it refers to.
    Event& back = add(EventKind::Write, context_.files.range(variable.getSourceRange()));
    back.implicit = true;
    back.object = values_.read(core);
    back.arguments.push_back(object);
  }
  const auto* decomposed = llvm::dyn_cast<clang::DecompositionDecl>(&variable);
  if (decomposed == nullptr) { return; }
  for (const clang::BindingDecl* binding : decomposed->bindings()) {
    if (!holdsCallables(binding->getType(), context_)) { continue; }
    Event& event = add(EventKind::Write, context_.files.range(binding->getSourceRange()));
    event.implicit = true;
    event.object = Value{.type = context_.type(binding->getType()), .path = values_.pathOf(*binding)};
    event.arguments.push_back(object);
  }
}

void EventRecorder::recordDeclarations(const clang::DeclStmt& statement) {
  for (const clang::Decl* declaration : statement.decls()) {
    if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration)) { recordVariable(*variable); }
  }
}

void EventRecorder::recordAssignment(const clang::BinaryOperator& assignment) {
  if (assignment.getOpcode() != clang::BO_Assign || assignment.isTypeDependent()) { return; }
  if (!holdsCallables(assignment.getLHS()->getType(), context_)) { return; }
  recordStore(values_.read(*assignment.getLHS()), *assignment.getRHS());
}

/// A list of callables, or a class of the project whose members are given some.
void EventRecorder::recordList(const clang::InitListExpr& list) {
  if (list.isTypeDependent() || coreOf(&list) != &list) { return; }
  const clang::CXXRecordDecl* record = list.getType()->getAsCXXRecordDecl();
  const bool own_class = record != nullptr && !list.getType()->isArrayType() && !context_.isExternal(*record);
  if (own_class) {
    recordMembers(list, *record);
  } else if (holdsCallables(list.getType(), context_)) {
    PackedVector<Value> elements;
    for (const clang::Expr* element : list.inits()) {
      const bool written = element != nullptr && !llvm::isa<clang::ImplicitValueInitExpr>(element);
      if (written) { elements.push_back(values_.read(*element)); }
    }
    Event& event = addFor(EventKind::Write, list);
    event.implicit = true;
    event.arguments = std::move(elements);
  }
}

void EventRecorder::recordMembers(const clang::InitListExpr& list, const clang::CXXRecordDecl& record) {
  // Bases stand first in the list.
  unsigned index = record.getNumBases();
  for (const clang::FieldDecl* field : record.fields()) {
    if (field->isUnnamedBitField()) { continue; }
    if (index >= list.getNumInits()) { return; }
    const clang::Expr* value = list.getInit(index++);
    if (value == nullptr || !holdsCallables(field->getType(), context_)) { continue; }
    recordStore({.type = context_.type(field->getType()), .names = {values_.memberName(*field)}}, *value);
  }
}

/// `[done = std::move(done)]`
void EventRecorder::recordInitCaptures(const clang::LambdaExpr& lambda) {
  for (const clang::LambdaCapture& capture : lambda.captures()) {
    if (!lambda.isInitCapture(&capture)) { continue; }
    if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(capture.getCapturedVar())) {
      recordVariable(*variable);
    }
  }
}

/// A descriptor, or what refers to an object.
static bool isHandle(clang::QualType type) {
  const bool number = type->isIntegerType() && !type->isBooleanType() && !type->isAnyCharacterType();
  return number || type->isReferenceType() || type->isPointerType();
}

void EventRecorder::recordInitializer(const clang::CXXCtorInitializer& initializer) {
  const clang::Expr* written = initializer.getInit();
  if (written == nullptr || !initializer.isAnyMemberInitializer()) { return; }
  const clang::FieldDecl& field = *initializer.getAnyMember();
  if (const auto* by_default = llvm::dyn_cast<clang::CXXDefaultInitExpr>(written)) {
    written = by_default->getExpr();
  }
  const StringId path = context_.strings.id("this." + field.getNameAsString());
  const auto event = events_.find(coreOf(written));
  if (event != events_.end()) {
    body_.events[event->second].target = path;
  } else if (holdsCallables(field.getType(), context_) && !written->isTypeDependent()) {
    recordStore({.type = context_.type(field.getType()), .path = path}, *written);
  } else if (isHandle(field.getType())) {
    recordHandle(path, *written);
  }
}

/// `fd_(fd)`, `socket_(socket)`: the member stands for what the parameter does.
void EventRecorder::recordHandle(PathId member, const clang::Expr& written) {
  Value value = values_.read(written);
  if (value.path == 0) { return; }
  Event& event = add(EventKind::Write, context_.files.range(written.getSourceRange()));
  event.type = value.type;
  event.object = Value{.type = value.type, .path = member};
  event.arguments.push_back(std::move(value));
}

} // namespace nostall
