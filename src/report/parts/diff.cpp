#include "report/parts/diff.h"

#include "report/parts/source_excerpt.h"
#include "support/text.h"

#include <algorithm>
#include <sstream>

namespace nostall {
namespace {

/// Edits whose lines touch.
struct Hunk {
  uint32_t first_line = 0;
  uint32_t last_line = 0;
  std::vector<const Edit*> edits;
};

std::vector<Hunk> hunksOf(const Fix& fix) {
  std::vector<Hunk> hunks;
  for (const Edit& edit : fix.edits) {
    const uint32_t last = std::max(edit.at.line, edit.at.end_line);
    if (hunks.empty() || edit.at.line > hunks.back().last_line) { hunks.push_back({edit.at.line, last, {}}); }
    hunks.back().last_line = std::max(hunks.back().last_line, last);
    hunks.back().edits.push_back(&edit);
  }
  return hunks;
}

void addLines(const std::string& text, char sign, std::vector<DiffLine>& out) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    out.push_back({sign, line});
  }
}

} // namespace

std::vector<DiffLine> diffOf(const Report& report, const Fix& fix) {
  std::vector<DiffLine> out;
  for (const Hunk& hunk : hunksOf(fix)) {
    std::string before;
    std::vector<size_t> starts;
    for (uint32_t line = hunk.first_line; line <= hunk.last_line; ++line) {
      const std::string* text = findSourceLine(report, fix.edits.front().at.file, line);
      if (text == nullptr) { return {}; }
      starts.push_back(before.size());
      before += *text + "\n";
    }
    std::string after = before;
    for (auto edit = hunk.edits.rbegin(); edit != hunk.edits.rend(); ++edit) {
      const Location& at = (*edit)->at;
      const size_t begin = starts[at.line - hunk.first_line] + at.column - 1;
      const size_t end = starts[at.end_line - hunk.first_line] + at.end_column - 1;
      if (begin > end || end > after.size()) { return {}; }
      after.replace(begin, end - begin, (*edit)->text);
    }
    addLines(before, '-', out);
    addLines(after, '+', out);
  }
  return out;
}

} // namespace nostall
