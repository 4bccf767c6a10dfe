#include "fake/task.h"
#include "libraries/websocketpp.h"

#include <memory>
#include <string>
#include <unistd.h>

using fake::Task;
using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;
using std::placeholders::_1;
using std::placeholders::_2;

void nap() { usleep(10); }
bool on_ping(connection_hdl, std::string) {
  nap();                                                       // want: blocking-sleep via nap, usleep
  return true;
}
void on_delayed_open(connection_hdl, long duration) { usleep(duration); } // want: blocking-sleep
void on_nothing(connection_hdl) { nap(); }                     // ok: blocking-sleep   nobody sets it

template <typename Endpoint>
class Chat {
public:
  explicit Chat(Endpoint& endpoint) : endpoint_(endpoint) {
    endpoint_.set_message_handler(std::bind(&Chat::onMessage, this, _1, _2));
    endpoint_.set_close_handler([this](connection_hdl) { nap(); }); // want: blocking-sleep
  }
  void onMessage(connection_hdl, typename Endpoint::message_ptr) {
    nap();                                                     // want: blocking-sleep
  }

private:
  Endpoint& endpoint_;
};

struct Telemetry {
  Server server;
  void onHttp(connection_hdl) { nap(); }                       // want: blocking-sleep
  void onTimer(int) { nap(); }                                 // want: blocking-sleep
  void onOpen(connection_hdl handle) {
    auto connection = server.get_con_from_hdl(handle);
    connection->set_message_handler([](connection_hdl, auto) { nap(); }); // want: blocking-sleep
    connection->set_close_handler([](connection_hdl) {});
    connection->set_open_handler([](connection_hdl) { nap(); });          // want: blocking-sleep
    connection->set_timer(10, [](int) { nap(); });                        // want: blocking-sleep
  }
  void start() {
    server.set_http_handler(std::bind(&Telemetry::onHttp, this, _1));
    server.set_open_handler(std::bind(&Telemetry::onOpen, this, _1));
    server.set_ping_handler(on_ping);
    server.set_fail_handler(std::bind(on_delayed_open, _1, 10));
    server.set_validate_handler([](connection_hdl) { nap(); return true; }); // want: blocking-sleep
    server.set_tcp_init_handler([](connection_hdl) { nap(); });              // want: blocking-sleep
    server.set_timer(1000, std::bind(&Telemetry::onTimer, this, _1));
    server.listen("localhost", "80");                          // ok: blocking-dns   before the loop runs
    server.run();                                              // ok: nested-event-loop   no loop runs here
  }
};

void start(Server& server) { Chat<Server> chat(server); }

Task<> nested(Server& server) {
  server.listen(std::string("localhost"), "80");               // want: blocking-dns
  server.listen(80);                                           // ok: blocking-dns
  server.poll();                                               // ok: nested-event-loop   runs what is ready
  server.run_one();                                            // want: nested-event-loop
  server.run();                                                // want: nested-event-loop
  co_return;
}
