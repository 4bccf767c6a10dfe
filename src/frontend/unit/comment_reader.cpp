#include "frontend/unit/comment_reader.h"

#include <clang/Lex/Lexer.h>
#include <llvm/ADT/SmallVector.h>

namespace nostall {

namespace {

struct Directive {
  llvm::StringRef word;
  CommentKind kind;
};

/// Longest first: NOLINT is the beginning of the others.
constexpr Directive directives[] = {
    {"NOLINTNEXTLINE", CommentKind::NextLine},
    {"NOLINTBEGIN", CommentKind::Begin},
    {"NOLINTEND", CommentKind::End},
    {"NOLINT", CommentKind::Line},
};

const Directive* directiveAt(llvm::StringRef text) {
  for (const Directive& directive : directives) {
    if (text.starts_with(directive.word)) { return &directive; }
  }
  return nullptr;
}

/// "(a, b)" at the start of `text`: the names, and what follows. No parenthesis: bare.
llvm::StringRef readNames(llvm::StringRef text, SuppressionComment& comment, StringTable& strings) {
  if (!text.starts_with("(")) {
    comment.bare = true;
    return text;
  }
  const size_t end = text.find(')');
  if (end == llvm::StringRef::npos) {
    comment.bare = true; // as clang-tidy reads it
    return text;
  }
  llvm::SmallVector<llvm::StringRef, 4> names;
  text.slice(1, end).split(names, ',');
  for (const llvm::StringRef name : names) {
    if (!name.trim().empty()) { comment.names.push_back(strings.id(name.trim())); }
  }
  return text.substr(end + 1);
}

llvm::StringRef reasonIn(llvm::StringRef rest) {
  rest = rest.take_until([](char c) { return c == '\n'; }).ltrim();
  if (!rest.consume_front(":")) { return {}; }
  rest = rest.trim();
  rest.consume_back("*/");
  return rest.trim();
}

void readTokens(clang::Lexer& lexer, const clang::SourceManager& sources, FileId file, StringTable& strings,
                UnitFacts& facts) {
  clang::Token token;
  // The last token of a file comes together with its end.
  for (bool end = false; !end;) {
    end = lexer.LexFromRawLexer(token);
    if (token.isNot(clang::tok::comment)) { continue; }
    const llvm::StringRef text(sources.getCharacterData(token.getLocation()), token.getLength());
    const uint32_t line = sources.getSpellingLineNumber(token.getLocation());
    const uint32_t column = sources.getSpellingColumnNumber(token.getLocation());
    for (SuppressionComment& comment : readDirectives(text, line, column, strings)) {
      comment.file = file;
      facts.comments.push_back(std::move(comment));
    }
  }
}

} // namespace

std::vector<SuppressionComment> readDirectives(llvm::StringRef comment, uint32_t line, uint32_t column,
                                               StringTable& strings) {
  std::vector<SuppressionComment> found;
  for (size_t at = comment.find("NOLINT"); at != llvm::StringRef::npos; at = comment.find("NOLINT", at)) {
    const Directive& directive = *directiveAt(comment.substr(at));
    const llvm::StringRef before = comment.take_front(at);
    SuppressionComment result;
    result.kind = directive.kind;
    result.line = line + static_cast<uint32_t>(before.count('\n'));
    const size_t line_start = before.rfind('\n');
    result.column = line_start == llvm::StringRef::npos ? column + static_cast<uint32_t>(at)
                                                        : static_cast<uint32_t>(at - line_start);
    const llvm::StringRef rest = readNames(comment.substr(at + directive.word.size()), result, strings);
    result.reason = strings.id(reasonIn(rest));
    found.push_back(std::move(result));
    at += directive.word.size();
  }
  return found;
}

void readComments(const clang::SourceManager& sources, const clang::LangOptions& language, FileTable& files,
                  StringTable& strings, UnitFacts& facts) {
  llvm::DenseSet<FileId> done;
  for (unsigned index = 0; index < sources.local_sloc_entry_size(); ++index) {
    const clang::SrcMgr::SLocEntry& entry = sources.getLocalSLocEntry(index);
    if (!entry.isFile()) { continue; }
    const clang::FileID file =
        sources.getFileID(clang::SourceLocation::getFromRawEncoding(entry.getOffset()));
    const auto buffer = sources.getBufferOrNone(file);
    if (!buffer || buffer->getBuffer().find("NOLINT") == llvm::StringRef::npos) { continue; }
    const FileId id = files.id(file);
    if (facts.symbols.files[id].external || !done.insert(id).second) { continue; }
    clang::Lexer lexer(file, *buffer, sources, language);
    lexer.SetCommentRetentionState(true);
    readTokens(lexer, sources, id, strings, facts);
  }
}

} // namespace nostall
