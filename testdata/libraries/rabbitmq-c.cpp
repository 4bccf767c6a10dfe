#include "fake/task.h"
#include "libraries/rabbitmq-c.h"

using fake::Task;

Task<> logs_in(amqp_connection_state_t state) { amqp_login(state, "/", 0, 1, 0, 0); co_return; } // want: blocking-messaging
Task<> consumes(amqp_connection_state_t state, void* envelope) {
  amqp_consume_message(state, envelope, nullptr, 0);                                             // want: blocking-messaging
  const timeval none{};
  amqp_consume_message(state, envelope, &none, 0);                                               // ok: blocking-messaging   returns at once
  amqp_frames_enqueued(state);                                                                   // ok: blocking-messaging   only asks
  co_return;
}
