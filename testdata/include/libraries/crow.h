// Declarations in the shape of Crow.
#pragma once

#include <future>
#include <string>

namespace crow {
template <typename... Arguments>
class TaggedRule {
public:
  template <typename F>
  void operator()(F&& handler) {}
};
template <typename... Middlewares>
class Crow {
public:
  TaggedRule<>& route(const char* path);
  void run();
  std::future<void> run_async();
};
using SimpleApp = Crow<>;
} // namespace crow
