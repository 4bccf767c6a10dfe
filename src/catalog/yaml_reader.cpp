#include "catalog/yaml_reader.h"

#include "support/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace nostall {
namespace {

constexpr size_t longest_quotation = 60;

std::string keyName(std::string_view key) {
  return "'" + std::string(key) + "'";
}

} // namespace

void sortByPlace(Problems& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& left, const Problem& right) {
    return std::pair(left.line, left.column) < std::pair(right.line, right.column);
  });
}

void FileProblems::add(Place place, std::string message) {
  problems_.push_back({file_, place.line, place.column, std::move(message)});
}

std::string quotedForMessage(std::string_view text) {
  if (text.size() <= longest_quotation) { return "'" + printable(text) + "'"; }
  // Not through the middle of a character.
  size_t end = longest_quotation;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return "'" + printable(text.substr(0, end)) + "...'";
}

std::string described(const YamlNode& node) {
  switch (node.kind) {
  case YamlKind::Nothing: return "nothing";
  case YamlKind::Text: return "the text " + quotedForMessage(node.text);
  case YamlKind::List: return "a list";
  case YamlKind::Map: return "a map";
  }
  return "nothing";
}

std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string best = nearest(word, candidates);
  return best.empty() ? "" : "did you mean '" + best + "'? ";
}

std::optional<LocatedText> readText(const YamlNode& node, const std::string& what, FileProblems& problems) {
  if (node.kind != YamlKind::Text) {
    problems.add(node.place, what + " must be text: found " + described(node));
    return std::nullopt;
  }
  if (node.text.empty()) {
    problems.add(node.place, what + " is empty: write it out or remove the key");
    return std::nullopt;
  }
  return LocatedText{node.text, node.place};
}

std::vector<LocatedText> readTexts(const YamlNode& node, const std::string& what, FileProblems& problems) {
  std::vector<LocatedText> found;
  if (node.kind != YamlKind::List) {
    if (node.kind == YamlKind::Map || node.kind == YamlKind::Nothing) {
      problems.add(node.place, what + " must be text or a list of texts: found " + described(node));
      return found;
    }
    if (auto text = readText(node, what, problems)) { found.push_back(std::move(*text)); }
    return found;
  }
  for (const YamlNode& item : node.items) {
    if (auto text = readText(item, "an item of " + what, problems)) { found.push_back(std::move(*text)); }
  }
  return found;
}

std::optional<int64_t> integerIn(const YamlNode& node) {
  if (node.kind != YamlKind::Text || node.quoted) { return std::nullopt; }
  std::string_view digits = node.text;
  const bool negative = digits.starts_with('-');
  if (negative) { digits.remove_prefix(1); }
  const bool hexadecimal = digits.starts_with("0x") || digits.starts_with("0X");
  if (hexadecimal) { digits.remove_prefix(2); }
  uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (!whole || (!hexadecimal && value > INT64_MAX)) { return std::nullopt; }
  return static_cast<int64_t>(negative ? 0 - value : value);
}

MapReader::MapReader(const YamlNode& node, std::string what, FileProblems& problems)
    : node_(node), what_(std::move(what)), problems_(problems) {
  if (!isMap()) {
    problems_.add(node.place, what_ + " must be a map ('key: value'): found " + described(node));
  }
}

const YamlField* MapReader::find(std::string_view key) {
  if (std::find(allowed_.begin(), allowed_.end(), key) == allowed_.end()) { allowed_.emplace_back(key); }
  const auto field = std::find_if(node_.fields.begin(), node_.fields.end(),
                                  [key](const YamlField& candidate) { return candidate.key == key; });
  return field == node_.fields.end() ? nullptr : &*field;
}

const YamlField* MapReader::require(std::string_view key) {
  const YamlField* field = find(key);
  if (field == nullptr && isMap()) { problems_.add(place(), what_ + " needs the key " + keyName(key)); }
  return field;
}

std::vector<const YamlField*> MapReader::findAll(std::span<const std::string_view> keys) {
  std::vector<const YamlField*> found;
  for (const std::string_view key : keys) {
    if (const YamlField* field = find(key)) { found.push_back(field); }
  }
  return found;
}

bool MapReader::hasSlipOf(std::span<const std::string_view> keys) const {
  const std::vector<std::string> words(keys.begin(), keys.end());
  return std::any_of(node_.fields.begin(), node_.fields.end(), [&words](const YamlField& field) {
    const bool known = std::find(words.begin(), words.end(), field.key) != words.end();
    return !known && !nearest(field.key, words).empty();
  });
}

std::optional<LocatedText> MapReader::text(std::string_view key) {
  const YamlField* field = find(key);
  return field == nullptr ? std::nullopt : readText(field->value, keyName(key), problems_);
}

std::optional<LocatedText> MapReader::requiredText(std::string_view key) {
  const YamlField* field = require(key);
  return field == nullptr ? std::nullopt : readText(field->value, keyName(key), problems_);
}

std::vector<LocatedText> MapReader::texts(std::string_view key) {
  const YamlField* field = find(key);
  return field == nullptr ? std::vector<LocatedText>{} : readTexts(field->value, keyName(key), problems_);
}

std::optional<bool> MapReader::boolean(std::string_view key) {
  static constexpr std::pair<std::string_view, bool> choices[] = {{"true", true}, {"false", false}};
  return choice<bool>(key, choices);
}

std::optional<uint32_t> MapReader::number(std::string_view key, uint32_t largest) {
  const YamlField* field = find(key);
  if (field == nullptr) { return std::nullopt; }
  const std::optional<int64_t> number = integerIn(field->value);
  if (number && *number >= 0 && *number <= largest) { return static_cast<uint32_t>(*number); }
  problems_.add(field->value.place, keyName(key) + " must be a number from 0 to " + std::to_string(largest) +
                                        ": found " + described(field->value));
  return std::nullopt;
}

void MapReader::refuseChoice(const YamlField& field, const std::vector<std::string>& words) {
  const std::string use = "use " + listed(words);
  if (field.value.kind != YamlKind::Text) {
    problems_.add(field.value.place, keyName(field.key) + " is " + described(field.value) + ": " + use);
    return;
  }
  problems_.add(field.value.place, field.key + " " + quotedForMessage(field.value.text) +
                                       " is unknown: " + didYouMean(field.value.text, words) + use);
}

void MapReader::finish() {
  for (const YamlField& field : node_.fields) {
    if (std::find(allowed_.begin(), allowed_.end(), field.key) != allowed_.end()) { continue; }
    problems_.add(field.place, what_ + " has the unknown key " + quotedForMessage(field.key) + ": " +
                                   didYouMean(field.key, allowed_) + "allowed are " +
                                   listed(allowed_, "and"));
  }
}

} // namespace nostall
