#include "catalog/yaml_tree.h"

#include "catalog/yaml_text.h"
#include "support/text.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Casting.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/YAMLParser.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace nostall {
namespace {

namespace yaml = llvm::yaml;

/// Deeper than any rule file; the parser and the tree recurse this far.
constexpr unsigned deepest = 32;

/// What the parser calls when it does not understand. The first message is the mistake, the others are
/// its consequences.
struct FirstError {
  bool seen = false;
  const char* where = nullptr;
  std::string message;
};

void keepFirstError(const llvm::SMDiagnostic& diagnostic, void* context) {
  auto& error = *static_cast<FirstError*>(context);
  if (error.seen) { return; }
  error = {true, diagnostic.getLoc().getPointer(), diagnostic.getMessage().str()};
}

/// "could not find closing ]" for "Could not find closing ]!".
std::string sentencePart(std::string message) {
  while (!message.empty() && (message.back() == '!' || message.back() == '.')) {
    message.pop_back();
  }
  if (!message.empty()) {
    message[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(message[0])));
  }
  return message;
}

class TreeBuilder {
public:
  TreeBuilder(const std::string& file, std::string_view text, const LineTable& lines, Problems& problems)
      : file_(file), text_(text), lines_(lines), problems_(problems) {}

  std::optional<YamlNode> build();

private:
  void add(Place place, std::string message);
  Place placeOf(const char* where) const;
  Place placeOf(const yaml::Node& node) const;
  /// False when the rest of the document cannot be read.
  bool convert(yaml::Node* node, unsigned depth, YamlNode& out);
  bool convertMap(yaml::MappingNode& map, unsigned depth, YamlNode& out);
  bool convertList(yaml::SequenceNode& list, unsigned depth, YamlNode& out);
  bool convertField(yaml::KeyValueNode& pair, unsigned depth, YamlField& field);
  void convertText(const yaml::ScalarNode& scalar, YamlNode& out);
  void convertBlock(const yaml::BlockScalarNode& scalar, YamlNode& out);
  void refuseDecorations(const yaml::Node& node, Place place);
  void rememberLines(const char* begin, const char* end);
  void reportSyntax(const FirstError& error);
  void reportTabs();

  const std::string& file_;
  std::string_view text_;
  const LineTable& lines_;
  Problems& problems_;
  /// Lines (first, last) that are inside of text, where tabs are content.
  std::vector<std::pair<uint32_t, uint32_t>> text_lines_;
};

void TreeBuilder::add(Place place, std::string message) {
  problems_.push_back({file_, place.line, place.column, std::move(message)});
}

Place TreeBuilder::placeOf(const char* where) const {
  const bool inside = where >= text_.data() && where <= text_.data() + text_.size();
  return inside ? lines_.placeOf(static_cast<size_t>(where - text_.data())) : Place{};
}

Place TreeBuilder::placeOf(const yaml::Node& node) const {
  const char* begin = node.getSourceRange().Start.getPointer();
  if (const auto* alias = llvm::dyn_cast<yaml::AliasNode>(&node)) { begin = alias->getName().begin() - 1; }
  const bool collection = llvm::isa<yaml::MappingNode, yaml::SequenceNode>(node);
  if (!collection || begin < text_.data() || begin > text_.data() + text_.size()) { return placeOf(begin); }
  // The parser says where the first thing inside of the brackets stands.
  const size_t offset = static_cast<size_t>(begin - text_.data());
  const size_t before = text_.substr(0, offset).find_last_not_of(" \t\r\n");
  const bool bracket = before != std::string_view::npos && (text_[before] == '[' || text_[before] == '{');
  return lines_.placeOf(bracket ? before : offset);
}

std::optional<YamlNode> TreeBuilder::build() {
  FirstError error;
  llvm::SourceMgr sources;
  sources.setDiagHandler(keepFirstError, &error);
  yaml::Stream stream(llvm::StringRef(text_.data(), text_.size()), sources, false);
  YamlNode root;
  yaml::document_iterator document = stream.begin();
  bool readable = document != stream.end() && convert((*document).getRoot(), 0, root);
  // Only the scanner knows what stands behind the root; no second document, see secondDocument().
  if (readable && !stream.failed() && (*document).skip()) {
    add(root.place, "this is not YAML: the file goes on after its end; is everything indented alike?");
    readable = false;
  }
  if (stream.failed()) {
    reportSyntax(error);
    return std::nullopt;
  }
  if (!readable) { return std::nullopt; }
  reportTabs();
  return root;
}

bool TreeBuilder::convert(yaml::Node* node, unsigned depth, YamlNode& out) {
  if (node == nullptr) { return false; }
  out.place = placeOf(*node);
  if (depth > deepest) {
    add(out.place,
        "values are nested more than " + std::to_string(deepest) + " deep: no rule file needs that");
    return false;
  }
  refuseDecorations(*node, out.place);
  switch (node->getType()) {
  case yaml::Node::NK_Scalar: convertText(*static_cast<yaml::ScalarNode*>(node), out); return true;
  case yaml::Node::NK_BlockScalar: convertBlock(*static_cast<yaml::BlockScalarNode*>(node), out); return true;
  case yaml::Node::NK_Mapping: return convertMap(*static_cast<yaml::MappingNode*>(node), depth, out);
  case yaml::Node::NK_Sequence: return convertList(*static_cast<yaml::SequenceNode*>(node), depth, out);
  case yaml::Node::NK_Alias:
    add(out.place, "aliases ('*name') are not understood here: write the value out");
    return true;
  default: return true;
  }
}

