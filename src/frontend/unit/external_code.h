// Whose code is it? External code is a leaf of every chain and is never reported in.
#pragma once

#include "frontend/unit/frontend_options.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/VirtualFileSystem.h>

namespace nostall {

/// Decides by path, remembering folders. Whether a header is a system header is Clang's to say.
class ExternalCode {
public:
  /// Both outlive it.
  ExternalCode(const FrontendOptions& options, llvm::vfs::FileSystem& files);

  /// Outside the project root, in a folder the user or convention calls external, or in a submodule.
  bool isExternalFile(llvm::StringRef absolute_path);
  /// The path without the project root; unchanged outside of it.
  llvm::StringRef pathInProject(llvm::StringRef absolute_path) const;
  /// In a namespace that a library pack claims.
  bool isExternalNamespace(llvm::StringRef qualified_name) const;
  /// Written by a tool: moc, protoc and the like.
  static bool isGenerated(llvm::StringRef absolute_path);

private:
  bool isExternalFolder(llvm::StringRef folder);

  const FrontendOptions& options_;
  llvm::vfs::FileSystem& files_;
  llvm::StringMap<bool> folders_;
};

} // namespace nostall
