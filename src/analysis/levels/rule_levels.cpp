#include "analysis/levels/rule_levels.h"

#include <algorithm>
#include <functional>

namespace nostall {
namespace {

bool speaksOf(const PathSettings& settings, const std::string& rule) {
  return settings.severities.count(rule) != 0 || settings.enabled.count(rule) != 0;
}

/// By settings, FileId.
std::vector<std::vector<char>> coverage(const Program& program, const AnalysisOptions& options) {
  std::vector<std::vector<char>> covered;
  for (const PathSettings& settings : options.path_settings) {
    std::vector<char>& files = covered.emplace_back();
    for (const FileFacts& file : program.symbols.files) {
      files.push_back(static_cast<char>(settings.covers(program.symbols.text(file.path))));
    }
  }
  return covered;
}

} // namespace

RuleLevels::RuleLevels(const Program& program, const std::vector<ActiveRule>& rules,
                       const AnalysisOptions& options) {
  const std::vector<std::vector<char>> covered = coverage(program, options);
  const auto level_in = [&](const ActiveRule& rule, FileId file) {
    Severity severity = rule.severity;
    bool enabled = rule.enabled;
    for (size_t i = 0; i < options.path_settings.size(); ++i) {
      if (covered[i][file] == 0) { continue; }
      const PathSettings& settings = options.path_settings[i];
      const auto said = settings.severities.find(rule.rule->id);
      if (said != settings.severities.end()) { severity = said->second; }
      const auto chosen = settings.enabled.find(rule.rule->id);
      if (chosen != settings.enabled.end()) { enabled = chosen->second; }
    }
    return enabled ? Level(severity) : std::nullopt;
  };
  for (const ActiveRule& rule : rules) {
    usual_.push_back(rule.enabled ? Level(rule.severity) : std::nullopt);
    std::vector<Level>& files = by_file_.emplace_back();
    const bool differs = std::any_of(options.path_settings.begin(), options.path_settings.end(),
                                     [&](const auto& settings) { return speaksOf(settings, rule.rule->id); });
    for (FileId file = 0; differs && file < program.symbols.files.size(); ++file) {
      files.push_back(level_in(rule, file));
    }
  }
}

std::optional<Severity> RuleLevels::at(uint32_t rule, FileId file) const {
  return file < by_file_[rule].size() ? by_file_[rule][file] : usual_[rule];
}

std::vector<Severity> RuleLevels::all(uint32_t rule) const {
  std::vector<Severity> levels;
  const auto add = [&](const Level& level) {
    if (level) { levels.push_back(*level); }
  };
  add(usual_[rule]);
  std::for_each(by_file_[rule].begin(), by_file_[rule].end(), add);
  std::sort(levels.begin(), levels.end(), std::greater<>());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  return levels;
}

} // namespace nostall
