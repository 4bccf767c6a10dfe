// NOLINT comments of the unit's own files.
#pragma once

#include "frontend/unit/file_table.h"

#include <llvm/ADT/ArrayRef.h>

namespace nostall {

/// Reads the directives out of one comment, as clang-tidy understands them: NOLINT, NOLINTNEXTLINE,
/// NOLINTBEGIN, NOLINTEND, each with an optional list in parentheses and a reason after a colon.
/// `line` and `column` are those of the comment's first character.
std::vector<SuppressionComment> readDirectives(llvm::StringRef comment, uint32_t line, uint32_t column,
                                               StringTable& strings);

/// Every directive of every file that Clang read for the unit and that is the project's own.
void readComments(const clang::SourceManager& sources, const clang::LangOptions& language, FileTable& files,
                  StringTable& strings, UnitFacts& facts);

} // namespace nostall
