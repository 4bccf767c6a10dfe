// What a local number is put together from before it is used: `flags |= O_NONBLOCK;`.
#pragma once

#include <clang/AST/Expr.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

#include <vector>

namespace nostall {

struct FlagPart {
  const clang::Expr* bits = nullptr;
  bool added = true; ///< else cleared: `flags &= ~bits`
};

class FlagVariables {
public:
  /// What `variable`, a local number, may be made of where `use` stands, in order: by the assignments before
  /// it in the text. Those in another branch only add.
  std::vector<FlagPart> partsOf(const clang::VarDecl& variable, clang::SourceLocation use,
                                const clang::SourceManager& sources);

  struct Assignment {
    const clang::Expr* value = nullptr;
    bool keeps = false;        ///< `|=`, `&=`
    clang::SourceRange branch; ///< the innermost branch or loop around it; invalid when there is none
  };

private:
  void collect(const clang::VarDecl& variable);

  llvm::DenseMap<const clang::VarDecl*, std::vector<Assignment>> assignments_;
  llvm::DenseMap<const clang::Decl*, bool> collected_; // functions
};

} // namespace nostall
