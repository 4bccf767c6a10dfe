#include "fake/task.h"

#include <unistd.h>
#include <zmq.h>
#include <zmq_utils.h>

using fake::Task;

void work(void*) { usleep(1); }                              // ok: blocking-sleep   its own thread

Task<> receives(void* socket, char* data, zmq_msg_t* message, iovec* parts, size_t* count) {
  zmq_recv(socket, data, 1, 0);                              // want: blocking-messaging error
  zmq_recv(socket, data, 1, ZMQ_DONTWAIT);                   // ok: blocking-messaging
  zmq_msg_recv(message, socket, 0);                          // want: blocking-messaging
  zmq_msg_recv(message, socket, ZMQ_DONTWAIT);               // ok: blocking-messaging
  zmq_recvmsg(socket, message, 0);                           // want: blocking-messaging
  zmq_recviov(socket, parts, count, 0);                      // want: blocking-messaging
  co_return;
}

Task<> sends(void* socket, char* data, zmq_msg_t* message, iovec* parts) {
  zmq_send(socket, data, 1, 0);                              // want: blocking-messaging
  zmq_send(socket, data, 1, ZMQ_SNDMORE | ZMQ_DONTWAIT);     // ok: blocking-messaging
  zmq_send_const(socket, data, 1, 0);                        // want: blocking-messaging
  zmq_msg_send(message, socket, 0);                          // want: blocking-messaging
  zmq_msg_send(message, socket, ZMQ_DONTWAIT);               // ok: blocking-messaging
  zmq_sendmsg(socket, message, 0);                           // want: blocking-messaging
  zmq_sendiov(socket, parts, 1, 0);                          // want: blocking-messaging
  co_return;
}

Task<> others(void* context, void* socket, zmq_pollitem_t* items) {
  zmq_poll(items, 1, -1);                                    // want: blocking-messaging
  zmq_poll(items, 1, 0);                                     // ok: blocking-messaging   a zero timeout only looks
  zmq_proxy(socket, socket, nullptr);                        // want: blocking-messaging
  zmq_proxy_steerable(socket, socket, nullptr, socket);      // want: blocking-messaging
  zmq_device(ZMQ_QUEUE, socket, socket);                     // want: blocking-messaging
  zmq_ctx_term(context);                                     // want: blocking-messaging
  zmq_ctx_destroy(context);                                  // want: blocking-messaging
  zmq_term(context);                                         // want: blocking-messaging
  zmq_sleep(1);                                              // want: blocking-sleep
  zmq_sleep(0);                                              // ok: blocking-sleep
  zmq_threadstart(work, nullptr);
  zmq_threadstart([](void*) { usleep(1); }, nullptr);        // ok: blocking-sleep
  co_return;
}
