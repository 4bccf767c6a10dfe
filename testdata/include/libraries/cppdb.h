// Declarations in the shape of CppDB.
#pragma once

namespace cppdb {
class session {
public:
  session();
  explicit session(const char* connection);
  bool is_open();
};
class statement {
public:
  void exec();
  statement& bind(int value);
};
} // namespace cppdb
