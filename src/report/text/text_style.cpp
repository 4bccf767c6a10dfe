#include "report/text/text_style.h"

#include "report/parts/wrap.h"
#include "support/text.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace nostall {

/// As wide as the line numbers of GCC and Clang.
static constexpr size_t number_width = 5;

std::string Style::severity(Severity severity) const {
  std::string text = std::string(toString(severity)) + ":";
  switch (severity) {
  case Severity::Error: return paint("1;31", text);
  case Severity::Warning: return paint("1;35", text);
  case Severity::Note: return paint("1;36", text);
  }
  return text;
}

std::string quoted(const std::string& name) {
  return "'" + printable(name) + "'";
}

std::string placeOf(const std::string& file, uint32_t line, uint32_t column) {
  std::string out = printable(file);
  if (line != 0) { out += ":" + std::to_string(line); }
  if (line != 0 && column != 0) { out += ":" + std::to_string(column); }
  return out;
}

std::string placeOf(const Location& at) {
  return placeOf(at.file, at.line, at.column);
}

/// The lines of a heading behind its place and level.
static std::vector<std::string> headingLines(const TextLayout& layout, size_t used, const std::string& text) {
  constexpr std::string_view indent = "    ";
  if (!layout.wraps_headings || used + displayWidth(text) <= layout.width) { return {text}; }
  // What stands before takes its columns of the first line.
  const std::string lines = wrapped(text, std::string(used, ' '), indent, layout.width);
  std::vector<std::string> split;
  for (size_t begin = 0; begin < lines.size();) {
    const size_t end = lines.find('\n', begin);
    split.push_back(lines.substr(begin, end - begin));
    begin = end + 1;
  }
  split.front().erase(0, used);
  return split;
}

std::string headline(const TextLayout& layout, const std::string& place, Severity severity,
                     const std::string& message, const std::string& tag) {
  const Style& style = layout.style;
  const bool bold = !tag.empty();
  const std::string plain = place + ": " + std::string(toString(severity)) + ": ";
  std::string out = style.bold(place + ":") + " " + style.severity(severity) + " ";
  const std::string text = message + (tag.empty() ? "" : " [" + tag + "]");
  std::vector<std::string> lines = headingLines(layout, displayWidth(plain), text);
  for (std::string& line : lines) {
    const size_t code = std::min(line.find_first_not_of(' '), line.size());
    size_t words = line.size() - code;
    if (&line == &lines.back() && bold) { words -= std::min(words, tag.size() + 3); }
    out += line.substr(0, code);
    if (words > 0) { out += bold ? style.bold(line.substr(code, words)) : line.substr(code, words); }
    out += line.substr(code + words) + "\n";
  }
  return out;
}

std::string gutter(const std::string& number) {
  const size_t missing = number.size() < number_width ? number_width - number.size() : 0;
  return std::string(missing, ' ') + number + " | ";
}

} // namespace nostall
