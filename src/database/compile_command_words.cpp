#include "database/compile_command_words.h"

#include "support/paths.h"

#include <llvm/Support/Allocator.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/StringSaver.h>

#include <algorithm>
#include <optional>

namespace nostall {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Reads one word of a shell command, from `position` on.
class ShellReader {
public:
  explicit ShellReader(std::string_view text) : text_(text) {}

  std::optional<std::string> next() {
    position_ = text_.find_first_not_of(blanks, position_);
    if (position_ == std::string_view::npos) { return std::nullopt; }
    word_.clear();
    while (position_ < text_.size() && blanks.find(text_[position_]) == std::string_view::npos) {
      takePiece();
    }
    return word_;
  }

private:
  void takePiece() {
    const char c = text_[position_++];
    if (c == '\'') {
      takeSingleQuoted();
    } else if (c == '"') {
      takeDoubleQuoted();
    } else if (c == '\\' && position_ < text_.size()) {
      takeEscaped();
    } else {
      word_ += c;
    }
  }

  void takeSingleQuoted() {
    const size_t end = std::min(text_.find('\'', position_), text_.size());
    word_ += text_.substr(position_, end - position_);
    position_ = std::min(end + 1, text_.size());
  }

  void takeDoubleQuoted() {
    while (position_ < text_.size() && text_[position_] != '"') {
      // Inside double quotes a shell keeps the backslash before anything but these.
      if (text_[position_] == '\\' && position_ + 1 < text_.size() &&
          std::string_view("\\\"$`\n").find(text_[position_ + 1]) != std::string_view::npos) {
        ++position_;
        takeEscaped();
      } else {
        word_ += text_[position_++];
      }
    }
    position_ = std::min(position_ + 1, text_.size());
  }

  void takeEscaped() {
    const char c = text_[position_++];
    if (c != '\n') { // a continued line
      word_ += c;
    }
  }

  std::string_view text_;
  size_t position_ = 0;
  std::string word_;
};

class ResponseFiles {
public:
  explicit ResponseFiles(const std::string& directory) : directory_(directory) {}

  void take(const std::string& word) {
    if (word.size() < 2 || word[0] != '@') {
      result_.words.push_back(word);
      return;
    }
    const std::string name = word.substr(1);
    const bool is_module_map = name.ends_with(".modmap");
    result_.has_module_map |= is_module_map;
    const std::string path = absolutePath(name, directory_);
    if (std::find(open_.begin(), open_.end(), path) != open_.end()) { return; }
    const auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
    if (buffer) {
      takeWordsOf(path, (*buffer)->getBuffer());
    } else if (!is_module_map) {
      result_.missing.push_back(name);
    }
  }

  ExpandedWords result() { return std::move(result_); }

private:
  void takeWordsOf(const std::string& path, llvm::StringRef text) {
    llvm::BumpPtrAllocator allocator;
    llvm::StringSaver saver(allocator);
    llvm::SmallVector<const char*, 64> words;
    llvm::cl::TokenizeGNUCommandLine(text, saver, words);
    open_.push_back(path);
    for (const char* word : words) {
      take(word);
    }
    open_.pop_back();
  }

  const std::string& directory_;
  std::vector<std::string> open_; ///< files being read, outermost first
  ExpandedWords result_;
};

} // namespace

std::vector<std::string> shellWords(std::string_view command) {
  ShellReader reader(command);
  std::vector<std::string> words;
  while (std::optional<std::string> word = reader.next()) {
    words.push_back(std::move(*word));
  }
  return words;
}

ExpandedWords expandResponseFiles(const std::vector<std::string>& words, const std::string& directory) {
  ResponseFiles files(directory);
  for (const std::string& word : words) {
    files.take(word);
  }
  return files.result();
}

} // namespace nostall
