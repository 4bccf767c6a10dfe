#include "catalog/conditions.h"

#include "support/text.h"

#include <algorithm>
#include <array>

namespace nostall {
namespace {

constexpr std::array<std::string_view, 6> subject_keys = {"argument", "arguments", "returns",
                                                          "result",   "object",    "copy_or_move"};
constexpr std::array<std::string_view, 7> argument_tests = {"equals",        "has_flag",  "is",  "type",
                                                            "type_argument", "refers_to", "mode"};
constexpr std::array<std::string_view, 3> object_tests = {"type", "refers_to", "mode"};

std::string keysOf(std::span<const std::string_view> keys) {
  std::vector<std::string> words;
  for (const std::string_view key : keys) {
    words.push_back("'" + std::string(key) + "'");
  }
  return listed(words);
}

/// The items of a list, or the value as the only one.
std::span<const YamlNode> itemsOf(const YamlNode& value) {
  return value.kind == YamlKind::List ? std::span(value.items) : std::span(&value, 1);
}

/// Reads one condition. Returns of its functions: the condition was understood.
class ConditionReader {
public:
  ConditionReader(MapReader& map, const NameResolver& names, FileProblems& problems)
      : map_(map), names_(names), problems_(problems) {}

  bool read(Condition& out);
  bool readValues(const YamlField& field, Test test, Condition& out);

private:
  bool readArgumentTest(Condition& out);
  bool readArgumentCount(const YamlField& field, Condition& out);
  bool readObject(const YamlField& field, Condition& out);
  bool readIs(Condition& out);
  static bool readMode(MapReader& map, Condition& out);
  bool readTypes(const YamlField& field, Condition& out);
  bool readGlobals(const YamlField& field, Condition& out);
  bool readHolds(const YamlField& field, Subject subject, std::string_view only, Condition& out);
  const YamlField* onlyOne(MapReader& map, std::span<const std::string_view> keys, const std::string& what);
  bool readValue(const YamlField& field, const YamlNode& item, Condition& out);
  static std::optional<int64_t> wordNumber(const YamlNode& item, Test test);

