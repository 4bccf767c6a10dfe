#include "fake/task.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using fake::Task;

std::string readAll(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class Log {
public:
  void write(const std::string& line) {
    std::fputs(line.c_str(), file_);
    std::fflush(file_);
  }

private:
  std::FILE* file_ = nullptr;
};

Task<std::string> serve(Log& log, std::string path) {
  if (!std::filesystem::exists(path)) { // want: blocking-file warning via std::filesystem::exists
    co_return "";
  }
  log.write(path);                      // want: blocking-file warning via Log::write, fputs
  co_return readAll(path);              // want: blocking-file warning
}

Task<> memory(std::istringstream& text) {
  std::string word;
  text >> word;                         // ok: blocking-file
  co_return;
}
