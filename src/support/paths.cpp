#include "support/paths.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace nostall {
namespace {

void pushComponent(std::vector<std::string_view>& components, std::string_view component, bool absolute) {
  if (component.empty() || component == ".") { return; }
  const bool can_go_up = !components.empty() && components.back() != "..";
  if (component == ".." && can_go_up) {
    components.pop_back();
    return;
  }
  if (component == ".." && absolute) { return; }
  components.push_back(component);
}

struct SetMatch {
  bool matches = false;
  size_t length = 0; ///< of the set in the pattern, brackets included
};

/// `pattern` begins with "["; nothing when it is never closed and so means itself.
std::optional<SetMatch> matchSet(std::string_view pattern, char c) {
  size_t i = 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) { ++i; }
  bool found = false;
  for (const size_t first = i; i < pattern.size(); ++i) {
    if (pattern[i] == ']' && i != first) { return SetMatch{found != negated && c != '/', i + 1}; }
    const bool range = i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']';
    const char high = range ? pattern[i + 2] : pattern[i];
    found = found || (pattern[i] <= c && c <= high);
    if (range) { i += 2; }
  }
  return std::nullopt;
}

/// The bytes of the pattern that one byte of text uses up; 0 when they do not match.
size_t matchOne(std::string_view pattern, char c) {
  if (pattern.empty()) { return 0; }
  if (pattern[0] == '?') { return c != '/' ? 1 : 0; }
  if (pattern[0] == '[') {
    if (const auto set = matchSet(pattern, c)) { return set->matches ? set->length : 0; }
  }
  return pattern[0] == c ? 1 : 0;
}

/// Where to go on when the bytes after a star did not match: one byte of text further.
struct Retry {
  size_t pattern = std::string_view::npos;
  size_t text = 0;

  bool isSet() const { return pattern != std::string_view::npos; }
};

bool matchWhole(std::string_view pattern, std::string_view text) {
  size_t p = 0;
  size_t t = 0;
  Retry star;      // within a component
  Retry deep_star; // across components
  while (t < text.size() || p < pattern.size()) {
    if (pattern.substr(p).starts_with("**")) {
      p += 2;
      deep_star = {p, t};
      star = {};
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      ++p;
      star = {p, t};
      continue;
    }
    const size_t used = t < text.size() ? matchOne(pattern.substr(p), text[t]) : 0;
    if (used != 0) {
      p += used;
      ++t;
      continue;
    }
    if (star.isSet() && star.text < text.size() && text[star.text] != '/') {
      p = star.pattern;
      t = ++star.text;
      continue;
    }
    if (!deep_star.isSet() || deep_star.text >= text.size()) { return false; }
    star = {};
    p = deep_star.pattern;
    t = ++deep_star.text;
  }
  return true;
}

} // namespace

std::string normalPath(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> components;
  for (size_t begin = 0; begin <= path.size();) {
    const size_t end = std::min(path.find('/', begin), path.size());
    pushComponent(components, path.substr(begin, end - begin), absolute);
    begin = end + 1;
  }
  std::string out = absolute ? "/" : "";
  for (const std::string_view component : components) {
    if (!out.empty() && out.back() != '/') { out += '/'; }
    out += component;
  }
  return out.empty() ? "." : out;
}

std::string absolutePath(std::string_view path, std::string_view directory) {
  if (path.starts_with('/')) { return normalPath(path); }
  return normalPath(std::string(directory) + "/" + std::string(path));
}

bool isInside(std::string_view path, std::string_view folder) {
  if (folder == "/") { return path.starts_with('/'); }
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string relativeTo(std::string_view path, std::string_view folder) {
  if (!isInside(path, folder)) { return std::string(path); }
  if (path == folder) { return "."; }
  const size_t skipped = folder == "/" ? 1 : folder.size() + 1;
  return std::string(path.substr(skipped));
}

std::string parentPath(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) { return "."; }
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string_view baseName(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool globMatches(std::string_view pattern, std::string_view path) {
  const bool bare = pattern.find('/') == std::string_view::npos;
  return matchWhole(pattern, bare ? baseName(path) : path);
}

} // namespace nostall
