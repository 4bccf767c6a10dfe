#include "frontend/snapshots/include_scan.h"

#include <clang/Basic/CharInfo.h>
#include <clang/Basic/LangOptions.h>
#include <clang/Lex/Lexer.h>
#include <llvm/ADT/STLExtras.h>

#include <algorithm>

namespace nostall {

namespace {

enum class Taken : uint8_t { No, Perhaps, Yes };

using IsDefined = llvm::function_ref<bool(llvm::StringRef macro)>;

/// The word of `defined X` or `defined(X)`, when that is all.
llvm::StringRef definedWord(llvm::StringRef condition) {
  if (!condition.consume_front("defined")) { return {}; }
  condition = condition.trim();
  if (condition.consume_front("(") && !condition.consume_back(")")) { return {}; }
  condition = condition.trim();
  const bool is_word = llvm::all_of(condition, [](char c) { return clang::isAsciiIdentifierContinue(c); });
  return is_word ? condition : llvm::StringRef();
}

llvm::StringRef firstWord(llvm::StringRef text) {
  return text.take_until([](char c) { return !clang::isAsciiIdentifierContinue(c); });
}

class Scanner {
public:
  Scanner(llvm::StringRef text, IsDefined is_defined)
      : text_(text), is_defined_(is_defined),
        lexer_(clang::SourceLocation(), language(), text.begin(), text.begin(), text.end()) {}

  ScannedFile scan() {
    result_.size = text_.size();
    clang::Token token;
    for (lexer_.LexFromRawLexer(token); token.isNot(clang::tok::eof);) {
      if (token.is(clang::tok::hash) && token.isAtStartOfLine()) {
        readDirective(token);
        continue;
      }
      if (token.is(clang::tok::l_brace)) { ++braces_; }
      if (token.is(clang::tok::r_brace) && braces_ > 0) { --braces_; }
      begun_ = true;
      has_code_ = true;
      lexer_.LexFromRawLexer(token);
    }
    return std::move(result_);
  }

private:
  static const clang::LangOptions& language() {
    static const clang::LangOptions options = [] {
      clang::LangOptions made;
      made.CPlusPlus = true;
      made.CPlusPlus11 = true;
      made.LineComment = true;
      made.RawStringLiterals = true;
      return made;
    }();
    return options;
  }

  /// The rest of the line from `from` on.
  llvm::StringRef lineFrom(const clang::Token& from) const {
    const size_t begin = offsetOf(from) + from.getLength();
    return text_.substr(begin).take_until([](char c) { return c == '\n'; }).trim();
  }
  size_t offsetOf(const clang::Token& token) const { return token.getLocation().getRawEncoding(); }

  /// `token` is the hash; afterwards the first token of the next line.
  void readDirective(clang::Token& token) {
    lexer_.LexFromRawLexer(token);
    const bool named = token.is(clang::tok::raw_identifier) && !token.isAtStartOfLine();
    const llvm::StringRef directive = named ? token.getRawIdentifier() : llvm::StringRef();
    const llvm::StringRef rest = named ? lineFrom(token) : llvm::StringRef();
    if (directive == "include") { readInclude(rest); }
    if (directive == "pragma" && rest.starts_with("once")) { result_.guarded = true; }
    const bool asks = directive == "ifndef" || (directive == "if" && rest.starts_with("!defined"));
    const bool is_guard = !begun_ && asks;
    if (is_guard) { result_.guarded = true; }
    if (directive != "pragma") { begun_ = true; }
    if (directive == "define" || directive == "undef") { result_.changes.insert(firstWord(rest).str()); }
    readCondition(directive, rest, is_guard);
    while (token.isNot(clang::tok::eof) && !token.isAtStartOfLine()) {
      lexer_.LexFromRawLexer(token);
    }
  }

  void readCondition(llvm::StringRef directive, llvm::StringRef rest, bool is_guard) {
    if (directive.starts_with("if")) {
      branches_.push_back({.braces = braces_});
      beginBranch(holds(directive, rest));
      if (is_guard) { branches_.back().assumes.clear(); } // that it is read at all
    } else if (branches_.empty()) {
      return;
    } else if (directive == "endif") {
      branches_.pop_back();
    } else if (directive.consume_front("el")) {
      braces_ = branches_.back().braces; // those of one branch count
      beginBranch(directive == "se" ? Taken::Yes : holds(directive, rest));
    }
  }

  /// What an #if, #ifdef, #ifndef, or the same after "el", says.
  Taken holds(llvm::StringRef directive, llvm::StringRef rest) {
    rest = rest.take_front(rest.find("//")).take_front(rest.find("/*")).trim();
    bool negated = directive == "ifndef";
    llvm::StringRef word;
    if (directive == "if") {
      if (rest == "0") { return Taken::No; }
      if (rest == "1") { return Taken::Yes; }
      negated = rest.consume_front("!");
      word = definedWord(rest.trim());
    } else {
      word = firstWord(rest);
    }
    if (word.empty() || result_.changes.contains(word.str())) { return Taken::Perhaps; }
    const bool is_defined = is_defined_(word);
    if (!is_defined) { branches_.back().assumes.push_back(word.str()); }
    return is_defined != negated ? Taken::Yes : Taken::No;
  }

