// Declarations in the shape of tiny-process-library.
#pragma once

namespace TinyProcessLib {
class Process {
public:
  explicit Process(const char* command);
  int get_exit_status();
  bool try_get_exit_status(int& status);
};
} // namespace TinyProcessLib
