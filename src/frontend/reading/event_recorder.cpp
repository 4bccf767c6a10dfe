#include "frontend/reading/event_recorder.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/StmtCXX.h>

namespace nostall {

namespace {

/// __builtin_expect and its like are no calls of anybody's.
bool isCompilerInternal(const clang::FunctionDecl& callee) {
  return callee.getBuiltinID() != 0 && callee.getIdentifier() != nullptr &&
         callee.getName().starts_with("__builtin");
}

} // namespace

EventRecorder::EventRecorder(UnitContext& context, const ExpressionRoles& roles, Body& body,
                             bool is_coroutine)
    : context_(context), roles_(roles), body_(body), is_coroutine_(is_coroutine), values_(context, events_) {}

Event& EventRecorder::add(EventKind kind, SourceRange at) {
  Event& event = body_.events.emplace_back();
  event.kind = kind;
  event.at = used_at_.value_or(at);
  event.implicit = used_at_.has_value();
  event.unevaluated_body = uninstantiated_;
  return event;
}

/// An event for the expression: other values can say that they come from it.
Event& EventRecorder::addFor(EventKind kind, const clang::Expr& expression) {
  Event& event = add(kind, context_.files.range(expression.getSourceRange()));
  event.type = context_.type(expression.getType());
  event.in_macro = expression.getBeginLoc().isMacroID();
  applyRole(event, expression);
  const auto id = static_cast<EventId>(body_.events.size() - 1);
  events_[&expression] = id;
  for (const uint32_t index : context_.matches.of(expression)) {
    body_.matches.push_back({id, context_.expressions[index]});
  }
  return event;
}

void EventRecorder::applyRole(Event& event, const clang::Expr& expression) {
  const ExpressionRole role = roles_.of(expression);
  event.discarded = role.discarded;
  event.cast_to_void = role.cast_to_void;
  event.awaited = role.awaited;
  event.implicit |= role.implicit;
  event.full_expression = role.full_expression;
  if (role.initialises != nullptr) {
    event.deduced = role.whole && role.initialises->getType()->getContainedAutoType() != nullptr;
  }
  event.target = targetOf(role);
}

/// The variable or member that gets the result.
PathId EventRecorder::targetOf(const ExpressionRole& role) {
  if (role.assigned_to != nullptr) { return values_.path(*role.assigned_to); }
  if (role.initialises == nullptr) { return 0; }
  const PathId variable = values_.pathOf(*role.initialises);
  if (role.member == nullptr) { return variable; }
  return context_.strings.id(context_.facts.symbols.text(variable) + "." + role.member->getNameAsString());
}

void EventRecorder::record(const clang::Stmt& statement) {
  if (!seen_.insert(&statement).second) { return; }
  if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&statement)) {
    recordCall(*call);
  } else if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(&statement)) {
    recordConstruction(*construction);
  } else if (const auto* inherited = llvm::dyn_cast<clang::CXXInheritedCtorInitExpr>(&statement)) {
    recordConstructor(*inherited, *inherited->getConstructor());
  } else if (const auto* suspension = llvm::dyn_cast<clang::CoroutineSuspendExpr>(&statement)) {
    recordSuspend(*suspension);
  } else if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(&statement)) {
    recordLambda(*lambda);
  } else if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&statement)) {
    recordReference(*reference, *reference->getDecl());
  } else if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(&statement)) {
    recordReference(*member, *member->getMemberDecl());
  } else if (const auto* returned = llvm::dyn_cast<clang::ReturnStmt>(&statement)) {
    recordReturn(*returned, returned->getRetValue());
  } else if (const auto* finished = llvm::dyn_cast<clang::CoreturnStmt>(&statement)) {
    recordReturn(*finished, finished->getOperand());
  } else if (const auto* declarations = llvm::dyn_cast<clang::DeclStmt>(&statement)) {
    recordDeclarations(*declarations);
  } else if (const auto* assignment = llvm::dyn_cast<clang::BinaryOperator>(&statement)) {
    recordAssignment(*assignment);
  } else if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(&statement)) {
    recordList(*list);
  } else if (const auto* list_object = llvm::dyn_cast<clang::CXXStdInitializerListExpr>(&statement)) {
    const EventId list_event = eventOf(*list_object->getSubExpr());
    if (list_event != no_id) { events_[list_object] = list_event; }
  } else if (const auto* thrown = llvm::dyn_cast<clang::CXXThrowExpr>(&statement)) {
    Event& event = addFor(EventKind::Throw, *thrown);
    const clang::Expr* operand = thrown->getSubExpr();
    event.type = operand != nullptr ? context_.type(operand->getType()) : no_id;
  } else if (const auto* by_default = llvm::dyn_cast<clang::CXXDefaultArgExpr>(&statement)) {
    recordDefaultArgument(*by_default);
  } else if (const auto* initializer = llvm::dyn_cast<clang::CXXDefaultInitExpr>(&statement)) {
    recordAll(*initializer->getExpr());
  } else if (const auto* await = llvm::dyn_cast<clang::DependentCoawaitExpr>(&statement)) {
    ++unresolved_;
    recordAwaited(*await, SuspendKind::Await, *await->getOperand());
  } else if (llvm::isa<clang::CXXUnresolvedConstructExpr>(statement)) {
    ++unresolved_;
  }
}

