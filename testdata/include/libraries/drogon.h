// Declarations in the shape of Drogon.
#pragma once

#include "libraries/coroutine_parts.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace drogon {
template <typename T = void>
class [[nodiscard]] Task {
public:
  using promise_type = fake::PromiseOf<Task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
struct AsyncTask {
  using promise_type = fake::PromiseOf<AsyncTask, void, std::suspend_never>;
};
template <typename Coroutine>
void async_run(Coroutine&& coroutine) {}
template <typename Awaitable>
auto sync_wait(Awaitable&& awaitable) -> int;
class HttpResponse {};
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
class HttpClient {
public:
  void sendRequest(int request, const std::function<void(HttpResponsePtr)>& done);
  std::pair<int, HttpResponsePtr> sendRequest(int request);
  Task<HttpResponsePtr> sendRequestCoro(int request);
};
class HttpSimpleControllerBase {
public:
  virtual void asyncHandleHttpRequest(int request) = 0;
};
class HttpAppFramework {
public:
  template <typename F>
  HttpAppFramework& registerHandler(const std::string& path, F&& handler) {
    return *this;
  }
  template <typename F>
  HttpAppFramework& registerPreRoutingAdvice(F&& advice) {
    return *this;
  }
};
HttpAppFramework& app();
namespace orm {
class DbClient {
public:
  template <typename F>
  void execSqlAsync(const std::string& sql, F&& done) {}
  template <typename... Arguments>
  int execSqlSync(const std::string& sql, Arguments&&... arguments);
  template <typename... Arguments>
  Task<int> execSqlCoro(const std::string& sql, Arguments&&... arguments);
};
template <typename T>
class Mapper {
public:
  std::vector<T> findAll();
  void findAll(const std::function<void(std::vector<T>)>& done, const std::function<void()>& failed);
};
} // namespace orm
} // namespace drogon
