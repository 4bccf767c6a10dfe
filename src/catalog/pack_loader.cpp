#include "catalog/pack_loader.h"

#include "catalog/pack_sections.h"
#include "catalog/rule_loader.h"
#include "catalog/time_values.h"
#include "support/text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace nostall {
namespace {

/// Reads the sections of one pack in one file.
class SectionReader {
public:
  SectionReader(MapReader& map, const KnownNames& known, const EntryContext& context, LibraryPack& out)
      : map_(map), known_(known), context_(context), problems_(context.problems), out_(out) {}

  void read();

private:
  void readBlocks();
  std::optional<TimeArgument> readTime(MapReader& entry);
  BlockEntry readBlock(const YamlNode& node, const std::string& rule);
  std::map<std::string, std::string> readAdvice(MapReader& entry);
  void readInstead();
  void readMatches();
  void readFixes();
  FixEntry readFix(const YamlNode& node, const std::string& rule);
  void readDefines();
  void readSwitches();
  void readDetaches();
  void readCallables(std::string_view key, std::vector<CallableEntry>& out);
  bool feedsRule(const YamlField& field);
  bool advisesRule(const YamlField& field);
  void refuseRepeated(const BlockEntry& entry, Place place, std::map<std::string, Place>& seen);

  template <typename T>
  void readEntries(std::string_view key, EntryParts parts, std::vector<T>& out);
  void readTypeEffects(std::string_view key, std::vector<TypeEffectEntry>& out);

  MapReader& map_;
  const KnownNames& known_;
  const EntryContext& context_;
  FileProblems& problems_;
  LibraryPack& out_;
};

void SectionReader::read() {
  readBlocks();
  if (const YamlField* async = map_.find("async")) { readAsync(*async, context_, out_); }
  if (const YamlField* elsewhere = map_.find("elsewhere")) { readElsewhere(*elsewhere, context_, out_); }
  readCallables("inline", out_.inlines);
  readEntries("moves", EntryParts::Conditions, out_.moves);
  readCallables("drops", out_.drops);
  readTypeEffects("constructs", out_.constructs);
  readTypeEffects("destroys", out_.destroys);
  readTypeEffects("copies", out_.copies);
  readDefines();
  readEntries("never_blocks", EntryParts::PatternOnly, out_.never_blocks);
  readSwitches();
  readDetaches();
  if (const YamlField* locks = map_.find("locks")) { readLocks(*locks, context_, out_); }
  if (const YamlField* limits = map_.find("limits")) { readLimits(*limits, context_, out_); }
  readEntries("looks", EntryParts::Conditions, out_.looks);
  readEntries("peers", EntryParts::Conditions, out_.peers);
  readEntries("deadlines", EntryParts::Conditions, out_.deadlines);
  if (const YamlField* modes = map_.find("modes")) { readModes(*modes, context_, out_); }
  readInstead();
  readMatches();
  readFixes();
}

void SectionReader::readFixes() {
  const YamlField* fixes = map_.find("fixes");
  if (fixes == nullptr) { return; }
  if (fixes->value.kind != YamlKind::Map) {
    problems_.add(fixes->value.place,
                  "'fixes' must be a map ('rule: list of calls'): found " + described(fixes->value));
    return;
  }
  for (const YamlField& rule : fixes->value.fields) {
    const bool known = feedsRule(rule);
    forEachEntry(rule, false, context_, [&](const YamlNode& node) {
      const size_t before = problems_.count();
      FixEntry entry = readFix(node, rule.key);
      if (known && problems_.count() == before) { out_.fixes.push_back(std::move(entry)); }
    });
  }
}

FixEntry SectionReader::readFix(const YamlNode& node, const std::string& rule) {
  MapReader map(node, "an entry of 'fixes'", problems_);
  FixEntry entry;
  entry.rule = rule;
  readEntry(map, EntryParts::PatternOnly, context_, entry);
  if (std::optional<LocatedText> text = map.requiredText("write")) {
    if (text->value.find("{0}") == std::string::npos) {
      problems_.add(text->place, "'write' has no {0}, where the argument of the call goes");
    }
    entry.text = std::move(text->value);
  }
  for (LocatedText& name : map.texts("needs")) {
    entry.needs.push_back(std::move(name.value));
  }
  map.finish();
  return entry;
}

bool SectionReader::feedsRule(const YamlField& field) {
  const auto has = [&field](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), field.key) != ids.end();
  };
  if (has(known_.reach_rules)) { return true; }
  if (has(known_.other_rules)) {
    problems_.add(field.place,
                  "the rule '" + field.key + "' is not of kind 'reach': no list of calls feeds it");
    return false;
  }
  problems_.add(field.place, "there is no rule " + quotedForMessage(field.key) + ": " +
                                 didYouMean(field.key, known_.reach_rules) + "use " +
                                 listed(known_.reach_rules) + ", or add a rule file of that id");
  return false;
}

