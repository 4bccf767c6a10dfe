// What declarations say of themselves.
#include "fake/task.h"

#include <functional>
#include <unistd.h>

using fake::Task;

void nap() { ::usleep(10); }

// ---- functions

[[clang::annotate("nostall::may_block")]] void slow();
[[clang::annotate("nostall::never_blocks")]] void fast() { nap(); }
void unmarked();

struct Store {
  [[clang::annotate("nostall::may_block")]] void flush();
  [[clang::annotate("nostall::never_blocks")]] void touch() { nap(); }
  virtual ~Store() = default;
};

Task<> calls(Store& store) {
  slow();                         // want: blocking-wait
  fast();                         // ok: blocking-sleep   it says so
  unmarked();                     // ok: blocking-wait
  store.flush();                  // want: blocking-wait
  store.touch();                  // ok: blocking-sleep
  co_return;
}

// ---- contexts

[[clang::annotate("nostall::async")]] void onTheLoop() {
  nap();                          // want: blocking-sleep
}
void anywhere() {
  nap();                          // ok: blocking-sleep   nothing says that a loop runs it
}
struct Handler {
  virtual ~Handler() = default;
  [[clang::annotate("nostall::async")]] virtual void handle() = 0;
};
struct SlowHandler : Handler {
  void handle() override {
    nap();                        // want: blocking-sleep
  }
};
SlowHandler a_handler;

// ---- elsewhere

template <typename Function> [[clang::annotate("nostall::elsewhere")]] void inPool(Function function) { function(); }
template <typename Function> void here(Function function) { function(); }

[[clang::annotate("nostall::elsewhere")]] Task<> onAWorker() {
  nap();                          // ok: blocking-sleep
  co_return;
}

Task<> hands() {
  inPool([] { nap(); });          // ok: blocking-sleep
  here([] { nap(); });            // want: blocking-sleep
  co_return;
}

// ---- the compiler's own

void parks() [[clang::blocking]];
void handles() [[clang::nonblocking]];
void handles() [[clang::nonblocking]] {
  nap();                          // want: blocking-sleep
}
void promises() [[clang::nonblocking]];

Task<> compiles() {
  parks();                        // missed: blocking-wait the attribute is not found in the type
  promises();                     // ok: blocking-sleep   it promises not to
  handles();                      // ok: blocking-sleep   reported there
  co_return;
}
