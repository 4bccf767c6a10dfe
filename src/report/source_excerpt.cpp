#include "report/source_excerpt.h"

#include "support/text.h"

#include <algorithm>
#include <tuple>

namespace nostall {
namespace {

/// Longer lines are generated or minified; a terminal shows only what is near the place.
constexpr size_t longest_line = 200;
constexpr size_t shown_before = 60;
constexpr size_t shown_of_long_line = 160;
constexpr std::string_view cut_mark = "...";

/// A half-open range of bytes of the line.
struct Bytes {
  size_t begin = 0;
  size_t end = 0;
};

/// Where the marks go. A range that goes on in the next line is marked to the end of this one.
Bytes markedBytes(std::string_view line, const Location& at) {
  Bytes marked;
  marked.begin = std::min<size_t>(at.column == 0 ? 0 : at.column - 1, line.size());
  marked.end = line.size();
  if (at.end_line <= at.line) {
    marked.end = std::min<size_t>(at.end_column == 0 ? 0 : at.end_column - 1, line.size());
  }
  while (marked.end > marked.begin && (line[marked.end - 1] == ' ' || line[marked.end - 1] == '\t')) {
    --marked.end;
  }
  marked.end = std::max(marked.begin, marked.end);
  return marked;
}

/// The start of the character that `position` is in.
size_t characterStart(std::string_view line, size_t position) {
  const size_t first = position < 3 ? 0 : position - 3;
  for (size_t start = first; start < position; ++start) {
    if (start + characterLength(line.substr(start)) > position) { return start; }
  }
  return position;
}

Bytes shownBytes(std::string_view line, size_t place) {
  if (line.size() <= longest_line) { return {0, line.size()}; }
  const size_t begin = place < shown_before ? 0 : characterStart(line, place - shown_before);
  const size_t end = std::min(line.size(), begin + shown_of_long_line);
  return {begin, end == line.size() ? end : characterStart(line, end)};
}

/// What keeps a terminal's cursor in step with `text`: its tabs, and a space for each other column.
std::string blank(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t length = characterLength(text);
    const std::string_view character = text.substr(0, length);
    if (character == "\t") {
      out += '\t';
    } else {
      out.append(displayWidth(printable(character)), ' ');
    }
    text.remove_prefix(length);
  }
  return out;
}

} // namespace

const std::string* findSourceLine(const Report& report, std::string_view file, uint32_t line) {
  const auto found =
      std::lower_bound(report.source_lines.begin(), report.source_lines.end(), std::tuple(file, line),
                       [](const SourceLine& left, const auto& right) {
                         return std::tuple<std::string_view, uint32_t>(left.file, left.line) < right;
                       });
  const bool there = found != report.source_lines.end() && found->file == file && found->line == line;
  return there ? &found->text : nullptr;
}

SourceExcerpt sourceExcerpt(std::string_view line, const Location& at) {
  if (line.ends_with('\r')) { line.remove_suffix(1); }
  const Bytes marked = markedBytes(line, at);
  const Bytes shown = shownBytes(line, marked.begin);
  const std::string_view before = shown.begin == 0 ? "" : cut_mark;
  const std::string_view after = shown.end == line.size() ? "" : cut_mark;
  SourceExcerpt excerpt;
  excerpt.code = before;
  excerpt.code += printable(line.substr(shown.begin, shown.end - shown.begin), Tabs::Keep);
  excerpt.code += after;
  if (at.column == 0) { return excerpt; }
  excerpt.marks = std::string(before.size(), ' ');
  excerpt.marks += blank(line.substr(shown.begin, marked.begin - shown.begin));
  const size_t end = std::min(marked.end, shown.end);
  const size_t width =
      end <= marked.begin
          ? 1
          : displayWidth(printable(line.substr(marked.begin, end - marked.begin), Tabs::Keep));
  excerpt.marks += '^' + std::string(std::max<size_t>(width, 1) - 1, '~');
  return excerpt;
}

} // namespace nostall
