#include "catalog/config.h"

#include "catalog/pack_loader.h"
#include "catalog/rule_loader.h"
#include "catalog/time_values.h"
#include "catalog/yaml_reader.h"
#include "support/paths.h"
#include "support/text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nostall {
namespace {

class ConfigReader {
public:
  ConfigReader(const Catalog& catalog, FileProblems& problems) : problems_(problems) {
    for (const Rule& rule : catalog.rules) {
      (rule.kind == RuleKind::Reach ? known_.reach_rules : known_.other_rules).push_back(rule.id);
      rule_ids_.push_back(rule.id);
    }
    for (const LibraryPack& pack : catalog.packs) {
      known_.libraries.push_back(pack.library);
    }
    known_.libraries.emplace_back(project_library);
  }

  Config read(const YamlNode& root);

private:
  void readShortWait(MapReader& map, Config& config);
  RuleSettings readRules(MapReader& map);
  void readRule(const YamlField& field, RuleSettings& settings);
  std::vector<std::string> readGlobs(MapReader& map, std::string_view key);
  std::optional<std::string> readGlob(const LocatedText& written);
  void readExternal(MapReader& map, Config& config);
  void readSections(MapReader& map, Config& config);
  void readSection(const YamlNode& node, Config& config);

  FileProblems& problems_;
  KnownNames known_;
  std::vector<std::string> rule_ids_;
};

Config ConfigReader::read(const YamlNode& root) {
  Config config;
  MapReader map(root, "the configuration", problems_);
  if (!map.isMap()) { return config; }
  readSchema(map);
  config.rules = readRules(map);
  readShortWait(map, config);
  config.exclude = readGlobs(map, "exclude");
  readExternal(map, config);
  readSections(map, config);
  config.pack = readPackBody(map, known_, std::string(project_library));
  map.finish();
  return config;
}

void ConfigReader::readShortWait(MapReader& map, Config& config) {
  const std::optional<LocatedText> written = map.text("short_wait");
  if (!written) { return; }
  config.short_wait = timeIn(written->value);
  if (!config.short_wait) {
    problems_.add(written->place,
                  "'short_wait' " + quotedForMessage(written->value) +
                      " is no time: write a number with ns, us, ms or s behind it, like '1ms'");
  }
}

RuleSettings ConfigReader::readRules(MapReader& map) {
  RuleSettings settings;
  const YamlField* rules = map.find("rules");
  if (rules == nullptr) { return settings; }
  if (rules->value.kind != YamlKind::Map) {
    problems_.add(rules->value.place, "'rules' must be a map from rule to settings ('blocking-lock:' and "
                                      "'enabled: false' below it): found " +
                                          described(rules->value));
    return settings;
  }
  for (const YamlField& rule : rules->value.fields) {
    readRule(rule, settings);
  }
  return settings;
}

void ConfigReader::readRule(const YamlField& field, RuleSettings& settings) {
  const bool known = std::find(rule_ids_.begin(), rule_ids_.end(), field.key) != rule_ids_.end();
  if (!known) {
    problems_.add(field.place, "there is no rule " + quotedForMessage(field.key) + ": " +
                                   didYouMean(field.key, rule_ids_) + "'nostall rules' lists them");
  }
  MapReader map(field.value, "the setting of '" + field.key + "'", problems_);
  if (!map.isMap()) { return; }
  const std::optional<Severity> severity = readSeverity(map, "severity");
  const std::optional<bool> enabled = map.boolean("enabled");
  map.finish();
  if (!known) { return; }
  if (severity) { settings.severities[field.key] = *severity; }
  if (enabled) { settings.enabled[field.key] = *enabled; }
}

std::vector<std::string> ConfigReader::readGlobs(MapReader& map, std::string_view key) {
  std::vector<std::string> globs;
  for (const LocatedText& written : map.texts(key)) {
    if (std::optional<std::string> glob = readGlob(written)) { globs.push_back(std::move(*glob)); }
  }
  return globs;
}

std::optional<std::string> ConfigReader::readGlob(const LocatedText& written) {
  // "./x" is the x in the configuration's folder and no other.
  const bool from_here = written.value.starts_with("./");
  const std::string glob = normalPath(from_here ? written.value.substr(1) : written.value);
  const bool leads_out = glob == ".." || glob.starts_with("../");
  const bool is_everything = glob == "." || glob == "/";
  if (!leads_out) { return is_everything ? "**" : glob; }
  problems_.add(written.place, "the path " + quotedForMessage(written.value) +
                                   " leads out of the project: paths are relative to its folder, like "
                                   "'src/legacy/**'");
  return std::nullopt;
}

void ConfigReader::readExternal(MapReader& map, Config& config) {
  for (LocatedText& folder : map.texts("external")) {
    config.external.push_back({std::move(folder.value), problems_.sourceOf(folder.place)});
  }
}

void ConfigReader::readSections(MapReader& map, Config& config) {
  const YamlField* sections = map.find("paths");
  if (sections == nullptr) { return; }
  if (sections->value.kind != YamlKind::List) {
    problems_.add(sections->value.place,
                  "'paths' must be a list of sections ('- paths: [\"src/legacy/**\"]' and 'rules:' below "
                  "it): found " +
                      described(sections->value));
    return;
  }
  for (const YamlNode& section : sections->value.items) {
    readSection(section, config);
  }
}

void ConfigReader::readSection(const YamlNode& node, Config& config) {
  MapReader map(node, "an entry of 'paths'", problems_);
  if (!map.isMap()) { return; }
  PathSection section;
  const size_t before = problems_.count();
  map.require("paths");
  section.globs = readGlobs(map, "paths");
  if (section.globs.empty() && problems_.count() == before) {
    problems_.add(map.place(), "this entry of 'paths' names no path: list some, like 'src/legacy/**'");
  }
  map.require("rules");
  section.rules = readRules(map);
  map.finish();
  if (!section.globs.empty()) { config.sections.push_back(std::move(section)); }
}

bool isEmpty(const YamlNode& root) {
  return root.kind == YamlKind::Nothing || (root.kind == YamlKind::Text && root.text.empty());
}

} // namespace

Config loadConfig(const RuleSource& source, const Catalog& catalog, Problems& problems) {
  Config config;
  Problems found;
  const std::optional<YamlNode> root = parseYaml(source.path, source.text, found);
  if (root && !isEmpty(*root)) {
    FileProblems of_file(source.path, found);
    config = ConfigReader(catalog, of_file).read(*root);
  }
  config.pack.library = project_library;
  sortByPlace(found);
  std::move(found.begin(), found.end(), std::back_inserter(problems));
  return config;
}

} // namespace nostall
