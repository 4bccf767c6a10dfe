#include "report/parts/source_excerpt.h"

#include "support/text.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace nostall {
namespace {

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

/// Columns that the first character of `text` takes when it stands at `column`.
size_t columnsOf(std::string_view character, size_t column) {
  constexpr size_t tab_stop = 8;
  if (character == "\t") { return tab_stop - column % tab_stop; }
  return displayWidth(printable(character));
}

/// Where each character of the line begins, and at which column; the last entry is the end of the line.
struct Character {
  size_t byte = 0;
  size_t column = 0;
};

std::vector<Character> charactersOf(std::string_view line) {
  std::vector<Character> characters(1);
  while (characters.back().byte < line.size()) {
    const auto [byte, column] = characters.back();
    const std::string_view character = line.substr(byte, characterLength(line.substr(byte)));
    characters.push_back({byte + character.size(), column + columnsOf(character, column)});
  }
  return characters;
}

/// What is shown of the line: all of it when it fits into `width` columns, else what is around `place`.
Bytes shownBytes(std::string_view line, size_t place, size_t width) {
  const std::vector<Character> characters = charactersOf(line);
  if (characters.back().column <= width) { return {0, line.size()}; }
  const size_t room = std::max(width, 2 * cut_mark.size() + 1) - 2 * cut_mark.size();
  const size_t wanted_before = room * 3 / 8;
  const auto at = std::ranges::upper_bound(characters, place, {}, &Character::byte) - 1;
  const auto first = std::ranges::lower_bound(
      characters, at->column < wanted_before ? 0 : at->column - wanted_before, {}, &Character::column);
  auto last = std::ranges::upper_bound(characters, first->column + room, {}, &Character::column) - 1;
  if (last <= first) { last = first + 1; }
  return {first->byte, last->byte};
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

static const SourceLine* findLine(const Report& report, std::string_view file, uint32_t line) {
  const auto found =
      std::lower_bound(report.source_lines.begin(), report.source_lines.end(), std::tuple(file, line),
                       [](const SourceLine& left, const auto& right) {
                         return std::tuple<std::string_view, uint32_t>(left.file, left.line) < right;
                       });
  const bool there = found != report.source_lines.end() && found->file == file && found->line == line;
  return there ? &*found : nullptr;
}

const std::string* findSourceLine(const Report& report, std::string_view file, uint32_t line) {
  const SourceLine* found = findLine(report, file, line);
  return found == nullptr ? nullptr : &found->text;
}

const std::string* findLineHash(const Report& report, std::string_view file, uint32_t line) {
  const SourceLine* found = findLine(report, file, line);
  return found == nullptr || found->hash.empty() ? nullptr : &found->hash;
}

SourceExcerpt sourceExcerpt(std::string_view line, const Location& at, size_t width) {
  if (line.ends_with('\r')) { line.remove_suffix(1); }
  const Bytes marked = markedBytes(line, at);
  const Bytes shown = shownBytes(line, marked.begin, width);
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
  const size_t marks =
      end <= marked.begin
          ? 1
          : displayWidth(printable(line.substr(marked.begin, end - marked.begin), Tabs::Keep));
  excerpt.marks += '^' + std::string(std::max<size_t>(marks, 1) - 1, '~');
  return excerpt;
}

} // namespace nostall
