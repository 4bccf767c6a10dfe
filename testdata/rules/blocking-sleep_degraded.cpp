// degraded
// A unit with errors: what can be analysed is, and a good coroutine stays a coroutine after a missing header.
#include "fake/task.h"
#include "no_such_header.h"

#include <unistd.h>

using fake::Task;

void nap() { ::usleep(10); }

Task<> good() {
  nap(); // want: blocking-sleep via nap, usleep
  co_return;
}

template <typename T> Task<> instantiated(T value) {
  ::usleep(value); // want: blocking-sleep
  co_return;
}

Task<> uses() { co_await instantiated(1); }

Task<> broken() {
  NoSuchType value;
  nap(); // want: blocking-sleep
  co_return;
}
