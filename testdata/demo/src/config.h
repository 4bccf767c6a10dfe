#pragma once

#include <string>

// Greetings by language, from a file that an operator may edit while the service runs.
class Config {
public:
  static std::string greeting(const std::string& language);
};
