#include "report/parts/wrap.h"

#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

/// Code between backticks is kept together up to this length.
constexpr size_t longest_whole_code = 72;

/// Where the word that begins at `begin` ends: at a space, but not at one inside of `short code`.
size_t wordEnd(std::string_view text, size_t begin) {
  const size_t end = std::min(text.find(' ', begin), text.size());
  const auto backticks = std::count(text.begin() + begin, text.begin() + end, '`');
  if (backticks % 2 == 0) { return end; }
  const size_t closing = text.find('`', end);
  if (closing == std::string_view::npos || closing - begin > longest_whole_code) { return end; }
  return std::min(text.find(' ', closing), text.size());
}

/// The next word of `text` with the spaces before it; both are taken off `text`.
std::string_view takeWord(std::string_view& text) {
  const size_t begin = text.find_first_not_of(' ');
  const size_t end = begin == std::string_view::npos ? text.size() : wordEnd(text, begin);
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(word.size());
  return word;
}

std::string_view withoutSpacesBefore(std::string_view word) {
  const size_t begin = word.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view() : word.substr(begin);
}

/// One line of the text, as one or more lines that begin with `first` and then `rest`.
void appendLine(std::string& out, std::string_view line, std::string_view first, std::string_view rest,
                size_t width) {
  std::string current(first);
  bool empty = true;
  while (!line.empty()) {
    const std::string_view word = takeWord(line);
    if (!empty && displayWidth(current) + displayWidth(word) > width) {
      out += current + '\n';
      current = rest;
      current += withoutSpacesBefore(word);
    } else {
      current += word;
    }
    empty = false;
  }
  const size_t end = current.find_last_not_of(' ');
  out += current.substr(0, end == std::string::npos ? 0 : end + 1) + '\n';
}

} // namespace

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest, size_t width) {
  std::string out;
  while (!text.empty() && text.back() == '\n') {
    text.remove_suffix(1);
  }
  while (true) {
    const size_t end = text.find('\n');
    appendLine(out, printable(text.substr(0, end)), first, rest, width);
    if (end == std::string_view::npos) { return out; }
    text.remove_prefix(end + 1);
    first = rest;
  }
}

std::string padded(std::string text, size_t width) {
  const size_t columns = displayWidth(text);
  if (columns < width) { text.append(width - columns, ' '); }
  return text;
}

} // namespace nostall