void EventRecorder::recordAll(const clang::Stmt& statement) {
  if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(&statement)) {
    record(*lambda);
    return;
  }
  for (const clang::Stmt* child : statement.children()) {
    if (child != nullptr) { recordAll(*child); }
  }
  record(statement);
}

// ---------------------------------------------------------------------------------------------------
// Calls

void EventRecorder::recordCall(const clang::CallExpr& call) {
  if (call.isTypeDependent() && call.getDirectCallee() == nullptr) {
    recordDependentCall(call);
    return;
  }
  const clang::FunctionDecl* callee = call.getDirectCallee();
  if (callee != nullptr && isCompilerInternal(*callee)) { return; }
  if (coreOf(&call) != &call) { return; } // std::move
  if (const auto* resumed = roles_.of(call).resumes) {
    const bool yields = llvm::isa<clang::CoyieldExpr>(resumed);
    recordAwaited(*resumed, yields ? SuspendKind::Yield : SuspendKind::Await, *resumed->getOperand());
    seen_.insert(resumed);
  }
  recordDefaultArguments(call);
  PackedVector<Value> arguments;
  Value object;
  bool is_virtual = false;
  const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(callee);
  unsigned first = 0;
  if (const auto* member_call = llvm::dyn_cast<clang::CXXMemberCallExpr>(&call)) {
    if (const clang::Expr* implied = member_call->getImplicitObjectArgument()) {
      object = values_.read(*implied);
      const auto* member = llvm::dyn_cast<clang::MemberExpr>(call.getCallee()->IgnoreParens());
      if (method != nullptr && method->isVirtual() && member != nullptr &&
          member->performsVirtualDispatch(context_.ast.getLangOpts())) {
        const clang::CXXMethodDecl* exact = method->getDevirtualizedMethod(implied, false);
        is_virtual = exact == nullptr;
        if (exact != nullptr) {
          method = exact;
          callee = exact;
        }
      }
    }
  } else if (llvm::isa<clang::CXXOperatorCallExpr>(call) && method != nullptr && method->isInstance()) {
    object = values_.read(*call.getArg(0));
    is_virtual = method->isVirtual();
    first = 1;
  }
  if (callee == nullptr) {
    // Of `(object.*pointer)()` the pointer is what is called.
    const auto* operation = llvm::dyn_cast<clang::BinaryOperator>(call.getCallee()->IgnoreParenImpCasts());
    const bool of_member = operation != nullptr && operation->isPtrMemOp();
    object = values_.read(of_member ? *operation->getRHS() : *call.getCallee());
    ++unresolved_;
  }
  for (unsigned index = first; index < call.getNumArgs(); ++index) {
    arguments.push_back(values_.read(*call.getArg(index)));
  }
  Event& event = addFor(EventKind::Call, call);
  event.object = std::move(object);
  event.arguments = std::move(arguments);
  event.is_virtual = is_virtual;
  if (const auto* resumed = roles_.of(call).resumes) { takeResult(event, *resumed); }
  if (callee == nullptr) { return; }
  const FunctionId id = context_.function(*callee);
  body_.events.back().callee = id;
  context_.wantBody(*callee);
}

