// flags: -DZMQ_BUILD_DRAFT_API=1
#include "fake/task.h"

#include <chrono>
#include <vector>
#include <zmq.hpp>
#include <zmq_addon.hpp>

using fake::Task;
using namespace std::chrono_literals;

Task<> messages(zmq::socket_t& socket, zmq::socket_ref reference, zmq::message_t& message) {
  (void)socket.recv(message);                                             // want: blocking-messaging error
  (void)socket.recv(message, zmq::recv_flags::none);                      // want: blocking-messaging
  (void)socket.recv(message, zmq::recv_flags::dontwait);                  // ok: blocking-messaging
  (void)reference.recv(message);                                          // want: blocking-messaging
  socket.send(message, zmq::send_flags::none);                            // want: blocking-messaging
  socket.send(message, zmq::send_flags::dontwait);                        // ok: blocking-messaging
  socket.send(message, zmq::send_flags::sndmore | zmq::send_flags::dontwait); // ok: blocking-messaging
  socket.bind("inproc://a");                                              // ok: blocking-messaging
  co_return;
}

Task<> multipart(zmq::socket_t& socket, std::vector<zmq::message_t>& messages, zmq::multipart_t& parts) {
  (void)zmq::recv_multipart(socket, std::back_inserter(messages));        // want: blocking-messaging
  (void)zmq::recv_multipart(socket, std::back_inserter(messages), zmq::recv_flags::dontwait); // ok: blocking-messaging
  (void)zmq::recv_multipart_n(socket, messages.begin(), 1);               // want: blocking-messaging
  zmq::send_multipart(socket, messages);                                  // want: blocking-messaging
  zmq::send_multipart(socket, messages, zmq::send_flags::dontwait);       // ok: blocking-messaging
  parts.recv(socket);                                                     // want: blocking-messaging
  parts.recv(socket, ZMQ_DONTWAIT);                                       // ok: blocking-messaging
  parts.send(socket);                                                     // want: blocking-messaging
  parts.send(socket, ZMQ_DONTWAIT);                                       // ok: blocking-messaging
  co_return;
}

Task<> polls(std::vector<zmq::pollitem_t>& items, zmq::poller_t<>& poller, zmq::active_poller_t& active, zmq::socket_ref socket,
             std::vector<zmq::poller_event<>>& events) {
  zmq::poll(items);                                                       // want: blocking-messaging
  zmq::poll(items, 1s);                                                   // want: blocking-messaging
  zmq::poll(items, 0ms);                                                  // ok: blocking-messaging   a zero timeout only looks
  poller.wait_all(events, 1s);                                            // want: blocking-messaging
  poller.wait_all(events, 0ms);                                           // ok: blocking-messaging
  active.wait(1s);                                                        // want: blocking-messaging
  active.wait(0ms);                                                       // ok: blocking-messaging
  zmq::proxy(socket, socket);                                             // want: blocking-messaging
  co_return;
}

class Monitor : public zmq::monitor_t {};

Task<> monitors(Monitor& monitor, zmq::socket_t& socket, zmq::context_t& context) {
  monitor.monitor(socket, "inproc://a");                                  // want: blocking-messaging
  monitor.check_event(100);                                               // want: blocking-messaging
  context.close();                                                        // ok: blocking-messaging   off
  zmq::context_t local;
  co_return;
}                                                                         // ok: blocking-messaging   off
