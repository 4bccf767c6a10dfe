// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/boost.regex.h"

using fake::Task;

Task<bool> matches(const std::string& text, const boost::regex& pattern) {
  co_return boost::regex_match(text, pattern); // want: cpu-heavy
}
