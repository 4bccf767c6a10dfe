// Declarations in the shape of cpp-subprocess.
#pragma once

namespace subprocess {
class Popen {
public:
  explicit Popen(const char* command);
  int wait();
  int poll();
};
template <typename... Args>
int call(const char* command, Args&&... arguments);
} // namespace subprocess
