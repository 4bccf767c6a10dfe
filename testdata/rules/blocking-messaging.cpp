#include "fake/task.h"

#include <string>
#include <zmq.h>

using fake::Task;

std::string receive(void* socket, int flags) {
  char buffer[64];
  const int size = zmq_recv(socket, buffer, sizeof buffer, flags);
  return {buffer, static_cast<size_t>(size)};
}
std::string poll(void* socket) {
  char buffer[64];
  const int size = zmq_recv(socket, buffer, sizeof buffer, ZMQ_DONTWAIT);
  return {buffer, static_cast<size_t>(size)};
}

Task<std::string> listens(void* socket) {
  poll(socket);                                // ok: blocking-messaging
  receive(socket, ZMQ_DONTWAIT);               // false: blocking-messaging flags are not followed into functions
  co_return receive(socket, 0);                // want: blocking-messaging error via receive, zmq_recv
}