  MapReader& map_;
  const NameResolver& names_;
  FileProblems& problems_;
};

const YamlField* ConditionReader::onlyOne(MapReader& map, std::span<const std::string_view> keys,
                                          const std::string& what) {
  const std::vector<const YamlField*> found = map.findAll(keys);
  if (found.size() == 1) { return found[0]; }
  if (found.empty()) {
    if (map.hasSlipOf(keys)) { return nullptr; }
    problems_.add(map.place(), map.what() + " has no " + what + ": write " + keysOf(keys));
    return nullptr;
  }
  problems_.add(found[1]->place, map.what() + " has two " + what + "s, '" + found[0]->key + "' and '" +
                                     found[1]->key + "': write two conditions");
  return nullptr;
}

bool ConditionReader::read(Condition& out) {
  const YamlField* subject = onlyOne(map_, subject_keys, "subject");
  if (subject == nullptr) {
    map_.findAll(argument_tests);
    return false;
  }
  if (subject->key == "argument") { return readArgumentTest(out); }
  if (subject->key == "arguments") { return readArgumentCount(*subject, out); }
  if (subject->key == "object") { return readObject(*subject, out); }
  if (subject->key == "result") { return readHolds(*subject, Subject::Result, "discarded", out); }
  if (subject->key == "copy_or_move") { return readHolds(*subject, Subject::CopyOrMove, "true", out); }
  out.subject = Subject::ReturnType;
  return readTypes(*subject, out);
}

bool ConditionReader::readArgumentTest(Condition& out) {
  const std::optional<ArgumentSelector> argument = readArgument(map_, "argument");
  const YamlField* test = onlyOne(map_, argument_tests, "test");
  if (!argument || test == nullptr) { return false; }
  switch (argument->kind) {
  case ArgumentSelector::Kind::Index: out.subject = Subject::Argument; break;
  case ArgumentSelector::Kind::Last: out.subject = Subject::LastArgument; break;
  case ArgumentSelector::Kind::Any: out.subject = Subject::AnyArgument; break;
  }
  out.index = argument->index;
  if (test->key == "is") { return readIs(out); }
  if (test->key == "type" || test->key == "type_argument") {
    const bool understood = readTypes(*test, out);
    if (test->key == "type_argument") { out.test = Test::HasTypeArgument; }
    return understood;
  }
  if (test->key == "refers_to") { return readGlobals(*test, out); }
  if (test->key == "mode") { return readMode(map_, out); }
  return readValues(*test, test->key == "equals" ? Test::Equals : Test::HasFlag, out);
}

bool ConditionReader::readIs(Condition& out) {
  static constexpr std::pair<std::string_view, Test> tests[] = {
      {"zero_time", Test::ZeroTime}, {"null", Test::IsNull}, {"absent", Test::Absent}};
  const std::optional<Test> test = map_.choice<Test>("is", tests);
  if (!test) { return false; }
  if (*test == Test::Absent && out.subject != Subject::Argument) {
    problems_.add(map_.place(),
                  "'is: absent' needs the number of an argument: 'last' and 'any' are never absent");
    return false;
  }
  out.test = *test;
  return true;
}

/// true, false, and null, which is what the number 0 is as a pointer.
std::optional<int64_t> ConditionReader::wordNumber(const YamlNode& item, Test test) {
  if (item.kind != YamlKind::Text || item.quoted) { return integerIn(item); }
  if (item.text == "true") { return 1; }
  if (item.text == "false") { return 0; }
  const bool null = item.text == "null" || item.text == "nullptr";
  return null && test == Test::Equals ? std::optional<int64_t>(0) : integerIn(item);
}

bool ConditionReader::readValue(const YamlField& field, const YamlNode& item, Condition& out) {
  if (const std::optional<int64_t> number = wordNumber(item, out.test)) {
    out.numbers.push_back(*number);
    return true;
  }
  const std::optional<LocatedText> text = readText(item, "'" + field.key + "'", problems_);
  if (!text) { return false; }
  const std::vector<std::string> names = names_.resolveValue(text->value);
  out.names.insert(out.names.end(), names.begin(), names.end());
  return true;
}

bool ConditionReader::readValues(const YamlField& field, Test test, Condition& out) {
  out.test = test;
  const std::span<const YamlNode> items = itemsOf(field.value);
  if (items.empty()) { problems_.add(field.value.place, "'" + field.key + "' lists no value"); }
  return !items.empty() && std::all_of(items.begin(), items.end(),
                                       [&](const YamlNode& item) { return readValue(field, item, out); });
}

bool ConditionReader::readTypes(const YamlField& field, Condition& out) {
  out.test = Test::HasType;
  const std::string what = "the type in '" + field.key + "'";
  for (const LocatedText& written : readTexts(field.value, "'" + field.key + "'", problems_)) {
    for (std::string& name : names_.resolve(written, NameKind::Type, what, problems_)) {
      out.names.push_back(std::move(name));
    }
  }
  return !out.names.empty();
}

bool ConditionReader::readGlobals(const YamlField& field, Condition& out) {
  out.test = Test::RefersTo;
  for (const LocatedText& written : readTexts(field.value, "'refers_to'", problems_)) {
    for (std::string& name : names_.resolve(written, NameKind::Object, "'refers_to'", problems_)) {
      out.names.push_back(std::move(name));
    }
  }
  return !out.names.empty();
}

bool ConditionReader::readArgumentCount(const YamlField& field, Condition& out) {
  MapReader count(field.value, "'arguments'", problems_);
  if (!count.isMap()) { return false; }
  const std::optional<uint32_t> at_least = count.number("at_least", last_argument_index + 1);
  const std::optional<uint32_t> at_most = count.number("at_most", last_argument_index + 1);
  count.finish();
  if (!at_least && !at_most) {
    if (field.value.fields.empty()) {
      problems_.add(field.place, "'arguments' needs 'at_least' or 'at_most'");
    }
    return false;
  }
  out.subject = Subject::ArgumentCount;
  out.test = Test::Holds;
  out.at_least = at_least.value_or(0);
  out.at_most = at_most.value_or(UINT32_MAX);
  if (out.at_least <= out.at_most) { return true; }
  problems_.add(field.value.place, "no call has at least " + std::to_string(out.at_least) + " and at most " +
                                       std::to_string(out.at_most) + " arguments");
  return false;
}

bool ConditionReader::readObject(const YamlField& field, Condition& out) {
  MapReader object(field.value, "'object'", problems_);
  if (!object.isMap()) { return false; }
  const YamlField* test = onlyOne(object, object_tests, "test");
  const bool mode_known = test == nullptr || test->key != "mode" || readMode(object, out);
  object.finish();
  if (test == nullptr || !mode_known) { return false; }
  out.subject = Subject::Object;
  if (test->key == "type") { return readTypes(*test, out); }
  if (test->key == "refers_to") { return readGlobals(*test, out); }
  return true;
}

bool ConditionReader::readMode(MapReader& map, Condition& out) {
  static constexpr std::pair<std::string_view, Mode> modes[] = {
      {"nonblocking", Mode::Nonblocking}, {"joins", Mode::Nonblocking}, {"ready", Mode::Ready}};
  const std::optional<Mode> mode = map.choice<Mode>("mode", modes);
  out.test = Test::HasMode;
  out.mode = mode.value_or(Mode::Nonblocking);
  return mode.has_value();
}

bool ConditionReader::readHolds(const YamlField& field, Subject subject, std::string_view only,
                                Condition& out) {
  out.subject = subject;
  out.test = Test::Holds;
  if (field.value.kind == YamlKind::Text && field.value.text == only) { return true; }
  problems_.add(field.value.place, "'" + field.key + "' is " + described(field.value) + ": only '" +
                                       std::string(only) + "' is known; for the opposite, use 'unless' " +
                                       "in place of 'when', or the other way round");
  return false;
}

} // namespace

std::optional<ArgumentSelector> readArgument(MapReader& reader, std::string_view key) {
  const YamlField* field = reader.find(key);
  if (field == nullptr) { return std::nullopt; }
  using Kind = ArgumentSelector::Kind;
  if (field->value.text == "last") { return ArgumentSelector{Kind::Last, 0}; }
  if (field->value.text == "any") { return ArgumentSelector{Kind::Any, 0}; }
  const std::optional<int64_t> number = integerIn(field->value);
  if (number && *number >= 0 && *number <= last_argument_index) {
    return ArgumentSelector{Kind::Index, static_cast<uint32_t>(*number)};
  }
  reader.problems().add(field->value.place, "'" + field->key + "' is " + described(field->value) +
                                                ": use a number from 0 to " +
                                                std::to_string(last_argument_index) + ", 'last' or 'any'");
  return std::nullopt;
}

std::vector<Condition> readConditions(MapReader& entry, std::string_view key, const NameResolver& names) {
  std::vector<Condition> conditions;
  const YamlField* field = entry.find(key);
  if (field == nullptr) { return conditions; }
  const std::span<const YamlNode> items = itemsOf(field->value);
  if (items.empty()) { entry.problems().add(field->value.place, "'" + field->key + "' lists no condition"); }
  for (const YamlNode& item : items) {
    MapReader map(item, "a condition of '" + field->key + "'", entry.problems());
    if (!map.isMap()) { continue; }
    Condition condition;
    const bool understood = ConditionReader(map, names, entry.problems()).read(condition);
    if (understood) { conditions.push_back(std::move(condition)); }
    map.finish();
  }
  return conditions;
}

CallResults readAnswer(MapReader& entry, std::string_view key, const NameResolver& names) {
  const YamlField* field = entry.find(key);
  if (field == nullptr) { return {}; }
  Condition values;
  ConditionReader(entry, names, entry.problems()).readValues(*field, Test::Equals, values);
  return {std::move(values.names), std::move(values.numbers)};
}

} // namespace nostall
