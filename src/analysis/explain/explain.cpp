#include "analysis/explain/explain.h"

#include "analysis/explain/call_beliefs.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace nostall {
namespace {

constexpr size_t most_nearest_lines = 4;

class LineExplainer {
public:
  LineExplainer(const Believer& believer, const Program& program, const LineQuery& query)
      : believer_(believer), program_(program), query_(query) {}

  Explanation explain() {
    Explanation explanation{.line = query_.line};
    for (FileId file = 0; file < program_.symbols.files.size(); ++file) {
      const std::string& path = program_.symbols.text(program_.symbols.files[file].path);
      const bool named = std::find(query_.files.begin(), query_.files.end(), path) != query_.files.end();
      if (named) { files_.push_back(file); }
    }
    explanation.file_known = !files_.empty();
    for (BodyId body = 0; body < program_.bodies.size(); ++body) {
      lookInto(body);
    }
    for (auto& [place, call] : calls_) {
      explanation.calls.push_back(std::move(call));
    }
    if (explanation.calls.empty()) { explanation.nearest_lines = nearestLines(); }
    return explanation;
  }

private:
  void lookInto(BodyId body) {
    const PackedVector<Event>& events = program_.bodies[body].body.events;
    for (EventId id = 0; id < events.size(); ++id) {
      const Event& event = events[id];
      const bool is_call = event.kind == EventKind::Call || event.kind == EventKind::Construct ||
                           event.kind == EventKind::Destroy;
      const bool in_file = std::find(files_.begin(), files_.end(), event.at.file) != files_.end();
      if (!is_call || !in_file) { continue; }
      if (event.kind == EventKind::Call && !event.implicit) { lines_.push_back(event.at.line); }
      const bool asked =
          event.at.line == query_.line && (query_.column == 0 || event.at.column == query_.column);
      if (asked && believer_.isWorthTelling(body, id)) { add(body, id); }
    }
  }

  /// Instantiations and configurations of one written call are one; the one that says most stays.
  void add(BodyId body, EventId event) {
    ExplainedCall call = believer_.explain(body, event);
    const auto place = std::tuple(call.at.column, call.callee, call.function);
    const auto [known, added] = calls_.try_emplace(place, call);
    if (!added && call.beliefs.size() > known->second.beliefs.size()) { known->second = std::move(call); }
  }

  std::vector<uint32_t> nearestLines() {
    const auto distance = [&](uint32_t line) {
      return std::pair(line < query_.line ? query_.line - line : line - query_.line, line);
    };
    std::sort(lines_.begin(), lines_.end());
    lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
    std::ranges::sort(lines_, {}, distance);
    lines_.resize(std::min(lines_.size(), most_nearest_lines));
    std::sort(lines_.begin(), lines_.end());
    return lines_;
  }

  const Believer& believer_;
  const Program& program_;
  const LineQuery& query_;
  std::vector<FileId> files_;
  std::vector<uint32_t> lines_; // with written calls
  std::map<std::tuple<uint32_t, std::string, std::string>, ExplainedCall> calls_;
};

} // namespace

Explanation explainLine(const Program& program, const Catalog& catalog, const AnalysisOptions& options,
                        const LineQuery& query) {
  const Believer believer(program, catalog, options);
  return LineExplainer(believer, program, query).explain();
}

} // namespace nostall