/// What await_resume returns is what the co_await is.
void EventRecorder::takeResult(Event& resume, const clang::Expr& await) {
  resume.target = targetOf(roles_.of(await));
  events_[&await] = static_cast<EventId>(body_.events.size() - 1);
}

/// In a template that nobody instantiated: the callee is known only when there is one candidate that
/// does not depend on the parameters.
void EventRecorder::recordDependentCall(const clang::CallExpr& call) {
  const auto* overloads = llvm::dyn_cast<clang::OverloadExpr>(call.getCallee()->IgnoreParenImpCasts());
  const clang::FunctionDecl* only = nullptr;
  if (overloads != nullptr && overloads->getNumDecls() == 1) {
    only = llvm::dyn_cast<clang::FunctionDecl>((*overloads->decls_begin())->getUnderlyingDecl());
  }
  if (only == nullptr || only->isDependentContext()) {
    ++unresolved_;
    return;
  }
  Event& event = addFor(EventKind::Call, call);
  event.type = context_.type(only->getReturnType());
  const FunctionId id = context_.function(*only);
  body_.events.back().callee = id;
  context_.wantBody(*only);
}

void EventRecorder::recordDefaultArguments(const clang::Expr& call) {
  for (const clang::Stmt* child : call.children()) {
    if (const auto* by_default = llvm::dyn_cast_or_null<clang::CXXDefaultArgExpr>(child)) {
      record(*by_default);
    }
  }
}

/// The expression belongs to the parameter: every call that leaves the argument out evaluates it anew, at
/// the place of the call.
void EventRecorder::recordDefaultArgument(const clang::CXXDefaultArgExpr& argument) {
  const SourceRange at = used_at_.value_or(context_.files.range(argument.getUsedLocation()));
  const auto outer_place = std::exchange(used_at_, at);
  llvm::DenseSet<const clang::Stmt*> outer_seen;
  seen_.swap(outer_seen);
  recordAll(*argument.getExpr());
  seen_.swap(outer_seen);
  used_at_ = outer_place;
}

void EventRecorder::recordConstruction(const clang::CXXConstructExpr& construction) {
  recordDefaultArguments(construction);
  if (coreOf(&construction) != &construction) { return; } // an elided copy
  const clang::CXXConstructorDecl& constructor = *construction.getConstructor();
  if (constructor.isTrivial()) { return; }
  PackedVector<Value> arguments;
  for (const clang::Expr* argument : construction.arguments()) {
    arguments.push_back(values_.read(*argument));
  }
  recordConstructor(construction, constructor);
  body_.events.back().arguments = std::move(arguments);
  body_.events.back().list_init = construction.isListInitialization();
}

void EventRecorder::recordConstructor(const clang::Expr& expression,
                                      const clang::CXXConstructorDecl& constructor) {
  addFor(EventKind::Construct, expression);
  const FunctionId id = context_.function(constructor);
  body_.events.back().callee = id;
  context_.wantBody(constructor);
  const TypeId type = body_.events.back().type;
  if (type != no_id && !context_.facts.symbols.types[type].external) {
    context_.facts.constructed.push_back(type);
  }
}

PackedVector<Capture> EventRecorder::capturesOf(const clang::LambdaExpr& lambda) {
  PackedVector<Capture> captures;
  for (const clang::LambdaCapture& capture : lambda.captures()) {
    if (capture.capturesThis()) {
      captures.push_back({.path = context_.strings.id("this"),
                          .name = context_.strings.id("this"),
                          .by_reference = capture.getCaptureKind() != clang::LCK_StarThis});
    } else if (capture.capturesVariable()) {
      const clang::ValueDecl& variable = *capture.getCapturedVar();
      const bool by_reference =
          capture.getCaptureKind() == clang::LCK_ByRef || variable.getType()->isReferenceType();
      captures.push_back({.path = lambda.isInitCapture(&capture) ? 0 : values_.pathOf(variable),
                          .name = context_.strings.id(variable.getNameAsString()),
                          .type = context_.type(variable.getType()),
                          .by_reference = by_reference});
    }
  }
  return captures;
}

