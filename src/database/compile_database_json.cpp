#include "database/compile_database_json.h"

#include "database/compile_command_words.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nostall {
namespace {

constexpr size_t most_problems = 20; ///< a file that is wrong throughout is wrong for one reason
constexpr int deepest = 64;          ///< of nested values; entries need two
constexpr std::string_view digits = "0123456789abcdefABCDEF";

/// Line and column of offsets that mostly grow.
class Places {
public:
  explicit Places(std::string_view text) : text_(text) {}

  std::pair<uint32_t, uint32_t> at(size_t offset) {
    if (offset < seen_) {
      seen_ = line_start_ = 0;
      line_ = 1;
    }
    for (; seen_ < offset && seen_ < text_.size(); ++seen_) {
      if (text_[seen_] == '\n') {
        ++line_;
        line_start_ = seen_ + 1;
      }
    }
    return {line_, static_cast<uint32_t>(offset - line_start_ + 1)};
  }

private:
  std::string_view text_;
  size_t seen_ = 0;
  size_t line_start_ = 0;
  uint32_t line_ = 1;
};

void appendUtf8(uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (code & 0x3F));
}

/// JSON as far as a database needs it. A mistake of JSON sets `error()` and every later read fails.
class JsonReader {
public:
  explicit JsonReader(std::string_view text) : text_(text) {}

  /// Empty while all is well.
  const std::string& error() const { return error_; }
  size_t position() const { return position_; }
  bool failed() const { return !error_.empty(); }

  /// The next byte that is not blank; 0 at the end.
  char peek() {
    position_ = std::min(text_.find_first_not_of(" \t\r\n", position_), text_.size());
    return position_ < text_.size() ? text_[position_] : '\0';
  }

  bool atEnd() { return peek() == '\0' && position_ == text_.size(); }

  bool accept(char wanted) {
    if (failed() || peek() != wanted || position_ == text_.size()) { return false; }
    ++position_;
    return true;
  }

  bool expect(char wanted, std::string_view where) {
    if (accept(wanted)) { return true; }
    fail(std::string("expected '") + wanted + "' " + std::string(where));
    return false;
  }

  std::string readString() {
    std::string out;
    if (!expect('"', "where a string begins")) { return out; }
    while (!failed() && position_ < text_.size() && text_[position_] != '"') {
      readCharacter(out);
    }
    if (!failed() && position_ == text_.size()) { fail("the file ends inside a string: it may be cut off"); }
    ++position_;
    return out;
  }

  /// Skips a value of any kind.
  void skipValue(int depth = 0) {
    const char c = peek();
    if (depth > deepest) {
      fail("values are nested too deeply for a compilation database");
    } else if (c == '"') {
      readString();
    } else if (c == '[') {
      skipList(']', depth);
    } else if (c == '{') {
      skipList('}', depth);
    } else {
      skipWord();
    }
  }

  /// Calls `item` for each element until `close`; the opening bracket is read already.
  template <typename Item>
  void forEach(char close, Item item) {
    if (accept(close)) { return; }
    do {
      item();
    } while (accept(','));
    expect(close, atEnd() ? "but the file ends: it may be cut off" : "or ',' here");
  }

private:
  void fail(std::string message) {
    if (error_.empty()) { error_ = std::move(message); }
  }

  void skipList(char close, int depth) {
    ++position_;
    forEach(close, [&] {
      if (close == '}') {
        readString();
        expect(':', "after a key");
      }
      skipValue(depth + 1);
    });
  }

  void skipWord() {
    const size_t end = std::min(
        text_.find_first_not_of("+-.0123456789abcdefghijklmnopqrstuvwxyzE", position_), text_.size());
    if (end == position_) {
      fail(atEnd() ? "the file ends where a value is expected: it may be cut off"
                   : "this is not JSON: expected a value");
    }
    position_ = end;
  }

  void readCharacter(std::string& out) {
    const auto c = static_cast<unsigned char>(text_[position_]);
    if (c < 0x20) {
      fail("a control character inside a string: JSON wants it escaped");
      return;
    }
    ++position_;
    if (c == '\\') {
      readEscape(out);
    } else {
      out += static_cast<char>(c);
    }
  }

  void readEscape(std::string& out) {
    const char c = position_ < text_.size() ? text_[position_++] : '\0';
    if (c == 'u') {
      readCode(out);
      return;
    }
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    const size_t which = names.find(c);
    if (which == std::string_view::npos || c == '\0') {
      --position_;
      fail("unknown escape in a string");
      return;
    }
    out += values[which];
  }

