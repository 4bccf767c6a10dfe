#pragma once

#include "fake/task.h"

#include <unistd.h>

inline fake::Task<> session() {
  ::sleep(1); // want: blocking-sleep
  co_return;
}

template <typename T> fake::Task<> typedSession(T seconds) {
  ::sleep(seconds); // want: blocking-sleep
  co_return;
}