void EventRecorder::recordLambda(const clang::LambdaExpr& lambda) {
  const PackedVector<Capture> captures = capturesOf(lambda);
  recordInitCaptures(lambda);
  const auto enclose = [&](const clang::FunctionDecl& inner) {
    const FunctionId id = context_.function(inner);
    FunctionFacts& own = context_.facts.symbols.functions[id];
    own.enclosing = body_.function;
    own.captures = captures;
    if (context_.facts.symbols.functions[body_.function].runs_before_main) {
      own.display =
          context_.strings.id("lambda in " + context_.facts.symbols.text(
                                                 context_.facts.symbols.functions[body_.function].display));
    }
    context_.wantBody(inner);
  };
  if (const clang::FunctionTemplateDecl* generic = lambda.getDependentCallOperator()) {
    bool instantiated = false;
    for (const clang::FunctionDecl* special : generic->specializations()) {
      instantiated |= special->getDefinition() != nullptr;
      if (special->getDefinition() != nullptr) { enclose(*special); }
    }
    if (!instantiated) { enclose(*generic->getTemplatedDecl()); }
  } else {
    enclose(*lambda.getCallOperator());
  }
}

// ---------------------------------------------------------------------------------------------------
// Suspension, return, variables

void EventRecorder::recordAwaited(const clang::Expr& expression, SuspendKind kind,
                                  const clang::Expr& operand) {
  Event& suspend = add(EventKind::Suspend, context_.files.range(expression.getSourceRange()));
  suspend.suspend = kind;
  suspend.full_expression = roles_.of(expression).full_expression;
  const clang::Expr* core = coreOf(&operand);
  suspend.object = values_.read(*core);
  suspend.type = context_.type(core->getType());
  if (suspend.type != no_id && kind == SuspendKind::Await) { context_.facts.awaited.push_back(suspend.type); }
}

void EventRecorder::recordSuspend(const clang::CoroutineSuspendExpr& suspension) {
  // The event stands before await_resume when that is a call; here it is not.
  Event& event = addFor(EventKind::Suspend, suspension);
  event.suspend = llvm::isa<clang::CoyieldExpr>(suspension) ? SuspendKind::Yield : SuspendKind::Await;
  const clang::Expr* operand = coreOf(suspension.getOperand());
  const TypeId type = context_.type(operand->getType());
  body_.events.back().type = type;
}

void EventRecorder::recordSuspension(SuspendKind kind, const clang::Stmt* expression,
                                     clang::SourceLocation at) {
  const size_t first = body_.events.size();
  if (expression != nullptr) { recordAll(*expression); }
  const SourceRange place = context_.files.range(at);
  for (size_t index = first; index < body_.events.size(); ++index) {
    Event& event = body_.events[index];
    event.implicit = true;
    event.at = place;
    if (event.kind == EventKind::Suspend) { event.suspend = kind; }
  }
}

void EventRecorder::recordReturn(const clang::Stmt& statement, const clang::Expr* operand) {
  PackedVector<Value> arguments;
  if (operand != nullptr && !operand->isTypeDependent()) { arguments.push_back(values_.read(*operand)); }
  Event& event = add(EventKind::Return, context_.files.range(statement.getSourceRange()));
  event.arguments = std::move(arguments);
}

EventId EventRecorder::eventOf(const clang::Expr& expression) const {
  const auto event = events_.find(coreOf(&expression));
  return event != events_.end() ? event->second : no_id;
}

void EventRecorder::recordDestruction(const clang::CXXRecordDecl& record, const Destruction& end) {
  const clang::CXXRecordDecl* definition = record.getDefinition();
  if (definition == nullptr || definition->hasTrivialDestructor()) { return; }
  const clang::CXXDestructorDecl* destructor = definition->getDestructor();
  if (destructor == nullptr) { return; }
  const TypeId type = context_.type(clang::QualType(record.getTypeForDecl(), 0));
  const FunctionId callee = context_.function(*destructor);
  Event& event = add(EventKind::Destroy, end.at);
  event.implicit = true;
  event.is_virtual = end.is_virtual && destructor->isVirtual();
  event.type = type;
  event.callee = callee;
  Value object{.type = type, .path = end.object};
  object.from = end.made_by;
  event.object = std::move(object);
  context_.wantBody(*destructor);
}

} // namespace nostall
