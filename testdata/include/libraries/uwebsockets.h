// Declarations in the shape of uWebSockets and uSockets.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>

struct us_loop_t;
struct us_timer_t;
struct us_socket_t;
struct us_socket_context_t;
struct us_listen_socket_t;

extern "C" {
us_loop_t* us_create_loop(void* hint, void (*wakeup)(us_loop_t*), void (*pre)(us_loop_t*), void (*post)(us_loop_t*), unsigned size);
void us_loop_run(us_loop_t* loop);
us_timer_t* us_create_timer(us_loop_t* loop, int fallthrough, unsigned size);
void us_timer_set(us_timer_t* timer, void (*callback)(us_timer_t*), int ms, int repeat_ms);
void us_socket_context_on_open(int ssl, us_socket_context_t*, us_socket_t* (*callback)(us_socket_t*, int, char*, int));
void us_socket_context_on_close(int ssl, us_socket_context_t*, us_socket_t* (*callback)(us_socket_t*, int, void*));
void us_socket_context_on_data(int ssl, us_socket_context_t*, us_socket_t* (*callback)(us_socket_t*, char*, int));
void us_socket_context_on_writable(int ssl, us_socket_context_t*, us_socket_t* (*callback)(us_socket_t*));
}

namespace uWS {
template <typename>
class MoveOnlyFunction;
template <typename Result, typename... Arguments>
class MoveOnlyFunction<Result(Arguments...)> {
public:
  MoveOnlyFunction(std::nullptr_t = nullptr) {}
  template <typename F>
    requires std::is_invocable_r_v<Result, F&, Arguments...>
  MoveOnlyFunction(F&& callable) {}
  Result operator()(Arguments... arguments);
  explicit operator bool() const;
};
enum OpCode : unsigned char { TEXT = 1, BINARY = 2 };
enum CompressOptions : uint16_t { DISABLED = 0 };

struct HttpRequest {
  std::string_view getUrl();
};
template <bool SSL>
struct HttpResponse {
  void end(std::string_view data = {}, bool close = false);
  HttpResponse* cork(MoveOnlyFunction<void()>&& handler);
  HttpResponse* onWritable(MoveOnlyFunction<bool(uintmax_t)>&& handler);
  HttpResponse* onAborted(MoveOnlyFunction<void()>&& handler);
  void onData(MoveOnlyFunction<void(std::string_view, bool)>&& handler);
  void onDataV2(MoveOnlyFunction<void(std::string_view, uint64_t)>&& handler);
};
template <bool SSL, bool is_server, typename UserData>
struct WebSocket {
  void send(std::string_view message, OpCode code);
  void cork(MoveOnlyFunction<void()>&& handler);
  void iterateTopics(MoveOnlyFunction<void(std::string_view)> callback);
};
struct Loop {
  static Loop* get(void* existing = nullptr);
  void defer(MoveOnlyFunction<void()>&& callback);
  void addPreHandler(void* key, MoveOnlyFunction<void(Loop*)>&& handler);
  void addPostHandler(void* key, MoveOnlyFunction<void(Loop*)>&& handler);
  void run();
};
void run();
template <bool SSL>
struct TemplatedApp {
  using Handler = MoveOnlyFunction<void(HttpResponse<SSL>*, HttpRequest*)>;
  template <typename UserData>
  struct WebSocketBehavior {
    CompressOptions compression = DISABLED;
    unsigned maxPayloadLength = 16 * 1024;
    unsigned short idleTimeout = 120;
    MoveOnlyFunction<void(HttpResponse<SSL>*, HttpRequest*, us_socket_context_t*)> upgrade = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData>*)> open = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData>*, std::string_view, OpCode)> message = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData>*)> drain = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData>*, int, std::string_view)> close = nullptr;
  };
  template <typename UserData>
  TemplatedApp&& ws(std::string pattern, WebSocketBehavior<UserData>&& behavior);
  TemplatedApp&& get(std::string pattern, Handler&& handler);
  TemplatedApp&& post(std::string pattern, Handler&& handler);
  TemplatedApp&& options(std::string pattern, Handler&& handler);
  TemplatedApp&& del(std::string pattern, Handler&& handler);
  TemplatedApp&& patch(std::string pattern, Handler&& handler);
  TemplatedApp&& put(std::string pattern, Handler&& handler);
  TemplatedApp&& head(std::string pattern, Handler&& handler);
  TemplatedApp&& connect(std::string pattern, Handler&& handler);
  TemplatedApp&& trace(std::string pattern, Handler&& handler);
  TemplatedApp&& any(std::string pattern, Handler&& handler);
  TemplatedApp&& filter(MoveOnlyFunction<void(HttpResponse<SSL>*, int)>&& handler);
  TemplatedApp&& missingServerName(MoveOnlyFunction<void(const char*)> handler);
  TemplatedApp&& listen(int port, MoveOnlyFunction<void(us_listen_socket_t*)>&& handler);
  TemplatedApp&& run();
};
using App = TemplatedApp<false>;
using SSLApp = TemplatedApp<true>;
} // namespace uWS
