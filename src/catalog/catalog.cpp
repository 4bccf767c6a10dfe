#include "catalog/catalog.h"

#include "catalog/pack_loader.h"
#include "catalog/rule_loader.h"
#include "support/text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nostall {
namespace {

enum class FileKind : uint8_t { Unknown, Rule, Pack };

struct ParsedFile {
  const RuleSource* source = nullptr;
  YamlNode root;
  FileKind kind = FileKind::Unknown;
  Problems problems; ///< of this file alone
};

/// The key tells: a rule has an `id`, a pack a `library`.
FileKind kindOf(const YamlNode& root, FileProblems& problems) {
  if (root.kind == YamlKind::Nothing || (root.kind == YamlKind::Text && root.text.empty())) {
    problems.add({}, "the file is empty: a rule begins with 'schema: 1' and 'id: ...', a library pack with "
                     "'schema: 1' and 'library: ...'");
    return FileKind::Unknown;
  }
  if (root.kind != YamlKind::Map) {
    problems.add(root.place, "a rule or library pack is a map ('key: value'): found " + described(root));
    return FileKind::Unknown;
  }
  const auto find = [&root](std::string_view key) {
    return std::find_if(root.fields.begin(), root.fields.end(),
                        [key](const auto& field) { return field.key == key; });
  };
  const auto id = find("id");
  const auto library = find("library");
  if (id != root.fields.end() && library != root.fields.end()) {
    problems.add(library->place,
                 "the file has an 'id' (a rule) and a 'library' (a library pack): write two files");
    return FileKind::Unknown;
  }
  if (id != root.fields.end()) { return FileKind::Rule; }
  if (library != root.fields.end()) { return FileKind::Pack; }
  problems.add(root.place,
               "this is neither a rule, which has the key 'id', nor a library pack, which has 'library'");
  return FileKind::Unknown;
}

std::vector<ParsedFile> parseAll(const std::vector<RuleSource>& sources) {
  std::vector<ParsedFile> files;
  files.reserve(sources.size());
  for (const RuleSource& source : sources) {
    ParsedFile file;
    file.source = &source;
    std::optional<YamlNode> root = parseYaml(source.path, source.text, file.problems);
    if (root) {
      file.root = std::move(*root);
      FileProblems problems(source.path, file.problems);
      file.kind = kindOf(file.root, problems);
    }
    files.push_back(std::move(file));
  }
  return files;
}

void loadRules(std::vector<ParsedFile>& files, std::vector<Rule>& rules) {
  for (ParsedFile& file : files) {
    if (file.kind != FileKind::Rule) { continue; }
    FileProblems problems(file.source->path, file.problems, file.source->built_in);
    std::optional<Rule> rule = readRule(file.root, problems);
    if (!rule) { continue; }
    const auto same =
        std::find_if(rules.begin(), rules.end(), [&rule](const Rule& r) { return r.id == rule->id; });
    if (same != rules.end()) {
      problems.add({rule->source.line, rule->source.column},
                   "the rule '" + rule->id + "' is there already, in " + same->source.file +
                       ": give this one an id of its own, or change the level of the other in .nostall.yaml");
      continue;
    }
    rules.push_back(std::move(*rule));
  }
  std::sort(rules.begin(), rules.end(),
            [](const Rule& left, const Rule& right) { return left.id < right.id; });
}

KnownNames knownNames(const std::vector<Rule>& rules, const std::vector<ParsedFile>& files) {
  KnownNames known;
  for (const Rule& rule : rules) {
    (rule.kind == RuleKind::Reach ? known.reach_rules : known.other_rules).push_back(rule.id);
  }
  for (const ParsedFile& file : files) {
    if (file.kind != FileKind::Pack) { continue; }
    for (const YamlField& field : file.root.fields) {
      if (field.key == "library") { known.libraries.push_back(field.value.text); }
    }
  }
  return known;
}

void loadPacks(std::vector<ParsedFile>& files, const KnownNames& known, Catalog& catalog) {
  for (ParsedFile& file : files) {
    if (file.kind != FileKind::Pack) { continue; }
    FileProblems problems(file.source->path, file.problems, file.source->built_in);
    std::optional<LibraryPack> pack = readPack(file.root, known, problems);
    if (!pack) { continue; }
    addPack(catalog, std::move(*pack));
  }
}

} // namespace

const Rule* Catalog::rule(std::string_view id) const {
  const auto found =
      std::lower_bound(rules.begin(), rules.end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != rules.end() && found->id == id ? &*found : nullptr;
}

/// Where the pack is, or belongs.
static auto packPosition(std::vector<LibraryPack>& packs, std::string_view library) {
  return std::lower_bound(
      packs.begin(), packs.end(), library,
      [](const LibraryPack& pack, std::string_view wanted) { return pack.library < wanted; });
}

void addPack(Catalog& catalog, LibraryPack pack) {
  const auto at = packPosition(catalog.packs, pack.library);
  if (at != catalog.packs.end() && at->library == pack.library) {
    mergePack(*at, std::move(pack));
  } else {
    catalog.packs.insert(at, std::move(pack));
  }
}

const LibraryPack* Catalog::pack(std::string_view library) const {
  const auto found = std::lower_bound(
      packs.begin(), packs.end(), library,
      [](const LibraryPack& pack, std::string_view wanted) { return pack.library < wanted; });
  return found != packs.end() && found->library == library ? &*found : nullptr;
}

CatalogResult loadCatalog(const std::vector<RuleSource>& sources) {
  CatalogResult result;
  std::vector<ParsedFile> files = parseAll(sources);
  loadRules(files, result.catalog.rules);
  loadPacks(files, knownNames(result.catalog.rules, files), result.catalog);
  for (ParsedFile& file : files) {
    sortByPlace(file.problems);
    std::move(file.problems.begin(), file.problems.end(), std::back_inserter(result.problems));
  }
  return result;
}

std::string nearestRule(const Catalog& catalog, std::string_view id) {
  std::vector<std::string> ids;
  ids.reserve(catalog.rules.size());
  for (const Rule& rule : catalog.rules) {
    ids.push_back(rule.id);
  }
  return nearest(id, ids);
}

std::vector<const MatchEntry*> matchEntries(const Catalog& catalog) {
  std::vector<const MatchEntry*> entries;
  const auto add = [&](const std::vector<MatchEntry>& some) {
    for (const MatchEntry& entry : some) {
      entries.push_back(&entry);
    }
  };
  for (const Rule& rule : catalog.rules) {
    add(rule.matches);
  }
  for (const LibraryPack& pack : catalog.packs) {
    add(pack.matches);
  }
  return entries;
}

void checkMatchEntries(Catalog& catalog,
                       const std::function<std::optional<Problem>(const MatchEntry&)>& mistake,
                       Problems& problems) {
  const auto check = [&](std::vector<MatchEntry>& entries) {
    std::erase_if(entries, [&](const MatchEntry& entry) {
      std::optional<Problem> problem = mistake(entry);
      if (problem) { problems.push_back(std::move(*problem)); }
      return problem.has_value();
    });
  };
  for (Rule& rule : catalog.rules) {
    check(rule.matches);
  }
  for (LibraryPack& pack : catalog.packs) {
    check(pack.matches);
  }
}

} // namespace nostall
