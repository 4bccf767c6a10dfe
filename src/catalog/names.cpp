#include "catalog/names.h"

#include "support/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace nostall {
namespace {

constexpr size_t longest_name = 500;

bool isWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80;
}

/// Where the last component begins: operators may hold "::" and "<" of their own.
size_t memberBegin(std::string_view name) {
  for (size_t at = name.find("operator"); at != std::string_view::npos; at = name.find("operator", at + 1)) {
    const size_t end = at + std::string_view("operator").size();
    const bool begins = at == 0 || name.substr(0, at).ends_with("::");
    const bool ends = end < name.size() && !isWordByte(name[end]) && name.substr(end, 2) != "::";
    if (begins && ends) { return at; }
  }
  const size_t scope = name.rfind("::");
  return scope == std::string_view::npos ? 0 : scope + 2;
}

bool isWord(std::string_view component) {
  const bool digit = !component.empty() && std::isdigit(static_cast<unsigned char>(component[0])) != 0;
  return !component.empty() && !digit && std::all_of(component.begin(), component.end(), isWordByte);
}

bool isScope(std::string_view scope) {
  while (!scope.empty()) {
    const size_t end = std::min(scope.find("::"), scope.size());
    if (!isWord(scope.substr(0, end))) { return false; }
    if (end == scope.size()) { return true; }
    scope.remove_prefix(end + 2);
  }
  return false; // ends with "::"
}

bool isOperator(std::string_view member) {
  static constexpr std::array<std::string_view, 44> symbols = {
      "()", "[]", "->",  "->*", "++", "--", "+",    "-",       "*",      "/",         "%",
      "^",  "&",  "|",   "~",   "!",  "=",  "<",    ">",       "+=",     "-=",        "*=",
      "/=", "%=", "^=",  "&=",  "|=", "<<", ">>",   "<<=",     ">>=",    "==",        "!=",
      "<=", ">=", "<=>", "&&",  "||", ",",  " new", " delete", " new[]", " delete[]", " co_await"};
  if (!member.starts_with("operator")) { return false; }
  const std::string_view rest = member.substr(std::string_view("operator").size());
  if (std::find(symbols.begin(), symbols.end(), rest) != symbols.end()) { return true; }
  const bool conversion = rest.size() > 1 && rest[0] == ' ';
  return conversion && rest.find_first_of("()\"") == std::string_view::npos;
}

bool isInlineNamespace(std::string_view component) {
  return component == "__cxx11" || component == "_V2" || component == "__1" ||
         (component.starts_with("lts_") && component.size() > 4);
}

std::string withoutInlineNamespaces(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const size_t end = std::min(name.find("::"), name.size());
    if (!isInlineNamespace(name.substr(0, end))) {
      out += out.empty() ? "" : "::";
      out += name.substr(0, end);
    }
    name.remove_prefix(std::min(end + 2, name.size()));
  }
  return out;
}

/// What is wrong with how a name is written, whatever it stands for; empty when nothing is.
std::string spellingMistake(std::string_view name, std::string_view scope, std::string_view member) {
  if (name.size() > longest_name) { return "is too long for a name"; }
  if (name.find_first_of("*?") != std::string_view::npos && !isOperator(member)) {
    return "holds a wildcard: names are written out; 'each_method_of: Class' takes all methods of a class";
  }
  const size_t parenthesis = member.find('(');
  if (parenthesis != std::string_view::npos && !isOperator(member)) {
    const std::string_view bare = member.substr(0, member.starts_with("operator()") ? 10 : parenthesis);
    return "has parentheses: write the name alone, " +
           quotedForMessage((scope.empty() ? "" : std::string(scope) + "::") + std::string(bare));
  }
  const size_t angle = name.find('<');
  if (angle != std::string_view::npos && !isOperator(member)) {
    const size_t close = name.rfind('>');
    const std::string_view rest = close == std::string_view::npos ? "" : name.substr(close + 1);
    return "has template arguments: write it without, " +
           quotedForMessage(std::string(name.substr(0, angle)) + std::string(rest));
  }
  return "";
}

/// What is wrong with the components; empty when nothing is.
std::string componentMistake(std::string_view name, std::string_view scope, std::string_view member,
                             NameKind kind) {
  if (!scope.empty() && !isScope(scope)) { return "is not a qualified name: write it like 'ns::name'"; }
  const std::string visible = withoutInlineNamespaces(name);
  if (visible != name && !member.empty()) {
    return "holds an inline namespace, which no rule sees: write " + quotedForMessage(visible);
  }
  const bool callable = kind == NameKind::Function || kind == NameKind::Method;
  if (kind == NameKind::Type && isBuiltinType(name)) { return ""; }
  if (callable && member.starts_with('~')) {
    return "is a destructor: write 'destructor: " + std::string(scope) + "'";
  }
  if (isWord(member) || (callable && isOperator(member))) { return ""; }
  if (kind == NameKind::Type && member.find_first_of("*& ") != std::string_view::npos) {
    return "is not the name of a type: write the class alone, without const, * and &";
  }
  return "is not a name: write it like 'ns::name'";
}

