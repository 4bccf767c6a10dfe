// flags: -std=c++23
#include "fake/task.h"

#include <optional>
#include <thread>

int nap(int) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return 1;
}
std::optional<int> maybe(int) { return nap(1); }
std::optional<int> none() { return nap(1); }

fake::Task<> calls(std::optional<int> value) {
  value.transform(nap);                // want: blocking-sleep
  value.and_then(maybe);               // want: blocking-sleep
  value.or_else(none);                 // want: blocking-sleep
  co_return;
}
