#include "analysis/levels/shown.h"

#include "support/paths.h"

#include <algorithm>
#include <numeric>

namespace nostall {

static bool isWanted(const std::string& path, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(),
                                       [&](const std::string& folder) { return isInside(path, folder); });
}

Shown::Shown(const Program& program, const AnalysisOptions& options) : program_(program) {
  const std::vector<FileFacts>& files = program.symbols.files;
  std::vector<FileId> order(files.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](FileId left, FileId right) {
    return program.symbols.text(files[left].path) < program.symbols.text(files[right].path);
  });
  rank_.resize(files.size());
  for (uint32_t i = 0; i < order.size(); ++i) {
    rank_[order[i]] = i;
  }
  for (const FileFacts& file : files) {
    const std::string& path = program.symbols.text(file.path);
    paths_.push_back(options.print_path ? options.print_path(path) : path);
    const bool own = !file.external && !file.generated && isWanted(path, options.report_paths);
    const bool excluded = own && options.is_excluded && options.is_excluded(path);
    reported_.push_back(static_cast<char>(own && !excluded));
  }
}

const SourceRange& Shown::placeOf(BodyId body, EventId event) const {
  const SourceRange& at = program_.bodies[body].body.events[event].at;
  if (at.line != 0) { return at; }
  return program_.symbols.functions[program_.bodies[body].body.function].at;
}

Location Shown::location(const SourceRange& at) const {
  return {.file = at.file == no_id ? std::string() : paths_[at.file],
          .line = at.line,
          .column = at.column,
          .end_line = at.end_line,
          .end_column = at.end_column};
}

const std::string& Shown::display(FunctionId function) const {
  if (function == no_id) { return program_.symbols.text(0); }
  const FunctionFacts& facts = program_.symbols.functions[function];
  return program_.symbols.text(facts.display != 0 ? facts.display : facts.name);
}

} // namespace nostall
