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
