#include "catalog/entries.h"

#include "support/text.h"

#include <array>
#include <utility>

namespace nostall {
namespace {

struct PatternKey {
  std::string_view key;
  PatternKind kind;
  NameKind name;
};

constexpr std::array<PatternKey, 6> pattern_keys = {{
    {"function", PatternKind::Function, NameKind::Function},
    {"method", PatternKind::Method, NameKind::Method},
    {"each_method_of", PatternKind::EachMethodOf, NameKind::Type},
    {"constructor", PatternKind::Constructor, NameKind::Type},
    {"destructor", PatternKind::Destructor, NameKind::Type},
    {"object", PatternKind::Object, NameKind::Object},
}};

NameKind nameKindOf(PatternKind kind) {
  for (const PatternKey& key : pattern_keys) {
    if (key.kind == kind) { return key.name; }
  }
  return NameKind::Function;
}

void reportNoPattern(const MapReader& map, FileProblems& problems) {
  std::vector<std::string_view> keys;
  std::vector<std::string> words;
  for (const PatternKey& key : pattern_keys) {
    keys.push_back(key.key);
    words.push_back("'" + std::string(key.key) + "'");
  }
  if (map.hasSlipOf(keys)) { return; }
  problems.add(map.place(), map.what() + " names nothing to match: write one of " + listed(words));
}

void appendIdentity(const Condition& condition, std::string& out) {
  out += "\n" + std::to_string(static_cast<int>(condition.subject)) + " " +
         std::to_string(static_cast<int>(condition.test)) + " " + std::to_string(condition.index) + " " +
         std::to_string(condition.at_least) + " " + std::to_string(condition.at_most) + " " +
         std::to_string(static_cast<int>(condition.mode));
  for (const std::string& name : condition.names) {
    out += " " + name;
  }
  for (const int64_t number : condition.numbers) {
    out += " " + std::to_string(number);
  }
}

} // namespace

std::vector<Pattern> readPatterns(const YamlField& field, PatternKind kind, const EntryContext& context) {
  std::vector<Pattern> patterns;
  const std::string what = "'" + field.key + "'";
  const std::vector<LocatedText> texts = readTexts(field.value, what, context.problems);
  if (field.value.kind == YamlKind::List && field.value.items.empty()) {
    context.problems.add(field.value.place, what + " lists no name");
  }
  for (const LocatedText& written : texts) {
    for (std::string& name : context.names.resolve(written, nameKindOf(kind), what, context.problems)) {
      patterns.push_back({kind, std::move(name)});
    }
  }
  return patterns;
}

void readEntryConditions(MapReader& map, const EntryContext& context, Entry& out) {
  out.when = readConditions(map, "when", context.names);
  out.unless = readConditions(map, "unless", context.names);
  out.library = context.library;
  out.source = context.problems.sourceOf(map.place());
}

void readEntry(MapReader& map, EntryParts parts, const EntryContext& context, Entry& out) {
  const YamlField* first = nullptr;
  for (const auto& [key, kind, name] : pattern_keys) {
    const YamlField* field = map.find(key);
    if (field == nullptr) { continue; }
    if (first != nullptr) {
      context.problems.add(field->place, map.what() + " has two patterns, '" + first->key + "' and '" +
                                             field->key + "': write two entries");
      continue;
    }
    first = field;
    // Asked of a function, not of a call: there is no object to look at.
    if (parts == EntryParts::PatternOnly && kind == PatternKind::Object) {
      context.problems.add(field->place, map.what() + " cannot be an 'object': write its class, " +
                                             "'method: Class::operator()'");
    }
    out.patterns = readPatterns(*field, kind, context);
  }
  if (first == nullptr) { reportNoPattern(map, context.problems); }
  out.library = context.library;
  out.source = context.problems.sourceOf(map.place());
  if (parts == EntryParts::Conditions) { readEntryConditions(map, context, out); }
}

void forEachEntry(const YamlField& section, bool plain_names, const EntryContext& context,
                  const std::function<void(const YamlNode&)>& read) {
  const std::string what = "'" + section.key + "'";
  if (section.value.kind != YamlKind::List) {
    context.problems.add(section.value.place,
                         what + " must be a list ('- ...'): found " + described(section.value));
    return;
  }
  for (const YamlNode& item : section.value.items) {
    if (item.kind == YamlKind::Text && plain_names) {
      YamlNode map;
      map.kind = YamlKind::Map;
      map.place = item.place;
      map.fields.push_back({"function", item.place, item});
      read(map);
      continue;
    }
    if (item.kind == YamlKind::Map) {
      read(item);
      continue;
    }
    context.problems.add(item.place, "an entry of " + what + " must be a map ('{key: value}')" +
                                         (plain_names ? " or the name of a function" : "") + ": found " +
                                         described(item));
  }
}

std::vector<std::string> identityOf(const Entry& entry) {
  std::string conditions = "\nwhen";
  for (const Condition& condition : entry.when) {
    appendIdentity(condition, conditions);
  }
  conditions += "\nunless";
  for (const Condition& condition : entry.unless) {
    appendIdentity(condition, conditions);
  }
  std::vector<std::string> identities;
  identities.reserve(entry.patterns.size());
  for (const Pattern& pattern : entry.patterns) {
    identities.push_back(std::to_string(static_cast<int>(pattern.kind)) + pattern.name + conditions);
  }
  return identities;
}

} // namespace nostall
