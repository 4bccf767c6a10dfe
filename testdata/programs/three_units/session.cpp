// A coroutine that reaches a sleep through three units is reported once, at its own call.
#include "config.h"
#include "fake/task.h"

#include <thread>

fake::Task<> session() {
  loadConfig(); // want: blocking-sleep error via loadConfig, parseConfig, wait, std::this_thread::sleep_for
  co_return;
}

int main() {
  loadConfig();                    // ok: blocking-sleep   before any loop runs
  std::thread worker(loadConfig);  // ok: blocking-sleep   a thread of its own
  worker.join();                   // ok: blocking-wait
}
