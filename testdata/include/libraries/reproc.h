// Declarations in the shape of reproc++.
#pragma once

#include <chrono>

namespace reproc {
using milliseconds = std::chrono::duration<int, std::milli>;
class process {
public:
  int wait(milliseconds timeout);
  int kill();
};
template <typename Arguments>
int run(const Arguments& arguments);
} // namespace reproc
