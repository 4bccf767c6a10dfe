// Declarations in the shape of Boost.Process v1.
#pragma once

namespace boost::asio {
class io_context {};
} // namespace boost::asio
namespace boost::process::inline v1 {
class child {
public:
  child();
  explicit child(const char* command);
  child(child&& other);
  void wait();
  bool running();
};
template <typename... Args>
int system(Args&&... arguments);
} // namespace boost::process::inline v1
