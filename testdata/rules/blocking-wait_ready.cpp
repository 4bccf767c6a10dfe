// Waits for what has happened already, and waits that a constant keeps short.
#include "fake/task.h"

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

using fake::Task;
using namespace std::chrono_literals;

void use(int);

// ---- asked before

Task<> asked(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::ready) {
    use(future.get());                            // ok: blocking-wait
  }
  co_return;
}

Task<> askedInAnExpression(std::future<int> future) {
  const int value = future.valid() && future.wait_for(0s) == std::future_status::ready ? future.get() : 0; // ok: blocking-wait
  use(value);
  co_return;
}

Task<> keptAnswer(std::future<int> future) {
  if (const auto status = future.wait_for(0s); status == std::future_status::ready) {
    use(future.get());                            // ok: blocking-wait
  }
  co_return;
}

Task<> looped(std::future<int> future) {
  while (future.wait_for(0s) != std::future_status::ready) {
    co_await fake::Tick();
  }
  use(future.get());                              // ok: blocking-wait
}

Task<> loopedForEach(std::future<int>* futures) {
  for (int i = 0; i < 9; ++i) {
    std::future<int>& future = futures[i];
    while (future.wait_for(0s) != std::future_status::ready) {
      co_await fake::Tick();
    }
    use(future.get());                            // ok: blocking-wait
  }
}

Task<> loopedAtTheEnd(std::future<int> future) {
  do {
    co_await fake::Tick();
  } while (future.wait_for(0s) != std::future_status::ready);
  use(future.get());                              // ok: blocking-wait
}

Task<> brokenOut(std::shared_future<int> future) {
  for (;;) {
    if (future.wait_for(0s) == std::future_status::ready) { break; }
    co_await fake::Tick();
  }
  use(future.get());                              // ok: blocking-wait
}

// ---- not asked, or in vain

Task<> unless(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::ready) { co_return; }
  use(future.get());                              // want: blocking-wait
}

Task<> merged(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::ready) { use(1); }
  use(future.get());                              // want: blocking-wait
  co_return;
}

Task<> otherFuture(std::future<int> one, std::future<int> two) {
  if (one.wait_for(0s) == std::future_status::ready) {
    use(two.get());                               // want: blocking-wait
  }
  co_return;
}

Task<> answerDropped(std::future<int> future) {
  future.wait_for(0s);
  use(future.get());                              // want: blocking-wait
  co_return;
}

Task<> waitsWhileNot(std::future<int> future) {
  if (future.wait_for(0s) != std::future_status::ready) {
    future.wait();                                // want: blocking-wait
  }
  co_return;
}

std::future<int> next();

Task<> replaced(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::ready) {
    use(future.get());                            // ok: blocking-wait
    future = next();
    use(future.get());                            // want: blocking-wait
  }
  co_return;
}

Task<> returnedEarly(std::future<int> future) {
  if (future.wait_for(0s) != std::future_status::ready) { co_return; }
  use(future.get());                              // ok: blocking-wait
}

Task<> lateReturnsEarly(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::timeout) { co_return; }
  use(future.get());                              // ok: blocking-wait
}

Task<> lateOrNot(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::timeout) {
    use(future.get());                            // want: blocking-wait
  } else {
    use(future.get());                            // ok: blocking-wait
  }
  co_return;
}

Task<> askedForSomethingElse(std::future<int> future) {
  if (future.wait_for(0s) != std::future_status::deferred) {
    use(future.get());                            // want: blocking-wait
  }
  co_return;
}

Task<> waitsForTheOther(std::future<int> future) {
  if (future.wait_for(0s) != std::future_status::ready) {
    use(future.get());                            // want: blocking-wait
  } else {
    use(future.get());                            // ok: blocking-wait
  }
  co_return;
}

Task<> loopsThenWaits(std::future<int> future) {
  while (future.wait_for(0s) == std::future_status::ready) {
    co_await fake::Tick();
  }
  use(future.get());                              // want: blocking-wait
}

Task<> keptInABool(std::future<int> future) {
  const bool late = future.wait_for(0s) != std::future_status::ready;
  if (late) { co_return; }
  use(future.get());                              // ok: blocking-wait
}

Task<> keptAndReplaced(std::future<int> future, std::future<int> other) {
  auto status = future.wait_for(0s);
  status = other.wait_for(0s);
  if (status == std::future_status::ready) {
    use(future.get());                            // want: blocking-wait
  }
  co_return;
}

Task<> otherBranchAfterTheQuestion(std::future<int> future, bool other) {
  const auto status = future.wait_for(0s);
  if (other) {
    use(future.get());                            // want: blocking-wait
  }
  if (status != std::future_status::ready) { co_return; }
  use(future.get());                              // ok: blocking-wait
}

Task<> untilATime(std::future<int> future) {
  if (future.wait_until(std::chrono::steady_clock::now()) == std::future_status::ready) { // want: blocking-wait
    use(future.get());                            // ok: blocking-wait
  }
  co_return;
}

// ---- asked by a function of the program

template <typename T> bool isReady(const std::future<T>& future) {
  return future.valid() && future.wait_for(0s) == std::future_status::ready;
}

Task<> askedByAFunction(std::future<int> future) {
  if (isReady(future)) {
    use(future.get());                            // ok: blocking-wait
  }
  co_return;
}

Task<> loopedOverAFunction(std::future<int> future) {
  while (!isReady(future)) {
    co_await fake::Tick();
  }
  use(future.get());                              // ok: blocking-wait
}

Task<> leftByAFunction(std::future<int> future, std::future<int> other) {
  if (!isReady(future)) { co_return; }
  use(future.get());                              // ok: blocking-wait
  use(other.get());                               // want: blocking-wait
}

// ---- short

Task<> bounded(std::future<int> future, std::condition_variable& changed, std::unique_lock<std::mutex>& lock) {
  future.wait_for(500us);                         // want: blocking-wait note
  future.wait_for(1ms);                           // want: blocking-wait error
  changed.wait_for(lock, 10us);                   // want: blocking-wait note
  std::this_thread::sleep_for(100ns);             // want: blocking-sleep note
  std::this_thread::sleep_for(1s);                // want: blocking-sleep error
  co_return;
}
