// Typed reading of a YAML tree: asks for keys, says what was found instead and what is allowed. Used for
// rules, library packs and the configuration.
#pragma once

#include "catalog/yaml_tree.h"
#include "model/rule.h"
#include "support/problem.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nostall {

/// A value with the place it was written at.
template <typename T>
struct Located {
  T value{};
  Place place;
};

using LocatedText = Located<std::string>;

/// Collects what is wrong with one file.
class FileProblems {
public:
  FileProblems(std::string file, Problems& problems, bool built_in = false)
      : file_(std::move(file)), built_in_(built_in), problems_(problems) {}

  void add(Place place, std::string message);
  SourceOfRule sourceOf(Place place) const { return {file_, place.line, place.column, built_in_}; }
  const std::string& file() const { return file_; }
  /// How many there are by now: who sees the number grow while reading a thing drops the thing.
  size_t count() const { return problems_.size(); }

private:
  std::string file_;
  bool built_in_;
  Problems& problems_;
};

/// The problems of one file, in the order of their places.
void sortByPlace(Problems& problems);

/// 'text', shortened and made printable, for messages.
std::string quotedForMessage(std::string_view text);

/// "a list", "the text 'x'", "nothing".
std::string described(const YamlNode& node);

/// "did you mean 'x'? " when one of the candidates is near, else "".
std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates);

/// One text or a list of them; anything else is a problem. `what` is how the value is called in messages:
/// "'method'".
std::vector<LocatedText> readTexts(const YamlNode& node, const std::string& what, FileProblems& problems);

/// The text of a scalar; nothing, and a problem, for anything else or empty text.
std::optional<LocatedText> readText(const YamlNode& node, const std::string& what, FileProblems& problems);

/// A whole number, decimal or 0x..., if the node holds one. Reports nothing.
std::optional<int64_t> integerIn(const YamlNode& node);

/// Reads the keys of one map. Which keys are allowed follows from the questions asked: finish() reports
/// all others.
class MapReader {
public:
  /// `what` names the map in messages: "a rule", "an entry of 'blocks'".
  MapReader(const YamlNode& node, std::string what, FileProblems& problems);

  /// The node is a map. If not, that has been reported and every question is answered with nothing.
  bool isMap() const { return node_.kind == YamlKind::Map; }

  /// The field if it is there; the key is allowed from now on. A value of nothing counts as there.
  const YamlField* find(std::string_view key);
  /// Reports it when it is missing.
  const YamlField* require(std::string_view key);
  /// The keys of this map that are among `keys`; each is allowed from now on.
  std::vector<const YamlField*> findAll(std::span<const std::string_view> keys);

  /// Some key of the map is none of `keys` but nearly one of them: what is missing has been misspelt, and
  /// finish() will say so.
  bool hasSlipOf(std::span<const std::string_view> keys) const;

  std::optional<LocatedText> text(std::string_view key);
  std::optional<LocatedText> requiredText(std::string_view key);
  std::vector<LocatedText> texts(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  /// From 0 to `largest`.
  std::optional<uint32_t> number(std::string_view key, uint32_t largest);

  /// One word of a closed list.
  template <typename T>
  std::optional<T> choice(std::string_view key, std::span<const std::pair<std::string_view, T>> choices) {
    const YamlField* field = find(key);
    if (field == nullptr) { return std::nullopt; }
    for (const auto& [word, value] : choices) {
      if (field->value.kind == YamlKind::Text && field->value.text == word) { return value; }
    }
    std::vector<std::string> words;
    for (const auto& choice : choices) {
      words.emplace_back(choice.first);
    }
    refuseChoice(*field, words);
    return std::nullopt;
  }

  /// Reports every key that nobody asked for. To be called last.
  void finish();

  Place place() const { return node_.place; }
  const std::string& what() const { return what_; }
  FileProblems& problems() { return problems_; }

private:
  void refuseChoice(const YamlField& field, const std::vector<std::string>& words);

  const YamlNode& node_;
  std::string what_;
  FileProblems& problems_;
  std::vector<std::string> allowed_;
};

} // namespace nostall