/// Advice may be for a rule that this run does not have: a user's own. Only what looks like a slip is one.
bool SectionReader::advisesRule(const YamlField& field) {
  std::vector<std::string> ids = known_.reach_rules;
  ids.insert(ids.end(), known_.other_rules.begin(), known_.other_rules.end());
  if (std::find(ids.begin(), ids.end(), field.key) != ids.end()) { return true; }
  const std::string meant = nearest(field.key, ids);
  if (meant.empty()) { return true; }
  problems_.add(field.place,
                "there is no rule " + quotedForMessage(field.key) + ": did you mean '" + meant + "'?");
  return false;
}

void SectionReader::readBlocks() {
  const YamlField* blocks = map_.find("blocks");
  if (blocks == nullptr) { return; }
  if (blocks->value.kind != YamlKind::Map) {
    problems_.add(blocks->value.place,
                  "'blocks' must be a map from rule to entries ('blocking-sleep:' and a list " +
                      std::string("below it): found ") + described(blocks->value));
    return;
  }
  for (const YamlField& rule : blocks->value.fields) {
    const bool known = feedsRule(rule);
    std::map<std::string, Place> seen;
    forEachEntry(rule, true, context_, [&](const YamlNode& node) {
      const size_t before = problems_.count();
      BlockEntry entry = readBlock(node, rule.key);
      if (problems_.count() == before) { refuseRepeated(entry, node.place, seen); }
      if (known && problems_.count() == before) { out_.blocks.push_back(std::move(entry)); }
    });
  }
}

BlockEntry SectionReader::readBlock(const YamlNode& node, const std::string& rule) {
  static constexpr std::pair<std::string_view, Cost> costs[] = {
      {"always", Cost::Always}, {"may_wait", Cost::MayWait}, {"short", Cost::Short}};
  MapReader map(node, "an entry of '" + rule + "'", problems_);
  BlockEntry entry;
  readEntry(map, EntryParts::Conditions, context_, entry);
  entry.rule = rule;
  entry.cost = map.choice<Cost>("cost", costs).value_or(Cost::Always);
  entry.severity = readSeverity(map, "severity");
  entry.in_callback = readSeverity(map, "in_callback");
  entry.enabled = map.boolean("enabled").value_or(true);
  entry.approximate = map.boolean("approximate").value_or(false);
  entry.time = readTime(map);
  if (std::optional<LocatedText> why = map.text("why")) { entry.why = std::move(why->value); }
  entry.instead = readAdvice(map);
  map.finish();
  return entry;
}

/// `time: {argument: 0, unit: ms}`.
std::optional<TimeArgument> SectionReader::readTime(MapReader& entry) {
  const YamlField* field = entry.find("time");
  if (field == nullptr) { return std::nullopt; }
  MapReader map(field->value, "'time'", problems_);
  if (!map.isMap()) { return std::nullopt; }
  map.require("argument");
  map.require("unit");
  const std::optional<uint32_t> argument = map.number("argument", last_argument_index);
  const std::optional<int64_t> unit = map.choice<int64_t>("unit", time_units);
  map.finish();
  return argument && unit ? std::optional<TimeArgument>({*argument, *unit}) : std::nullopt;
}

void SectionReader::refuseRepeated(const BlockEntry& entry, Place place, std::map<std::string, Place>& seen) {
  for (size_t i = 0; i < entry.patterns.size(); ++i) {
    const std::string identity = identityOf(entry)[i];
    const auto [first, is_new] = seen.emplace(identity, place);
    if (is_new) { continue; }
    problems_.add(place, "'" + entry.patterns[i].name +
                             "' is listed twice with the same conditions, first in line " +
                             std::to_string(first->second.line));
    return;
  }
}

std::map<std::string, std::string> SectionReader::readAdvice(MapReader& entry) {
  static constexpr std::string_view any_library = "any";
  std::map<std::string, std::string> advice;
  const YamlField* field = entry.find("instead");
  if (field == nullptr) { return advice; }
  if (field->value.kind != YamlKind::Map) {
    problems_.add(field->value.place,
                  "'instead' must be a map ('library: what to write'): found " + described(field->value));
    return advice;
  }
  for (const YamlField& library : field->value.fields) {
    const std::vector<std::string>& packs = known_.libraries;
    const bool has_pack = std::find(packs.begin(), packs.end(), library.key) != packs.end();
    if (!has_pack && library.key != any_library) {
      problems_.add(library.place, "there is no pack for the library " + quotedForMessage(library.key) +
                                       ": " + didYouMean(library.key, packs) +
                                       "use the 'library' of a pack, or any");
      continue;
    }
    std::optional<LocatedText> text =
        readText(library.value, "the advice for '" + library.key + "'", problems_);
    if (text) { advice.emplace(library.key, std::move(text->value)); }
  }
  return advice;
}

