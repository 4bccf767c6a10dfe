#include "frontend/reading/body_reader.h"

#include "frontend/reading/event_recorder.h"

#include <clang/AST/StmtCXX.h>
#include <clang/Analysis/Analyses/PostOrderCFGView.h>
#include <clang/Analysis/CFG.h>

namespace nostall {

namespace {

clang::CFG::BuildOptions graphOptions() {
  clang::CFG::BuildOptions options;
  options.AddImplicitDtors = true;
  options.AddTemporaryDtors = true;
  options.AddInitializers = true;
  options.AddCXXDefaultInitExprInCtors = true;
  options.AddCXXDefaultInitExprInAggregates = true;
  options.AddStaticInitBranches = true;
  options.PruneTriviallyFalseEdges = true;
  options.setAllAlwaysAdd();
  return options;
}

/// The statement whose flow counts: of a coroutine what the user wrote. The whole CoroutineBodyStmt has
/// the initial and final suspension after it.
clang::Stmt* writtenBody(const clang::FunctionDecl& function) {
  clang::Stmt* body = function.getBody();
  if (auto* coroutine = llvm::dyn_cast_or_null<clang::CoroutineBodyStmt>(body)) {
    return coroutine->getBody();
  }
  return body;
}

class BodyReader {
public:
  BodyReader(UnitContext& context, const clang::FunctionDecl& function, const clang::Stmt& written,
             Body& body)
      : context_(context), function_(function), roles_(written), body_(body),
        recorder_(context, roles_, body, llvm::isa<clang::CoroutineBodyStmt>(function.getBody())) {}

  void readGraph(const clang::CFG& graph);
  void readFlat(const clang::Stmt& written);
  uint32_t unresolvedCalls() const { return recorder_.unresolvedCalls(); }

private:
  void readBlock(const clang::CFGBlock& block);
  void readElement(const clang::CFGElement& element);
  void readDestructor(const clang::CFGImplicitDtor& element);
  void readCoroutineStart();
  void readCoroutineEnd();
  void connect(const clang::CFG& graph);
  void connectHandlers();
  void listTries(const clang::CFG& graph);
  std::vector<bool> triesAround(EventId event) const;
  void addBlocks(const clang::CFGBlock& block, EventId first);
  void describe(const clang::CFGBlock& block, Block& own, Block& end);
  void listStatements();

  struct Tried {
    SourceRange inside;
    const clang::CFGBlock* block; ///< its successors are the handlers
  };