std::string methodMistake(std::string_view scope, std::string_view member) {
  if (scope.empty()) { return "names no class: a method is written 'Class::member'"; }
  const std::string_view class_name = splitName(scope).second;
  if (class_name == member) { return "is a constructor: write 'constructor: " + std::string(scope) + "'"; }
  return "";
}

} // namespace

std::pair<std::string_view, std::string_view> splitName(std::string_view name) {
  const size_t member = memberBegin(name);
  return {name.substr(0, member >= 2 ? member - 2 : 0), name.substr(member)};
}

bool isBuiltinType(std::string_view name) {
  static constexpr std::array<std::string_view, 24> builtin = {
      "void",         "bool",     "char",        "signed char",    "unsigned char",  "wchar_t",
      "char8_t",      "char16_t", "char32_t",    "short",          "unsigned short", "int",
      "unsigned int", "unsigned", "long",        "unsigned long",  "long long",      "unsigned long long",
      "float",        "double",   "long double", "std::nullptr_t", "__int128",       "unsigned __int128"};
  return std::find(builtin.begin(), builtin.end(), name) != builtin.end();
}

namespace {

std::string qualified(const std::string& scope, const std::string& name) {
  std::string out = scope;
  out += scope.empty() ? "" : "::";
  out += name;
  return out;
}

} // namespace

NameResolver::NameResolver(std::vector<std::string> namespaces) : namespaces_(std::move(namespaces)) {
  if (namespaces_.empty()) { namespaces_.emplace_back(); }
}

std::string NameResolver::scopeMistake(std::string_view name) const {
  if (std::find(namespaces_.begin(), namespaces_.end(), "") != namespaces_.end()) { return ""; }
  const std::string meant = qualified(namespaces_[0], std::string(name));
  for (const std::string& scope : namespaces_) {
    const bool doubled = name.starts_with(scope) && name.substr(scope.size()).starts_with("::");
    if (!doubled && !name.starts_with("std::")) { continue; }
    std::string mistake = "would mean " + quotedForMessage(meant);
    mistake += ", as names are relative to the pack's namespaces: write ";
    if (doubled) { mistake += quotedForMessage(name.substr(scope.size() + 2)) + " or "; }
    return mistake + quotedForMessage("::" + std::string(name));
  }
  return "";
}

std::vector<std::string> NameResolver::resolve(const LocatedText& written, NameKind kind,
                                               const std::string& what, FileProblems& problems) const {
  const bool absolute = written.value.starts_with("::");
  const std::string name = written.value.substr(absolute ? 2 : 0);
  const auto [scope, member] = splitName(name);
  std::string mistake = spellingMistake(name, scope, member);
  if (mistake.empty()) { mistake = componentMistake(name, scope, member, kind); }
  if (mistake.empty() && kind == NameKind::Method) { mistake = methodMistake(scope, member); }
  const bool builtin = kind == NameKind::Type && isBuiltinType(name);
  if (mistake.empty() && !absolute && !builtin) { mistake = scopeMistake(name); }
  if (!mistake.empty()) {
    problems.add(written.place, what + " " + quotedForMessage(written.value) + " " + mistake);
    return {};
  }
  if (builtin && name == "unsigned") { return {"unsigned int"}; }
  if (absolute || builtin) { return {name}; }
  std::vector<std::string> names;
  names.reserve(namespaces_.size());
  for (const std::string& prefix : namespaces_) {
    names.push_back(qualified(prefix, name));
  }
  return names;
}

std::vector<std::string> NameResolver::resolveValue(const std::string& written) const {
  if (written.starts_with("::")) { return {written.substr(2)}; }
  std::vector<std::string> names{written};
  for (const std::string& prefix : namespaces_) {
    if (!prefix.empty()) { names.push_back(qualified(prefix, written)); }
  }
  return names;
}

std::optional<std::string> readNamespace(const LocatedText& written, FileProblems& problems) {
  if (written.value == "::") { return ""; }
  std::string name = written.value.substr(written.value.starts_with("::") ? 2 : 0);
  if (isScope(name) && withoutInlineNamespaces(name) == name) { return name; }
  problems.add(written.place, "the namespace " + quotedForMessage(written.value) +
                                  " is not written as one: use 'boost::asio', or '::' for the global one");
  return std::nullopt;
}

} // namespace nostall
