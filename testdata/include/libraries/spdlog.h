// Declarations in the shape of spdlog.
#pragma once

namespace spdlog {
class logger {
public:
  void flush();
  void info(const char* text);
};
void shutdown();
} // namespace spdlog
