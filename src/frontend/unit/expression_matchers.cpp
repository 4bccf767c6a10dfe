#include "frontend/unit/expression_matchers.h"

#include "frontend/unit/match_expressions.h"

#include <clang/AST/ExprCXX.h>
#include <clang/ASTMatchers/ASTMatchFinder.h>
#include <clang/ASTMatchers/Dynamic/Diagnostics.h>
#include <clang/ASTMatchers/Dynamic/Parser.h>

#include <algorithm>
#include <memory>

namespace nostall {
namespace {

constexpr char whole_match[] = "nostall.match";
constexpr char named_call[] = "call";

bool canBeCall(clang::ASTNodeKind kind) {
  const auto related = [&](clang::ASTNodeKind call) { return kind.isBaseOf(call) || call.isBaseOf(kind); };
  return related(clang::ASTNodeKind::getFromNodeKind<clang::CallExpr>()) ||
         related(clang::ASTNodeKind::getFromNodeKind<clang::CXXConstructExpr>());
}

/// "Matcher not found: calExpr (at 1:1 of the expression)"
std::string firstError(const clang::ast_matchers::dynamic::Diagnostics& diagnostics) {
  const std::string all = diagnostics.toString();
  const std::string first = all.substr(0, all.find('\n'));
  // Clang writes "1:5: what is wrong".
  const size_t place = first.find(": ");
  if (place == std::string::npos) { return first; }
  return first.substr(place + 2) + " (at " + first.substr(0, place) + " of the expression)";
}

class Collector : public clang::ast_matchers::MatchFinder::MatchCallback {
public:
  Collector(uint32_t expression, llvm::DenseMap<const clang::Expr*, std::vector<uint32_t>>& found)
      : expression_(expression), found_(found) {}

  void run(const clang::ast_matchers::MatchFinder::MatchResult& result) override {
    const auto* call = result.Nodes.getNodeAs<clang::Expr>(named_call);
    if (call == nullptr) { call = result.Nodes.getNodeAs<clang::Expr>(whole_match); }
    if (call == nullptr) { return; }
    std::vector<uint32_t>& known = found_[call];
    if (known.empty() || known.back() != expression_) { known.push_back(expression_); }
  }

private:
  uint32_t expression_;
  llvm::DenseMap<const clang::Expr*, std::vector<uint32_t>>& found_;
};

} // namespace

ParsedMatcher parseMatcher(const std::string& expression) {
  clang::ast_matchers::dynamic::Diagnostics diagnostics;
  llvm::StringRef code = expression;
  auto matcher = clang::ast_matchers::dynamic::Parser::parseMatcherExpression(code, &diagnostics);
  if (!matcher) { return {std::nullopt, firstError(diagnostics)}; }
  if (!canBeCall(matcher->getSupportedKind())) {
    return {std::nullopt, "it matches a " + matcher->getSupportedKind().asStringRef().str() +
                              ", and only calls and constructions are asked"};
  }
  return {matcher->tryBind(whole_match), {}};
}

void ExpressionMatches::find(clang::ASTContext& context, const std::vector<const clang::Decl*>& declarations,
                             const std::vector<std::string>& expressions) {
  if (expressions.empty() || declarations.empty()) { return; }
  clang::ast_matchers::MatchFinder finder;
  std::vector<std::unique_ptr<Collector>> collectors;
  for (uint32_t i = 0; i < expressions.size(); ++i) {
    const ParsedMatcher parsed = parseMatcher(expressions[i]);
    if (!parsed.matcher) { continue; }
    collectors.push_back(std::make_unique<Collector>(i, found_));
    finder.addDynamicMatcher(*parsed.matcher, collectors.back().get());
  }
  // The user's own declarations: walking all of the unit would load all of a precompiled header.
  std::vector<clang::Decl*> scope;
  for (const clang::Decl* declaration : declarations) {
    scope.push_back(const_cast<clang::Decl*>(declaration));
  }
  context.setTraversalScope(scope);
  finder.matchAST(context);
  context.setTraversalScope({context.getTranslationUnitDecl()});
  for (auto& [call, indices] : found_) {
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  }
}

llvm::ArrayRef<uint32_t> ExpressionMatches::of(const clang::Expr& call) const {
  const auto known = found_.find(&call);
  return known == found_.end() ? llvm::ArrayRef<uint32_t>() : llvm::ArrayRef<uint32_t>(known->second);
}

std::optional<Problem> mistakeIn(const MatchEntry& entry) {
  const ParsedMatcher parsed = parseMatcher(entry.expression);
  if (parsed.matcher) { return std::nullopt; }
  const SourceOfRule& source = entry.block.source;
  return Problem{.file = source.file,
                 .line = source.line,
                 .column = source.column,
                 .message = "this is no matcher of calls: " + parsed.mistake};
}

} // namespace nostall
