// Declarations in the shape of C++ Requests.
#pragma once

#include "libraries/anything.h"

namespace cpr {
class Response {};
class Url {
public:
  Url(const char* text);
};
template <typename... Ts>
Response Get(Ts&&... options);
template <typename T>
class AsyncWrapper {
public:
  T get();
  bool valid() const;
};
template <typename... Ts>
AsyncWrapper<Response> GetAsync(Ts... options);
template <typename Then, typename... Ts>
AsyncWrapper<Response> GetCallback(Then then, Ts... options) {
  return fake::Anything();
}
class Session {
public:
  void SetUrl(const Url& url);
  Response Post();
};
} // namespace cpr
