#include "support/paths.h"

#include <algorithm>
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

/// Bytes of the first token of a pattern that is not empty: "**", a set in brackets, or one byte.
size_t tokenLength(std::string_view pattern) {
  if (pattern.starts_with("**")) { return 2; }
  if (pattern[0] != '[') { return 1; }
  const bool negated = pattern.substr(1).starts_with('!') || pattern.substr(1).starts_with('^');
  // A bracket that comes first belongs to the set; one that is never closed means itself.
  const size_t close = pattern.find(']', negated ? 3 : 2);
  return close == std::string_view::npos ? 1 : close + 1;
}

/// `set`: what stands between the brackets.
bool isInSet(std::string_view set, char c) {
  const bool negated = set.starts_with('!') || set.starts_with('^');
  if (negated) { set.remove_prefix(1); }
  bool found = false;
  while (!set.empty()) {
    const bool range = set.size() > 2 && set[1] == '-';
    found = found || (set[0] <= c && c <= set[range ? 2 : 0]);
    set.remove_prefix(range ? 3 : 1);
  }
  return found != negated;
}

bool matchesOne(std::string_view token, char c) {
  if (token == "?") { return c != '/'; }
  if (token.size() > 1) { return c != '/' && isInSet(token.substr(1, token.size() - 2), c); }
  return token[0] == c;
}

/// By position in the text: everything before it can be matched by the pattern so far.
using Reached = std::vector<char>;

Reached afterToken(const Reached& before, std::string_view token, std::string_view text) {
  const bool star = token == "*" || token == "**";
  Reached after(before.size(), 0);
  if (star) { after[0] = before[0]; }
  for (size_t i = 0; i < text.size(); ++i) {
    if (star) {
      const bool goes_on = after[i] != 0 && (text[i] != '/' || token == "**");
      after[i + 1] = before[i + 1] != 0 || goes_on ? 1 : 0;
    } else {
      after[i + 1] = before[i] != 0 && matchesOne(token, text[i]) ? 1 : 0;
    }
  }
  return after;
}

bool matchWhole(std::string_view pattern, std::string_view text) {
  Reached reached(text.size() + 1, 0);
  reached[0] = 1;
  while (!pattern.empty()) {
    const std::string_view token = pattern.substr(0, tokenLength(pattern));
    reached = afterToken(reached, token, text);
    pattern.remove_prefix(token.size());
  }
  return reached.back() != 0;
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

bool globCovers(std::string_view pattern, std::string_view path) {
  static constexpr std::string_view any_folder = "**/";
  const bool anchored = pattern.starts_with('/');
  if (anchored) { pattern.remove_prefix(1); }
  // No folder is any folder too.
  const bool in_any_folder = pattern.starts_with(any_folder);
  for (;;) {
    if (anchored ? matchWhole(pattern, path) : globMatches(pattern, path)) { return true; }
    if (in_any_folder && matchWhole(pattern.substr(any_folder.size()), path)) { return true; }
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos || slash == 0) { return false; }
    path = path.substr(0, slash);
  }
}

} // namespace nostall