  void readCode(std::string& out) {
    uint32_t code = readHex();
    if (code >= 0xD800 && code < 0xDC00 && text_.substr(position_, 2) == "\\u") {
      position_ += 2;
      const uint32_t low = readHex();
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      } else {
        code = 0xFFFD;
      }
    }
    // Python writes a byte of a file name that is not UTF-8 as one of these.
    if (code >= 0xDC80 && code <= 0xDCFF) {
      out += static_cast<char>(code - 0xDC00);
      return;
    }
    appendUtf8(code >= 0xD800 && code < 0xE000 ? 0xFFFD : code, out);
  }

  uint32_t readHex() {
    const std::string hex(text_.substr(position_, 4));
    if (hex.size() != 4 || hex.find_first_not_of(digits) != std::string::npos) {
      fail("\\u wants four hexadecimal digits");
      return 0;
    }
    position_ += 4;
    return static_cast<uint32_t>(std::stoul(hex, nullptr, 16));
  }

  std::string_view text_;
  size_t position_ = 0;
  std::string error_;
};

class DatabaseReader {
public:
  DatabaseReader(std::string_view text, const std::string& path) : path_(path), places_(text), json_(text) {}

  DatabaseText read() {
    if (json_.atEnd()) {
      problem(0, "the compilation database is empty: build the project again to fill it");
    } else if (json_.accept('[')) {
      json_.forEach(']', [this] { readEntry(); });
      if (!json_.failed() && !json_.atEnd()) {
        problem(json_.position(), "something follows the list of entries");
      }
    } else {
      problem(json_.position(), "a compilation database must be a JSON array of entries");
    }
    tellOfMore();
    if (json_.failed()) { tell(json_.position(), json_.error() + kept()); }
    return std::move(result_);
  }

private:
  std::string kept() const {
    const size_t count = result_.entries.size();
    return count == 1 ? "; the 1 entry before it is used"
                      : "; the " + std::to_string(count) + " entries before it are used";
  }

  void readEntry() {
    if (json_.failed()) { return; }
    json_.peek();
    const size_t start = json_.position();
    good_ = true;
    entry_ = {};
    command_.clear();
    std::tie(entry_.line, entry_.column) = places_.at(start);
    if (!json_.accept('{')) {
      json_.skipValue();
      problem(start, "an entry must be an object with \"directory\", \"file\" and \"command\" or "
                     "\"arguments\"");
      return;
    }
    json_.forEach('}', [this] { readField(); });
    if (!json_.failed() && good_) { finishEntry(start); }
  }

  void readField() {
    const std::string key = json_.readString();
    json_.expect(':', "after a key");
    if (key == "directory") {
      readText(key, entry_.directory);
    } else if (key == "file") {
      readText(key, entry_.file);
    } else if (key == "output") {
      readText(key, entry_.output);
    } else if (key == "command") {
      readText(key, command_);
    } else if (key == "arguments") {
      readArguments();
    } else {
      json_.skipValue();
    }
  }

  void readText(const std::string& key, std::string& out) {
    if (json_.failed()) { return; }
    const char c = json_.peek();
    const size_t start = json_.position();
    if (c != '"') {
      json_.skipValue();
      wrong(start, "\"" + key + "\" must be a string");
      return;
    }
    out = json_.readString();
    if (out.find('\0') != std::string::npos) {
      wrong(start, "\"" + key + "\" holds a NUL character, which no command can have");
    }
  }

  void readArguments() {
    json_.peek();
    const size_t start = json_.position();
    if (!json_.accept('[')) {
      json_.skipValue();
      wrong(start, "\"arguments\" must be an array of strings");
      return;
    }
    entry_.arguments.clear();
    json_.forEach(']', [this] {
      std::string word;
      readText("arguments", word);
      entry_.arguments.push_back(std::move(word));
    });
  }

  void finishEntry(size_t start) {
    if (entry_.file.empty()) {
      problem(start, "the entry has no \"file\" and was left out");
      return;
    }
    if (entry_.arguments.empty()) { entry_.arguments = shellWords(command_); }
    result_.entries.push_back(std::move(entry_));
  }

  void wrong(size_t offset, const std::string& message) {
    good_ = false;
    problem(offset, message + "; the entry was left out");
  }

  /// Once the text is no JSON what it seems to hold says nothing.
  void problem(size_t offset, std::string message) {
    if (!json_.failed() && ++problem_count_ <= most_problems) { tell(offset, std::move(message)); }
  }

  void tell(size_t offset, std::string message) {
    const auto [line, column] = places_.at(offset);
    result_.problems.push_back({path_, line, column, std::move(message)});
  }

  void tellOfMore() {
    if (problem_count_ > most_problems) {
      result_.problems.push_back(
          {path_, 0, 0, std::to_string(problem_count_ - most_problems) + " more entries could not be read"});
    }
  }

  const std::string& path_;
  Places places_;
  JsonReader json_;
  DatabaseText result_;
  DatabaseEntry entry_;
  std::string command_;
  bool good_ = true;
  size_t problem_count_ = 0;
};

} // namespace

DatabaseText readDatabaseText(std::string_view text, const std::string& path) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    DatabaseText result;
    result.problems.push_back({path, 1, 1, "the compilation database is UTF-16 text: save it as UTF-8"});
    return result;
  }
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) { text.remove_prefix(byte_order_mark.size()); }
  return DatabaseReader(text, path).read();
}

} // namespace nostall