void SectionReader::readInstead() {
  const YamlField* instead = map_.find("instead");
  if (instead == nullptr) { return; }
  if (instead->value.kind != YamlKind::Map) {
    problems_.add(instead->value.place,
                  "'instead' must be a map ('rule: what to write'): found " + described(instead->value));
    return;
  }
  for (const YamlField& rule : instead->value.fields) {
    const bool known = advisesRule(rule);
    std::optional<LocatedText> text = readText(rule.value, "the advice for '" + rule.key + "'", problems_);
    if (known && text) { out_.instead.emplace(rule.key, std::move(text->value)); }
  }
}

void SectionReader::readMatches() {
  const YamlField* matches = map_.find("match");
  if (matches == nullptr) { return; }
  if (matches->value.kind != YamlKind::Map) {
    problems_.add(matches->value.place, "'match' must be a map from rule to matcher expressions: found " +
                                            described(matches->value));
    return;
  }
  for (const YamlField& rule : matches->value.fields) {
    const bool known = feedsRule(rule);
    for (LocatedText& text : readTexts(rule.value, "a matcher expression", problems_)) {
      if (!known) { continue; }
      MatchEntry entry{.expression = std::move(text.value), .block = {}};
      entry.block.rule = rule.key;
      entry.block.library = context_.library;
      entry.block.source = problems_.sourceOf(text.place);
      out_.matches.push_back(std::move(entry));
    }
  }
}

void SectionReader::readDefines() {
  const YamlField* defines = map_.find("defines");
  if (defines == nullptr) { return; }
  forEachEntry(*defines, false, context_, [&](const YamlNode& node) {
    MapReader map(node, "an entry of 'defines'", problems_);
    const std::optional<LocatedText> name = map.requiredText("name");
    const std::optional<LocatedText> value = map.text("value");
    map.finish();
    if (name) { out_.defines.push_back({name->value, value ? value->value : "1"}); }
  });
}

void SectionReader::readSwitches() {
  static constexpr std::pair<std::string_view, bool> targets[] = {{"elsewhere", false}, {"loop", true}};
  static constexpr std::pair<std::string_view, SwitchUntil> ends[] = {
      {"next_async", SwitchUntil::NextAsync}, {"switch_back", SwitchUntil::SwitchBack}};
  const YamlField* switches = map_.find("switches");
  if (switches == nullptr) { return; }
  forEachEntry(*switches, true, context_, [&](const YamlNode& node) {
    const size_t before = problems_.count();
    MapReader map(node, "an entry of 'switches'", problems_);
    SwitchEntry entry;
    readEntry(map, EntryParts::Conditions, context_, entry);
    entry.to_loop = map.choice<bool>("to", targets).value_or(false);
    entry.until = map.choice<SwitchUntil>("until", ends).value_or(SwitchUntil::SwitchBack);
    entry.answer = readAnswer(map, "answer", context_.names);
    map.finish();
    if (problems_.count() == before) { out_.switches.push_back(std::move(entry)); }
  });
}

void SectionReader::readDetaches() {
  const YamlField* detaches = map_.find("detaches");
  if (detaches == nullptr) { return; }
  forEachEntry(*detaches, true, context_, [&](const YamlNode& node) {
    const size_t before = problems_.count();
    MapReader map(node, "an entry of 'detaches'", problems_);
    DetachEntry entry;
    readEntry(map, EntryParts::Conditions, context_, entry);
    entry.handler = readArgument(map, "handler");
    entry.context_only = map.boolean("context_only").value_or(false);
    entry.kept = map.boolean("kept").value_or(false);
    entry.ends_program = map.boolean("ends_program").value_or(false);
    map.finish();
    if (problems_.count() == before) { out_.detaches.push_back(std::move(entry)); }
  });
}

void SectionReader::readCallables(std::string_view key, std::vector<CallableEntry>& out) {
  const YamlField* section = map_.find(key);
  if (section == nullptr) { return; }
  forEachEntry(*section, true, context_, [&](const YamlNode& node) {
    MapReader entry(node, "an entry of '" + section->key + "'", problems_);
    out.push_back(readCallable(entry, context_));
    entry.finish();
  });
}

template <typename T>
void SectionReader::readEntries(std::string_view key, EntryParts parts, std::vector<T>& out) {
  const YamlField* section = map_.find(key);
  if (section == nullptr) { return; }
  forEachEntry(*section, true, context_, [&](const YamlNode& node) {
    const size_t before = problems_.count();
    MapReader map(node, "an entry of '" + section->key + "'", problems_);
    T entry;
    readEntry(map, parts, context_, entry);
    map.finish();
    if (problems_.count() == before) { out.push_back(std::move(entry)); }
  });
}

