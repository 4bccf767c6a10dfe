// Places of the unit: Clang's source locations -> FileFacts and SourceRange.
#pragma once

#include "frontend/unit/external_code.h"
#include "frontend/unit/string_table.h"

#include <clang/Basic/LangOptions.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

namespace nostall {

class FileTable {
public:
  /// `working_directory` makes relative names absolute. The references outlive the table.
  FileTable(const clang::SourceManager& sources, const clang::LangOptions& language, ExternalCode& external,
            StringTable& strings, std::vector<FileFacts>& files, std::string working_directory);

  FileId id(clang::FileID file);
  bool isExternal(clang::SourceLocation at);
  /// The place a person would edit: a macro's expansion, not its definition.
  SourceRange range(clang::SourceRange written);
  SourceRange range(clang::SourceLocation token) { return range(clang::SourceRange(token)); }
  std::string absolutePath(llvm::StringRef name) const;
  /// "path:offset" of the place a person would edit: equal in every unit that includes the file, and
  /// wherever the project stands.
  std::string placeKey(clang::SourceLocation at) const;

private:
  const clang::SourceManager& sources_;
  const clang::LangOptions& language_;
  ExternalCode& external_;
  StringTable& strings_;
  std::vector<FileFacts>& files_;
  std::string working_directory_;
  llvm::DenseMap<clang::FileID, FileId> ids_;
  llvm::StringMap<FileId> by_path_; ///< a header without guards is entered several times
};

} // namespace nostall
