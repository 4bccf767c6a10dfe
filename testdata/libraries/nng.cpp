#include "fake/task.h"
#include "libraries/nng.h"

using fake::Task;

Task<> sleeps() { nng_msleep(10); co_return; }                      // want: blocking-sleep
Task<> receives(nng_socket socket, char* data, unsigned long* size) {
  nng_recv(socket, data, size, NNG_FLAG_ALLOC);                     // want: blocking-messaging
  nng_recv(socket, data, size, NNG_FLAG_NONBLOCK | NNG_FLAG_ALLOC); // ok: blocking-messaging   does not wait
  co_return;
}
Task<> waits(nng_socket socket, nng_aio* operation) {
  nng_recv_aio(socket, operation);                                  // ok: blocking-messaging   only submits
  nng_aio_wait(operation);                                          // want: blocking-messaging
  co_return;
}
