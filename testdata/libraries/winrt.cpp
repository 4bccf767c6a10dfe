#include "libraries/winrt.h"

#include <unistd.h>

using namespace winrt::Windows::Foundation;

IAsyncAction naps() { usleep(10); co_return; }                                    // want: blocking-sleep
IAsyncAction sleeps() { co_await winrt::resume_after(10); }                       // ok: blocking-sleep   suspends
IAsyncAction gets(IAsyncOperation<int> operation) { operation.get(); co_return; } // want: blocking-wait
IAsyncAction awaits(IAsyncOperation<int> operation) { co_await operation; }       // ok: blocking-wait   suspends
IAsyncAction switches() {
  co_await winrt::resume_background();
  usleep(10);                                                                     // ok: blocking-sleep   on the pool
}
winrt::fire_and_forget fires() { usleep(10); co_return; }                         // want: blocking-sleep

// ---- what is handed to a queue runs on its thread, and ends with its call

using winrt::Windows::System::DispatcherQueue;
using winrt::Windows::System::Threading::ThreadPool;

void enqueues(DispatcherQueue const& queue, int tries) {
  queue.TryEnqueue([tries] { usleep(tries); });                                   // want: blocking-sleep
  queue.TryEnqueue([tries]() -> winrt::fire_and_forget {                          // want: dangling-reference
    co_await winrt::resume_after(10);
    co_await winrt::resume_after(tries);
  });
  queue.TryEnqueue([tries]() -> winrt::fire_and_forget {                          // ok: dangling-reference   a copy first
    int own = tries;
    co_await winrt::resume_after(10);
    co_await winrt::resume_after(own);
  });
  queue.TryEnqueue([]() -> IAsyncAction { co_await winrt::resume_after(10); });   // want: unawaited-task
}
void keep(IAsyncAction);
void enqueuesOnPool(int tries) {
  auto running = ThreadPool::RunAsync([tries](IAsyncAction const&) { usleep(tries); }); // ok: blocking-sleep   on the pool
  keep(running);
}