void TreeBuilder::refuseDecorations(const yaml::Node& node, Place place) {
  if (!node.getAnchor().empty()) {
    add(place, "anchors ('&name') are not understood here: write the value out where it is needed");
  }
  if (!node.getRawTag().empty()) {
    add(place, "tags ('" + printable(node.getRawTag().take_front(20).str()) +
                   "') are not understood here: text that begins with '!' must be quoted");
  }
}

bool TreeBuilder::convertMap(yaml::MappingNode& map, unsigned depth, YamlNode& out) {
  out.kind = YamlKind::Map;
  std::map<std::string, Place> seen;
  for (yaml::KeyValueNode& pair : map) {
    YamlField field;
    if (!convertField(pair, depth, field)) { return false; }
    const auto [first, is_new] = seen.emplace(field.key, field.place);
    if (is_new) {
      out.fields.push_back(std::move(field));
      continue;
    }
    add(field.place, "the key '" + printable(field.key.substr(0, 60)) + "' is written twice, first in line " +
                         std::to_string(first->second.line));
  }
  return true;
}

bool TreeBuilder::convertField(yaml::KeyValueNode& pair, unsigned depth, YamlField& field) {
  yaml::Node* key = pair.getKey();
  if (key == nullptr) { return false; }
  if (key->getType() != yaml::Node::NK_Scalar) {
    // Going on would skip the key, and so recurse as deep as it is nested.
    add(placeOf(*key), "a key must be a word");
    return false;
  }
  YamlNode name;
  if (!convert(key, depth + 1, name)) { return false; }
  field.key = std::move(name.text);
  field.place = name.place;
  if (!convert(pair.getValue(), depth + 1, field.value)) { return false; }
  // What begins on a later line, or not at all, is best shown at its key.
  const bool is_collection = field.value.kind == YamlKind::List || field.value.kind == YamlKind::Map;
  if (!is_collection && field.value.place.line != field.place.line) { field.value.place = field.place; }
  return true;
}

bool TreeBuilder::convertList(yaml::SequenceNode& list, unsigned depth, YamlNode& out) {
  out.kind = YamlKind::List;
  for (yaml::Node& item : list) {
    YamlNode value;
    if (!convert(&item, depth + 1, value)) { return false; }
    out.items.push_back(std::move(value));
  }
  return true;
}

void TreeBuilder::convertText(const yaml::ScalarNode& scalar, YamlNode& out) {
  const llvm::StringRef raw = scalar.getRawValue();
  llvm::SmallString<128> storage;
  out.kind = YamlKind::Text;
  out.text = scalar.getValue(storage).str();
  out.quoted = !raw.empty() && (raw[0] == '"' || raw[0] == '\'');
  rememberLines(raw.begin(), raw.end());
}

void TreeBuilder::convertBlock(const yaml::BlockScalarNode& scalar, YamlNode& out) {
  out.kind = YamlKind::Text;
  out.text = scalar.getValue().str();
  out.quoted = true;
  rememberLines(scalar.getSourceRange().Start.getPointer(), scalar.getSourceRange().End.getPointer());
}

void TreeBuilder::rememberLines(const char* begin, const char* end) {
  const Place first = placeOf(begin);
  const Place last = placeOf(end);
  if (last.line > first.line) { text_lines_.emplace_back(first.line, last.line); }
}

void TreeBuilder::reportSyntax(const FirstError& error) {
  const Place place = placeOf(error.where);
  for (const uint32_t line : linesIndentedWithTabs(lines_)) {
    if (place.line != 0 && line > place.line) { break; }
    add({line, 1}, "this line is indented with a tab: YAML wants spaces");
    return;
  }
  const std::string what = error.seen ? sentencePart(printable(error.message)) : "it ends too early";
  add(place, "this is not YAML: " + what);
}

void TreeBuilder::reportTabs() {
  for (const uint32_t line : linesIndentedWithTabs(lines_)) {
    const bool in_text = std::any_of(text_lines_.begin(), text_lines_.end(), [line](const auto& range) {
      return range.first < line && line <= range.second;
    });
    if (!in_text) { add({line, 1}, "this line is indented with a tab: YAML wants spaces"); }
  }
}

} // namespace

std::optional<YamlNode> parseYaml(const std::string& file, std::string_view text, Problems& problems) {
  const LineTable lines(text);
  std::optional<TextMistake> mistake = unreadableByte(text, lines);
  if (!mistake) { mistake = secondDocument(lines); }
  if (mistake) {
    problems.push_back({file, mistake->place.line, mistake->place.column, std::move(mistake->message)});
    return std::nullopt;
  }
  return TreeBuilder(file, text, lines, problems).build();
}

} // namespace nostall
