#include "fake/task.h"
#include "libraries/cpprestsdk.h"

#include <unistd.h>

using fake::Task;

Task<int> gets(const pplx::task<int>& value) { co_return value.get(); }      // want: blocking-wait
Task<bool> asks(const pplx::task<int>& value) { co_return value.is_done(); } // ok: blocking-wait   only asks
void continues(const pplx::task<int>& value) {
  value.then([](int result) { usleep(10); return result; });                 // want: blocking-sleep
}
