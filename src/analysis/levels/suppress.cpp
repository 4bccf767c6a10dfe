#include "analysis/levels/suppress.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace nostall {

bool matchesGlob(std::string_view text, std::string_view glob) {
  size_t at = 0;
  size_t in_glob = 0;
  size_t star = std::string_view::npos;
  size_t star_text = 0;
  while (at < text.size()) {
    if (in_glob < glob.size() && glob[in_glob] == '*') {
      star = in_glob++;
      star_text = at;
    } else if (in_glob < glob.size() && glob[in_glob] == text[at]) {
      ++at;
      ++in_glob;
    } else if (star != std::string_view::npos) {
      in_glob = star + 1;
      at = ++star_text;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', in_glob) == std::string_view::npos;
}

static std::vector<bool> rulesOf(const Program& program, const SuppressionComment& comment,
                                 const std::vector<ActiveRule>& rules) {
  std::vector<bool> concerned(rules.size(), comment.bare);
  for (size_t rule = 0; rule < rules.size(); ++rule) {
    const std::string name = "nostall-" + rules[rule].rule->id;
    for (const StringId glob : comment.names) {
      if (matchesGlob(name, program.symbols.text(glob))) { concerned[rule] = true; }
    }
  }
  return concerned;
}

Suppressions::Suppressions(const Program& program, const std::vector<ActiveRule>& rules)
    : program_(program), regions_(program.symbols.files.size()), lines_(program.symbols.files.size()) {
  for (const SuppressionComment& comment : program.comments) {
    concerns_.push_back(rulesOf(program, comment, rules));
  }
  addRegions();
}

/// An END closes the last open BEGIN of the same names, as in clang-tidy; a BEGIN without END covers nothing.
void Suppressions::addRegions() {
  std::vector<uint32_t> open;
  FileId file = no_id;
  for (uint32_t i = 0; i < program_.comments.size(); ++i) {
    const SuppressionComment& comment = program_.comments[i];
    if (comment.file != file) { open.clear(); }
    file = comment.file;
    switch (comment.kind) {
    case CommentKind::Line: lines_[file].push_back({comment.line, comment.line, i}); break;
    case CommentKind::NextLine: lines_[file].push_back({comment.line + 1, comment.line + 1, i}); break;
    case CommentKind::Begin: open.push_back(i); break;
    case CommentKind::End:
      const auto begin = std::find_if(open.rbegin(), open.rend(), [&](uint32_t candidate) {
        return program_.comments[candidate].names == comment.names;
      });
      if (begin == open.rend()) { break; }
      regions_[file].push_back({program_.comments[*begin].line, comment.line, *begin});
      open.erase(std::next(begin).base());
      break;
    }
  }
  for (std::vector<Region>& lines : lines_) {
    std::sort(lines.begin(), lines.end(), [](const Region& left, const Region& right) {
      return std::pair(left.first_line, left.comment) < std::pair(right.first_line, right.comment);
    });
  }
}

std::optional<uint32_t> Suppressions::commentAt(const SourceRange& at, uint32_t rule) const {
  if (at.file == no_id || at.line == 0) { return std::nullopt; }
  const std::vector<Region>& lines = lines_[at.file];
  const auto first =
      std::lower_bound(lines.begin(), lines.end(), at.line,
                       [](const Region& region, uint32_t line) { return region.first_line < line; });
  for (auto line = first; line != lines.end() && line->first_line == at.line; ++line) {
    if (concerns(line->comment, rule)) { return line->comment; }
  }
  for (const Region& region : regions_[at.file]) {
    const bool inside = region.first_line <= at.line && at.line <= region.last_line;
    if (inside && concerns(region.comment, rule)) { return region.comment; }
  }
  return std::nullopt;
}

} // namespace nostall
