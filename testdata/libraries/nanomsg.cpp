#include "fake/task.h"
#include "libraries/nanomsg.h"

using fake::Task;

Task<> receives(char* buffer) {
  nn_recv(1, buffer, 1, 0);           // want: blocking-messaging
  nn_recv(1, buffer, 1, NN_DONTWAIT); // ok: blocking-messaging   does not wait
  nn_poll(nullptr, 0, 0);             // ok: blocking-messaging   returns at once
  co_return;
}
