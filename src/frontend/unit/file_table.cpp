#include "frontend/unit/file_table.h"

#include <clang/Lex/Lexer.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace nostall {

FileTable::FileTable(const clang::SourceManager& sources, const clang::LangOptions& language,
                     ExternalCode& external, StringTable& strings, std::vector<FileFacts>& files,
                     std::string working_directory)
    : sources_(sources), language_(language), external_(external), strings_(strings), files_(files),
      working_directory_(std::move(working_directory)) {}

std::string FileTable::absolutePath(llvm::StringRef name) const {
  llvm::SmallString<256> path(name);
  llvm::sys::fs::make_absolute(working_directory_, path);
  // ".." is folded by spelling: a symbolic link on the way would change its meaning, but builds that
  // climb out of links are rarer than builds that say ../include.
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

std::string FileTable::placeKey(clang::SourceLocation at) const {
  const clang::SourceLocation place = sources_.getExpansionLoc(at);
  const std::string path = absolutePath(sources_.getFilename(place));
  return external_.pathInProject(path).str() + ":" + std::to_string(sources_.getFileOffset(place));
}

FileId FileTable::id(clang::FileID file) {
  const auto [entry, added] = ids_.try_emplace(file, static_cast<FileId>(files_.size()));
  if (!added) { return entry->second; }
  const clang::SourceLocation start = sources_.getLocForStartOfFile(file);
  const auto ref = sources_.getFileEntryRefForID(file);
  const std::string path = ref ? absolutePath(ref->getName()) : std::string();
  const auto [known, is_new] = by_path_.try_emplace(path, entry->second);
  entry->second = known->second;
  if (is_new) {
    const bool external = !ref || sources_.isInSystemHeader(start) || external_.isExternalFile(path);
    files_.push_back({strings_.id(path), external, ExternalCode::isGenerated(path)});
  }
  return entry->second;
}

bool FileTable::isExternal(clang::SourceLocation at) {
  if (at.isInvalid()) { return true; }
  return files_[id(sources_.getFileID(sources_.getExpansionLoc(at)))].external;
}

SourceRange FileTable::range(clang::SourceRange written) {
  if (written.isInvalid()) { return {}; }
  const clang::CharSourceRange expansion = sources_.getExpansionRange(written);
  const auto [file, begin] = sources_.getDecomposedLoc(expansion.getBegin());
  auto [end_file, end] = sources_.getDecomposedLoc(expansion.getEnd());
  if (expansion.isTokenRange()) {
    end += clang::Lexer::MeasureTokenLength(expansion.getEnd(), sources_, language_);
  }
  if (end_file != file || end < begin) { end = begin; }
  SourceRange range;
  range.file = id(file);
  range.line = sources_.getLineNumber(file, begin);
  range.column = sources_.getColumnNumber(file, begin);
  range.end_line = sources_.getLineNumber(file, end);
  range.end_column = sources_.getColumnNumber(file, end);
  return range;
}

} // namespace nostall
