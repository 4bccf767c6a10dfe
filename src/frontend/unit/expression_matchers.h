// Which calls of a unit the matcher expressions of rules and packs match.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/ASTMatchers/ASTMatchers.h>
#include <llvm/ADT/DenseMap.h>

#include <optional>
#include <string>
#include <vector>

namespace nostall {

/// A parsed expression, or why there is none.
struct ParsedMatcher {
  std::optional<clang::ast_matchers::internal::DynTypedMatcher> matcher;
  std::string mistake; ///< no full stop
};

ParsedMatcher parseMatcher(const std::string& expression);

/// The calls that each expression matches: the node that it binds as "call", else the one it begins with.
class ExpressionMatches {
public:
  /// Runs the expressions (those with mistakes match nothing) on `declarations` and all inside of them,
  /// instantiations of templates too.
  void find(clang::ASTContext& context, const std::vector<const clang::Decl*>& declarations,
            const std::vector<std::string>& expressions);

  /// Indices of the expressions, sorted.
  llvm::ArrayRef<uint32_t> of(const clang::Expr& call) const;

private:
  llvm::DenseMap<const clang::Expr*, std::vector<uint32_t>> found_;
};

} // namespace nostall
