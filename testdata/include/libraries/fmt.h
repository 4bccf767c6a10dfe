// Declarations in the shape of fmt.
#pragma once

namespace fmt {
template <typename... T>
void print(const char* format, T&&... arguments);
template <typename... T>
char* format_to(char* out, const char* format, T&&... arguments);
class ostream {
public:
  template <typename... T>
  void print(const char* format, T&&... arguments);
};
ostream output_file(const char* path);
class file {
public:
  explicit file(int descriptor);
  file(const char* path, int flags);
  unsigned long read(void* buffer, unsigned long count);
};
} // namespace fmt
