#include "catalog/rule_loader.h"

#include "support/text.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace nostall {
namespace {

constexpr int64_t known_schema = 1;

constexpr std::pair<std::string_view, RuleKind> rule_kinds[] = {
    {"reach", RuleKind::Reach},     {"lost-task", RuleKind::LostTask},      {"detached", RuleKind::Detached},
    {"lock", RuleKind::Lock},       {"dangling", RuleKind::Dangling},       {"loop", RuleKind::Loop},
    {"pattern", RuleKind::Pattern}, {"suppression", RuleKind::Suppression}, {"match", RuleKind::Reach}};

constexpr std::pair<std::string_view, Severity> severities[] = {
    {"error", Severity::Error}, {"warning", Severity::Warning}, {"note", Severity::Note}};

bool isRuleId(std::string_view id) {
  const bool characters = std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  return characters && !id.empty() && id.front() >= 'a' && id.back() != '-' && id.size() <= 60;
}

/// `{callee}`, `{function}`, `{type}`, `{object}` are filled in; any other would be shown as it stands.
void checkPlaceholders(const LocatedText& message, FileProblems& problems) {
  static const std::vector<std::string> known = {"callee", "function", "type", "object"};
  const std::string& text = message.value;
  for (size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const size_t close = std::min(text.find('}', open), text.size());
    const std::string name = text.substr(open + 1, close - open - 1);
    if (close != text.size() && std::find(known.begin(), known.end(), name) != known.end()) { continue; }
    problems.add(message.place, "'message' has the placeholder " + quotedForMessage("{" + name + "}") +
                                    ", which nothing fills: " + didYouMean(name, known) +
                                    "use {callee}, {function}, {type} or {object}");
  }
}

std::vector<std::string> readReferences(MapReader& map) {
  std::vector<std::string> references;
  for (LocatedText& reference : map.texts("references")) {
    const bool is_address = reference.value.starts_with("https://") || reference.value.starts_with("http://");
    if (!is_address) {
      map.problems().add(reference.place, "the reference " + quotedForMessage(reference.value) +
                                              " is no web address: it begins with 'https://'");
      continue;
    }
    references.push_back(std::move(reference.value));
  }
  return references;
}

std::map<std::string, std::string> readMessages(MapReader& map) {
  std::map<std::string, std::string> messages;
  const YamlField* field = map.find("messages");
  if (field == nullptr) { return messages; }
  FileProblems& problems = map.problems();
  if (field->value.kind != YamlKind::Map) {
    problems.add(field->value.place,
                 "'messages' must be a map ('case: message'): found " + described(field->value));
    return messages;
  }
  for (const YamlField& variant : field->value.fields) {
    const std::optional<LocatedText> message =
        readText(variant.value, "the message for '" + variant.key + "'", problems);
    if (!message) { continue; }
    checkPlaceholders(*message, problems);
    messages.emplace(variant.key, message->value);
  }
  return messages;
}

std::string valueOf(std::optional<LocatedText> text) {
  return text ? std::move(text->value) : std::string();
}

/// A rule of kind `match` says itself which calls block; the chains to them are those of any other.
void readMatches(MapReader& map, Rule& rule) {
  for (LocatedText& text : map.texts("match")) {
    MatchEntry entry{.expression = std::move(text.value), .block = {}};
    entry.block.rule = rule.id;
    entry.block.source = map.problems().sourceOf(text.place);
    rule.matches.push_back(std::move(entry));
  }
}

} // namespace

void readSchema(MapReader& map) {
  const YamlField* schema = map.require("schema");
  if (schema == nullptr || integerIn(schema->value) == known_schema) { return; }
  map.problems().add(schema->value.place,
                     "schema is " + described(schema->value) + ": this nostall reads schema 1");
}

std::optional<Severity> readSeverity(MapReader& map, std::string_view key) {
  return map.choice<Severity>(key, severities);
}

std::optional<Rule> readRule(const YamlNode& root, FileProblems& problems) {
  MapReader map(root, "a rule", problems);
  if (!map.isMap()) { return std::nullopt; }
  Rule rule;
  rule.source = problems.sourceOf(root.place);
  readSchema(map);
  const std::optional<LocatedText> id = map.requiredText("id");
  const bool usable = id && isRuleId(id->value);
  if (id && !usable) {
    problems.add(id->place, "the id " + quotedForMessage(id->value) +
                                " is not written as one: use small letters, digits and single dashes, " +
                                "like 'blocking-sleep'");
  }
  if (usable) { rule.id = id->value; }
  map.require("kind");
  rule.kind = map.choice<RuleKind>("kind", rule_kinds).value_or(RuleKind::Reach);
  map.require("severity");
  rule.severity = readSeverity(map, "severity").value_or(Severity::Warning);
  rule.enabled = map.boolean("enabled").value_or(true);
  rule.summary = valueOf(map.requiredText("summary"));
  if (const std::optional<LocatedText> message = map.requiredText("message")) {
    checkPlaceholders(*message, problems);
    rule.message = message->value;
  }
  rule.messages = readMessages(map);
  rule.help = valueOf(map.text("help"));
  rule.references = readReferences(map);
  readMatches(map, rule);
  map.finish();
  if (!usable) { return std::nullopt; }
  return rule;
}

} // namespace nostall
