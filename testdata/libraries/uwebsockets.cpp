#include "fake/task.h"
#include "libraries/uwebsockets.h"

#include <future>
#include <string>
#include <unistd.h>

using fake::Task;

void nap() { usleep(10); }

struct Reader {
  // The future that nobody takes waits for the reader when it ends.
  void request(std::string_view) { std::async(std::launch::async, [] { nap(); }); }
};
struct Session {};

void reply(uWS::HttpResponse<false>* response, uWS::HttpRequest*) {
  nap();                                                                     // want: blocking-sleep via nap, usleep
  response->end("x");
}

template <bool SSL>
void routes(uWS::TemplatedApp<SSL>& app) {
  app.put("/p", [](auto* response, auto*) {
    nap();                                                                   // want: blocking-sleep
    response->onWritable([](uintmax_t) { nap(); return true; });             // want: blocking-sleep
    response->onAborted([] { nap(); });                                      // want: blocking-sleep
  });
}

void serve(Reader& reader) {
  uWS::App()
      .get("/*", [&](auto* response, auto* request) {
        reader.request(request->getUrl());                                   // want: blocking-wait via Reader::request, std::async
        response->end("x");
      })
      .post("/p", reply)
      .any("/a", [](auto* response, auto*) {
        response->onData([](std::string_view, bool) { nap(); });             // want: blocking-sleep
        response->onDataV2([](std::string_view, uint64_t) { nap(); });       // want: blocking-sleep
        response->cork([] { nap(); });                                       // want: blocking-sleep
      })
      .options("/o", [](auto*, auto*) { nap(); })                            // want: blocking-sleep
      .del("/d", [](auto*, auto*) { nap(); })                                // want: blocking-sleep
      .patch("/c", [](auto*, auto*) { nap(); })                              // want: blocking-sleep
      .head("/h", [](auto*, auto*) { nap(); })                               // want: blocking-sleep
      .connect("/h", [](auto*, auto*) { nap(); })                            // want: blocking-sleep
      .trace("/t", [](auto*, auto*) { nap(); })                              // want: blocking-sleep
      .filter([](auto*, int) { nap(); })                                     // want: blocking-sleep
      .missingServerName([](const char*) { nap(); })                         // want: blocking-sleep
      .get("/quick", [](auto* response, auto*) { response->end("y"); })
      .listen(80, [](us_listen_socket_t*) { nap(); })                        // ok: blocking-sleep   before the loop runs
      .run();
  uWS::SSLApp secure;
  routes(secure);
}

// ---- a struct of callbacks

void sockets() {
  uWS::App().ws<Session>("/s", {
      .idleTimeout = 10,
      .upgrade = nullptr,
      .open = [](auto*) {},
      .message = [](auto* socket, std::string_view, uWS::OpCode) {
        socket->cork([] { nap(); });                                         // missed: blocking-sleep   a struct of callbacks
        usleep(100);                                                         // missed: blocking-sleep   a struct of callbacks
      },
      .close = [](auto*, int, std::string_view) { nap(); },                  // missed: blocking-sleep   a struct of callbacks
  });
}

// ---- loops and timers

us_socket_t* on_open(us_socket_t* socket, int, char*, int) {
  nap();                                                                     // want: blocking-sleep
  return socket;
}
us_socket_t* on_data(us_socket_t* socket, char*, int) {
  nap();                                                                     // want: blocking-sleep
  return socket;
}
us_socket_t* on_writable(us_socket_t* socket) { return socket; }
void on_tick(us_timer_t*) { nap(); }                                         // want: blocking-sleep
void on_wakeup(us_loop_t*) { nap(); }                                        // want: blocking-sleep
void on_pass(us_loop_t*) {}

void loops(us_socket_context_t* context) {
  us_loop_t* loop = us_create_loop(nullptr, on_wakeup, on_pass, on_pass, 0);
  us_timer_set(us_create_timer(loop, 0, 0), on_tick, 10, 10);
  us_socket_context_on_open(0, context, on_open);
  us_socket_context_on_data(0, context, on_data);
  us_socket_context_on_writable(0, context, on_writable);
  uWS::Loop::get()->defer([] { nap(); });                                    // want: blocking-sleep
  uWS::Loop::get()->addPreHandler(loop, [](uWS::Loop*) { nap(); });          // want: blocking-sleep
  uWS::Loop::get()->addPostHandler(loop, [](uWS::Loop*) { nap(); });         // want: blocking-sleep
  uWS::run();                                                                // ok: nested-event-loop   no loop runs here
}

Task<> nested(uWS::App& app, us_loop_t* loop) {
  app.run();                                                                 // want: nested-event-loop
  uWS::run();                                                                // want: nested-event-loop
  uWS::Loop::get()->run();                                                   // want: nested-event-loop
  us_loop_run(loop);                                                         // want: nested-event-loop
  co_return;
}
