#include "analysis/bodies/path_words.h"

namespace nostall {

std::string pathInWords(std::string_view path) {
  const size_t colon = path.find(':');
  const bool has_root =
      colon != std::string_view::npos && path.substr(0, colon).find('.') == std::string_view::npos;
  std::string words(has_root ? path.substr(colon + 1) : path);
  if (words.starts_with("this.")) { words.erase(0, 5); }
  const size_t line = words.find('@');
  if (line != std::string::npos) {
    words.erase(line, words.find_first_not_of("0123456789", line + 1) - line);
  }
  return words;
}

bool isWithin(std::string_view path, std::string_view whole) {
  return path.starts_with(whole) && (path.size() == whole.size() || path[whole.size()] == '.');
}

} // namespace nostall