void SectionReader::readTypeEffects(std::string_view key, std::vector<TypeEffectEntry>& out) {
  const YamlField* section = map_.find(key);
  if (section == nullptr) { return; }
  forEachEntry(*section, true, context_, [&](const YamlNode& node) {
    const size_t before = problems_.count();
    MapReader map(node, "an entry of '" + section->key + "'", problems_);
    TypeEffectEntry entry;
    readEntry(map, EntryParts::Conditions, context_, entry);
    if (const auto index = map.number("class_type_argument", last_argument_index)) {
      entry.of_class = true;
      entry.type_argument = *index;
    } else {
      entry.type_argument = map.number("type_argument", last_argument_index).value_or(0);
    }
    entry.shared = map.boolean("shared").value_or(false);
    map.finish();
    if (problems_.count() == before) { out.push_back(std::move(entry)); }
  });
}

std::vector<std::string> readNamespaces(MapReader& map, std::string_view key) {
  std::vector<std::string> namespaces;
  for (const LocatedText& written : map.texts(key)) {
    std::optional<std::string> name = readNamespace(written, map.problems());
    if (!name) { continue; }
    if (std::find(namespaces.begin(), namespaces.end(), *name) != namespaces.end()) {
      map.problems().add(written.place,
                         "the namespace " + quotedForMessage(written.value) + " is listed twice");
      continue;
    }
    namespaces.push_back(std::move(*name));
  }
  return namespaces;
}

template <typename T>
void append(std::vector<T>& all, std::vector<T>& more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void appendNew(std::vector<std::string>& all, std::vector<std::string>& more) {
  for (std::string& name : more) {
    if (std::find(all.begin(), all.end(), name) == all.end()) { all.push_back(std::move(name)); }
  }
}

} // namespace

void readPackSections(MapReader& map, const KnownNames& known, const EntryContext& context,
                      LibraryPack& out) {
  SectionReader(map, known, context, out).read();
}

LibraryPack readPackBody(MapReader& map, const KnownNames& known, const std::string& library) {
  LibraryPack pack;
  pack.library = library;
  pack.source = map.problems().sourceOf(map.place());
  pack.namespaces = readNamespaces(map, "namespaces");
  if (pack.namespaces.empty()) { pack.namespaces.emplace_back(); }
  pack.external_namespaces = readNamespaces(map, "external_namespaces");
  const NameResolver names(pack.namespaces);
  readPackSections(map, known, {names, map.problems(), pack.library}, pack);
  return pack;
}

std::optional<LibraryPack> readPack(const YamlNode& root, const KnownNames& known, FileProblems& problems) {
  MapReader map(root, "a library pack", problems);
  if (!map.isMap()) { return std::nullopt; }
  readSchema(map);
  const std::optional<LocatedText> library = map.requiredText("library");
  const std::optional<LocatedText> title = map.text("title");
  LibraryPack pack = readPackBody(map, known, library ? library->value : std::string());
  if (title) { pack.title = title->value; }
  map.finish();
  if (!library) { return std::nullopt; }
  return pack;
}

void mergePack(LibraryPack& pack, LibraryPack more) {
  if (pack.title.empty()) { pack.title = std::move(more.title); }
  appendNew(pack.namespaces, more.namespaces);
  appendNew(pack.external_namespaces, more.external_namespaces);
  append(pack.blocks, more.blocks);
  append(pack.fixes, more.fixes);
  append(pack.tasks, more.tasks);
  append(pack.sync_types, more.sync_types);
  append(pack.awaitables, more.awaitables);
  append(pack.views, more.views);
  append(pack.no_throws, more.no_throws);
  append(pack.callbacks, more.callbacks);
  append(pack.overrides, more.overrides);
  append(pack.async_annotations, more.async_annotations);
  append(pack.elsewhere, more.elsewhere);
  append(pack.executors, more.executors);
  append(pack.inlines, more.inlines);
  append(pack.moves, more.moves);
  append(pack.drops, more.drops);
  append(pack.constructs, more.constructs);
  append(pack.destroys, more.destroys);
  append(pack.copies, more.copies);
  append(pack.defines, more.defines);
  append(pack.never_blocks, more.never_blocks);
  append(pack.switches, more.switches);
  append(pack.detaches, more.detaches);
  append(pack.locks, more.locks);
  append(pack.lock_calls, more.lock_calls);
  append(pack.looks, more.looks);
  append(pack.limits, more.limits);
  append(pack.peers, more.peers);
  append(pack.deadlines, more.deadlines);
  append(pack.modes, more.modes);
  append(pack.matches, more.matches);
  for (auto& [rule, text] : more.instead) {
    pack.instead[rule] = std::move(text);
  }
}

} // namespace nostall