  void beginBranch(Taken condition) {
    Branch& branch = branches_.back();
    if (branch.before == Taken::Yes) { condition = Taken::No; }
    if (branch.before == Taken::Perhaps) { condition = std::min(condition, Taken::Perhaps); }
    branch.taken = condition;
    branch.before = std::max(branch.before, condition);
  }

  void readInclude(llvm::StringRef rest) {
    if (rest.empty() || (rest[0] != '<' && rest[0] != '"')) { return; }
    const size_t end = rest.find(rest[0] == '<' ? '>' : '"', 1);
    if (end == llvm::StringRef::npos) { return; }
    const bool taken =
        llvm::all_of(branches_, [](const Branch& branch) { return branch.taken == Taken::Yes; });
    ScannedInclude include{rest.slice(1, end).str(), rest[0] == '<', braces_ > 0, taken};
    for (const Branch& branch : branches_) {
      include.assumes.insert(include.assumes.end(), branch.assumes.begin(), branch.assumes.end());
    }
    include.after_code = has_code_;
    result_.includes.push_back(std::move(include));
  }

  struct Branch {
    unsigned braces = 0; ///< open where the condition begins
    Taken taken = Taken::No;
    Taken before = Taken::No;         ///< one of the branches up to this one
    std::vector<std::string> assumes; ///< of all branches up to this one
  };

  llvm::StringRef text_;
  IsDefined is_defined_;
  clang::Lexer lexer_;
  ScannedFile result_;
  std::vector<Branch> branches_; ///< around the place, outermost first
  unsigned braces_ = 0;
  bool begun_ = false; ///< something other than a pragma was seen
  bool has_code_ = false;
};

} // namespace

ScannedFile scanIncludes(llvm::StringRef text, llvm::function_ref<bool(llvm::StringRef macro)> is_defined) {
  return Scanner(text, is_defined).scan();
}

namespace {

/// Whether one of the places where the word stands by itself passes.
bool anyPlaceOf(llvm::StringRef word, llvm::StringRef text, llvm::function_ref<bool(size_t at)> passes) {
  const auto continues = [&](size_t at) {
    return at < text.size() && clang::isAsciiIdentifierContinue(text[at]);
  };
  for (size_t at = text.find(word); at != llvm::StringRef::npos; at = text.find(word, at + 1)) {
    // Before the first character the index is too large.
    if (!continues(at - 1) && !continues(at + word.size()) && passes(at)) { return true; }
  }
  return false;
}

} // namespace

bool mentionsWord(llvm::StringRef text, llvm::StringRef word) {
  return anyPlaceOf(word, text, [](size_t) { return true; });
}

bool asksForWord(llvm::StringRef text, llvm::StringRef word) {
  return anyPlaceOf(word, text, [&](size_t at) {
    llvm::StringRef before = text.take_front(at).rtrim(" \t");
    const bool changes = before.consume_back("define") || before.consume_back("undef");
    return !changes || !before.rtrim(" \t").ends_with("#");
  });
}

std::string guardedText(llvm::StringRef text, size_t offset, llvm::StringRef word) {
  const auto withoutSpaces = [](llvm::StringRef line) {
    std::string kept;
    llvm::copy_if(line.split("/*").first, std::back_inserter(kept),
                  [](char c) { return !clang::isWhitespace(c); });
    return kept;
  };
  const std::string begin = ("#ifndef" + word).str();
  const std::string definition = ("#define" + word).str();
  const size_t line_end = std::min(text.find('\n', offset), text.size());
  size_t line_begin = line_end;
  while (true) {
    const llvm::StringRef before = text.take_front(line_begin).rtrim('\n');
    const size_t newline = before.rfind('\n');
    line_begin = newline == llvm::StringRef::npos ? 0 : newline + 1;
    const std::string line = withoutSpaces(before.drop_front(line_begin));
    if (line == begin) { break; }
    const bool may_be_guarded = line.empty() || line == definition || line.starts_with("typedef");
    if (!may_be_guarded || line_begin == 0) { return {}; }
  }
  llvm::SmallVector<llvm::StringRef> lines;
  text.drop_front(line_begin).split(lines, '\n', /*MaxSplit=*/8);
  std::string guarded;
  for (const llvm::StringRef line : llvm::drop_begin(lines)) {
    const std::string next = withoutSpaces(line);
    if (next == "#endif") { return guarded; }
    if (next != definition && !next.starts_with("typedef")) { return {}; }
    guarded += next;
  }
  return {};
}

} // namespace nostall