  UnitContext& context_;
  const clang::FunctionDecl& function_;
  ExpressionRoles roles_;
  Body& body_;
  EventRecorder recorder_;
  std::vector<const clang::CFGBlock*> order_;
  llvm::DenseMap<const clang::CFGBlock*, BlockId> ids_;
  std::vector<BlockId> ends_; // by index in order_: the last block of one of Clang's
  std::vector<Tried> tries_;
  llvm::DenseSet<const clang::CXXBindTemporaryExpr*> ended_;
};

void BodyReader::readGraph(const clang::CFG& graph) {
  // From each block's view its predecessors come first, so that an operand is recorded before its use.
  for (const clang::CFGBlock* block : clang::PostOrderCFGView(&graph)) {
    ids_[block] = static_cast<BlockId>(order_.size());
    order_.push_back(block);
  }
  // Catch blocks have no predecessors in Clang's graph.
  for (const clang::CFGBlock* tried : graph.try_blocks()) {
    for (const clang::CFGBlock::AdjacentBlock& handler : tried->succs()) {
      if (handler && ids_.try_emplace(handler, static_cast<BlockId>(order_.size())).second) {
        order_.push_back(handler);
      }
    }
  }
  // What follows a handler and nothing else.
  for (size_t index = 0; index < order_.size(); ++index) {
    for (const clang::CFGBlock::AdjacentBlock& next : order_[index]->succs()) {
      if (next.getReachableBlock() != nullptr &&
          ids_.try_emplace(next.getReachableBlock(), static_cast<BlockId>(order_.size())).second) {
        order_.push_back(next.getReachableBlock());
      }
    }
  }
  listTries(graph);
  for (const clang::CFGBlock* block : order_) {
    const auto first = static_cast<EventId>(body_.events.size());
    if (block == &graph.getEntry()) { readCoroutineStart(); }
    readBlock(*block);
    if (block == &graph.getExit()) { readCoroutineEnd(); }
    addBlocks(*block, first);
  }
  connect(graph);
  connectHandlers();
  listStatements();
}

void BodyReader::listTries(const clang::CFG& graph) {
  for (const clang::CFGBlock* tried : graph.try_blocks()) {
    const auto* statement = llvm::dyn_cast_or_null<clang::CXXTryStmt>(tried->getTerminatorStmt());
    if (statement == nullptr) { continue; }
    tries_.push_back(
        {.inside = context_.files.range(statement->getTryBlock()->getSourceRange()), .block = tried});
  }
}

std::vector<bool> BodyReader::triesAround(EventId event) const {
  const SourceRange& at = body_.events[event].at;
  std::vector<bool> around;
  for (const Tried& tried : tries_) {
    const SourceRange& inside = tried.inside;
    around.push_back(at.file == inside.file &&
                     std::pair(at.line, at.column) >= std::pair(inside.line, inside.column) &&
                     std::pair(at.line, at.column) < std::pair(inside.end_line, inside.end_column));
  }
  return around;
}

/// Clang goes on in the same block where a try statement begins or ends: here what may throw into its
/// handlers is a block of its own.
void BodyReader::addBlocks(const clang::CFGBlock& block, EventId first) {
  ids_[&block] = static_cast<BlockId>(body_.blocks.size());
  const auto end = static_cast<EventId>(body_.events.size());
  std::vector<EventId> cuts = {first};
  for (EventId event = first + 1; !tries_.empty() && event < end; ++event) {
    if (triesAround(event) != triesAround(event - 1)) { cuts.push_back(event); }
  }
  cuts.push_back(end);
  for (size_t i = 0; i + 1 < cuts.size(); ++i) {
    body_.blocks.push_back({.first = cuts[i], .count = cuts[i + 1] - cuts[i]});
    if (i + 2 < cuts.size()) {
      body_.blocks.back().successors.push_back(static_cast<BlockId>(body_.blocks.size()));
    }
  }
  ends_.push_back(static_cast<BlockId>(body_.blocks.size() - 1));
}

void BodyReader::connect(const clang::CFG& graph) {
  for (size_t index = 0; index < order_.size(); ++index) {
    Block& end = body_.blocks[ends_[index]];
    for (const clang::CFGBlock::AdjacentBlock& next : order_[index]->succs()) {
      if (next.getReachableBlock() == nullptr) { continue; }
      end.successors.push_back(ids_.lookup(next.getReachableBlock()));
    }
    describe(*order_[index], body_.blocks[ids_.lookup(order_[index])], end);
  }
  body_.entry = ids_.lookup(&graph.getEntry());
  // A function that never returns has no reachable exit.
  const auto exit = ids_.find(&graph.getExit());
  body_.exit = exit != ids_.end() ? exit->second : no_id;
}

/// What it catches and what it asks at its end.
void BodyReader::describe(const clang::CFGBlock& block, Block& own, Block& end) {
  if (const auto* handler = llvm::dyn_cast_or_null<clang::CXXCatchStmt>(block.getLabel())) {
    const clang::QualType caught = handler->getCaughtType();
    own.catches.push_back(
        {.type = caught.isNull() ? no_id : context_.type(caught.getNonReferenceType().getUnqualifiedType())});
  }
  const clang::Stmt* terminator = block.getTerminatorStmt();
  const bool branches = end.successors.size() == 2 && terminator != nullptr &&
                        !llvm::isa<clang::SwitchStmt, clang::CXXTryStmt, clang::CXXForRangeStmt>(terminator);
  const clang::Expr* condition = branches ? block.getLastCondition() : nullptr;
  if (condition != nullptr) { end.test = recorder_.testOf(*condition); }
}

void BodyReader::listStatements() {
  if (!llvm::isa<clang::CoroutineBodyStmt>(function_.getBody())) { return; }
  for (const WrittenStatement& written : roles_.statements()) {
    Statement& own = body_.statements.emplace_back();
    if (written.statement == nullptr) { continue; }
    own.at = context_.files.range(written.statement->getSourceRange());
    own.scope = written.scope;
    if (const auto* declaration = llvm::dyn_cast<clang::DeclStmt>(written.statement)) {
      own.declares = static_cast<uint32_t>(std::distance(declaration->decl_begin(), declaration->decl_end()));
    }
  }
}

/// A block inside a try statement may throw into its handlers.
void BodyReader::connectHandlers() {
  for (Block& block : body_.blocks) {
    if (block.count == 0 || tries_.empty()) { continue; }
    const std::vector<bool> around = triesAround(block.first);
    for (size_t i = 0; i < tries_.size(); ++i) {
      if (!around[i]) { continue; }
      for (const clang::CFGBlock::AdjacentBlock& handler : tries_[i].block->succs()) {
        const auto id = handler ? ids_.find(handler) : ids_.end();
        if (id != ids_.end() && id->second != body_.exit) { block.handlers.push_back(id->second); }
      }
    }
  }
}

void BodyReader::readBlock(const clang::CFGBlock& block) {
  for (const clang::CFGElement& element : block) {
    readElement(element);
  }
}

void BodyReader::readElement(const clang::CFGElement& element) {
  if (const auto statement = element.getAs<clang::CFGStmt>()) {
    recorder_.record(*statement->getStmt());
  } else if (const auto initializer = element.getAs<clang::CFGInitializer>()) {
    recorder_.recordInitializer(*initializer->getInitializer());
  } else if (const auto destructor = element.getAs<clang::CFGImplicitDtor>()) {
    readDestructor(*destructor);
  }
}

void BodyReader::readDestructor(const clang::CFGImplicitDtor& element) {
  const auto destroy = [&](clang::QualType type, const Destruction& end) {
    const clang::QualType base = context_.ast.getBaseElementType(type.getNonReferenceType());
    if (const auto* record = base->getAsCXXRecordDecl()) { recorder_.recordDestruction(*record, end); }
  };
  const auto place = [&](clang::SourceRange written) { return context_.files.range(written); };
  if (const auto automatic = element.getAs<clang::CFGAutomaticObjDtor>()) {
    const clang::VarDecl& variable = *automatic->getVarDecl();
    destroy(variable.getType(),
            {.at = place(variable.getSourceRange()), .object = recorder_.pathOf(variable)});
  } else if (const auto temporary = element.getAs<clang::CFGTemporaryDtor>()) {
    const clang::CXXBindTemporaryExpr& bound = *temporary->getBindTemporaryExpr();
    // The operand of a co_await hangs in the tree twice, and so do its temporaries.
    if (!ended_.insert(&bound).second) { return; }
    destroy(bound.getType(),
            {.at = place(bound.getSourceRange()), .made_by = recorder_.eventOf(*bound.getSubExpr())});
  } else if (const auto deleted = element.getAs<clang::CFGDeleteDtor>()) {
    const clang::CXXDeleteExpr& expression = *deleted->getDeleteExpr();
    destroy(expression.getDestroyedType(), {.at = place(expression.getSourceRange()), .is_virtual = true});
  } else if (const auto base = element.getAs<clang::CFGBaseDtor>()) {
    destroy(base->getBaseSpecifier()->getType(), {.at = place(function_.getLocation())});
  } else if (const auto member = element.getAs<clang::CFGMemberDtor>()) {
    const clang::FieldDecl& field = *member->getFieldDecl();
    destroy(field.getType(), {.at = place(field.getSourceRange()),
                              .object = context_.strings.id("this." + field.getNameAsString())});
  }
}

void BodyReader::readCoroutineStart() {
  const auto* coroutine = llvm::dyn_cast<clang::CoroutineBodyStmt>(function_.getBody());
  if (coroutine == nullptr) { return; }
  const clang::SourceLocation at = function_.getLocation();
  recorder_.recordSuspension(SuspendKind::Initial, coroutine->getReturnValueInit(), at);
  recorder_.recordSuspension(SuspendKind::Initial, coroutine->getInitSuspendStmt(), at);
}

void BodyReader::readCoroutineEnd() {
  const auto* coroutine = llvm::dyn_cast<clang::CoroutineBodyStmt>(function_.getBody());
  if (coroutine == nullptr) { return; }
  const clang::SourceLocation at = function_.getLocation();
  recorder_.recordSuspension(SuspendKind::Final, coroutine->getExceptionHandler(), at);
  recorder_.recordSuspension(SuspendKind::Final, coroutine->getFinalSuspendStmt(), at);
}

void BodyReader::readFlat(const clang::Stmt& written) {
  recorder_.recordAll(written);
  body_.blocks.push_back({.first = 0, .count = static_cast<uint32_t>(body_.events.size())});
}

/// A body that awaits nothing and yields is a generator's when its type cannot be awaited.
class SuspensionFinder {
public:
  void look(const clang::Stmt& statement) {
    if (llvm::isa<clang::LambdaExpr>(statement)) { return; }
    awaits |= llvm::isa<clang::CoawaitExpr, clang::DependentCoawaitExpr>(statement);
    yields |= llvm::isa<clang::CoyieldExpr>(statement);
    if (const auto* yield = llvm::dyn_cast<clang::CoyieldExpr>(&statement)) {
      look(*yield->getOperand());
      return;
    }
    for (const clang::Stmt* child : statement.children()) {
      if (child != nullptr) { look(*child); }
    }
  }
  bool awaits = false;
  bool yields = false;
};

} // namespace

void readBody(UnitContext& context, const clang::FunctionDecl& function) {
  clang::Stmt* written = writtenBody(function);
  if (written == nullptr) { return; }
  const FunctionId id = context.function(function);
  const bool coroutine = llvm::isa<clang::CoroutineBodyStmt>(function.getBody());
  const bool dependent = function.isDependentContext();
  Body body;
  body.function = id;
  BodyReader reader(context, function, *written, body);
  std::unique_ptr<clang::CFG> graph;
  if (!dependent) { graph = clang::CFG::buildCFG(&function, written, &context.ast, graphOptions()); }
  if (graph != nullptr) {
    reader.readGraph(*graph);
  } else {
    reader.readFlat(*written);
  }
  SuspensionFinder suspensions;
  if (coroutine) { suspensions.look(*written); }
  FunctionFacts& own = context.facts.symbols.functions[id];
  own.defined = true;
  for (const clang::ParmVarDecl* parameter : function.parameters()) {
    own.parameter_names.push_back(context.strings.id(parameter->getName()));
  }
  own.coroutine = coroutine;
  own.yields_only = suspensions.yields && !suspensions.awaits;
  own.uninstantiated = dependent;
  context.facts.unresolved_calls += reader.unresolvedCalls();
  context.facts.bodies.push_back(std::move(body));
}

void readGlobal(UnitContext& context, const clang::VarDecl& variable) {
  const clang::Expr* initializer = variable.getInit();
  if (initializer == nullptr || initializer->isValueDependent()) { return; }
  Body body;
  body.function = context.initializerOf(variable);
  const ExpressionRoles roles(*initializer);
  EventRecorder recorder(context, roles, body, /*is_coroutine=*/false);
  recorder.recordAll(*initializer);
  recorder.recordVariable(variable);
  if (body.events.empty()) { return; }
  body.blocks.push_back({.first = 0, .count = static_cast<uint32_t>(body.events.size())});
  context.facts.symbols.functions[body.function].defined = true;
  context.facts.bodies.push_back(std::move(body));
}

} // namespace nostall
