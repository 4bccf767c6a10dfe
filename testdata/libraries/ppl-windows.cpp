#include "fake/task.h"
#include "libraries/ppl-windows.h"

using fake::Task;

Task<int> gets(concurrency::task<int>& task) { co_return task.get(); } // want: blocking-wait
void continues(Concurrency::task<int>& task) {
  task.then([](int value) { return value; });                          // ok: blocking-wait   with a continuation
}
