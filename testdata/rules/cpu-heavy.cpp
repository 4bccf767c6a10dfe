// enable: cpu-heavy
#include "fake/task.h"

#include <regex>
#include <string>

using fake::Task;

bool isMail(const std::string& text) {
  static const std::regex pattern(".+@.+");
  return std::regex_match(text, pattern);
}

Task<bool> checks(std::string text) {
  co_return isMail(text); // want: cpu-heavy
}
Task<bool> looks(std::string text) {
  co_return text.find('@') != std::string::npos; // ok: cpu-heavy   short
}
