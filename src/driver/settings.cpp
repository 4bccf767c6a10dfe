#include "driver/settings.h"

#include "support/paths.h"

#include <algorithm>

namespace nostall {
namespace {

/// Whether one of the globs covers the absolute path. Code outside of `folder` is never covered.
bool covers(const std::vector<std::string>& globs, const std::string& folder, const std::string& path) {
  if (!isInside(path, folder)) { return false; }
  const std::string relative = relativeTo(path, folder);
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return globCovers(glob, relative); });
}

/// What is said by the options, and where they are silent by the configuration.
template <typename T>
std::map<std::string, T> joined(std::map<std::string, T> options, const std::map<std::string, T>& config) {
  options.insert(config.begin(), config.end());
  return options;
}

/// Without the rules that the options speak of.
template <typename T>
std::map<std::string, T> leftOver(std::map<std::string, T> config, const std::map<std::string, T>& options) {
  std::erase_if(config, [&](const auto& setting) { return options.count(setting.first) != 0; });
  return config;
}

} // namespace

AnalysisOptions analysisOptions(const RunOptions& options, const Inputs& inputs, const PathPrinter& paths) {
  AnalysisOptions analysis;
  analysis.severities = joined(options.severities, inputs.config.rules.severities);
  analysis.enabled = joined(options.enabled, inputs.config.rules.enabled);
  if (inputs.config.short_wait) { analysis.short_wait = *inputs.config.short_wait; }
  const std::string& folder = inputs.config_folder;
  for (const PathSection& section : inputs.config.sections) {
    analysis.path_settings.push_back(
        {.covers = [&](const std::string& path) { return covers(section.globs, folder, path); },
         .severities = leftOver(section.rules.severities, options.severities),
         .enabled = leftOver(section.rules.enabled, options.enabled)});
  }
  if (!inputs.config.exclude.empty()) {
    analysis.is_excluded = [&](const std::string& path) {
      return covers(inputs.config.exclude, folder, path);
    };
  }
  for (const NamedPath& path : inputs.places.paths) {
    analysis.report_paths.insert(analysis.report_paths.end(), path.names.begin(), path.names.end());
  }
  analysis.print_path = [&paths](const std::string& path) { return paths.print(path); };
  return analysis;
}

} // namespace nostall
