#include "config.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace {

// The file is replaced by an editor now and then: try again when it is not there.
std::ifstream openWithRetry(const std::string& path) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    std::ifstream file(path);
    if (file) { return file; }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  return {};
}

} // namespace

std::string Config::greeting(const std::string& language) {
  std::ifstream file = openWithRetry("greetings.conf");
  std::string key;
  std::string text;
  while (file >> key >> text) {
    if (key == language) { return text; }
  }
  return "hello";
}
