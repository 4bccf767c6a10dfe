#include "fake/task.h"
#include "libraries/windows.h"

using fake::Task;

Task<> sleeps() {
  Sleep(10);                                // want: blocking-sleep
  Sleep(0);                                 // ok: blocking-sleep   only yields
  co_return;
}
Task<> waits(HANDLE handle, const HANDLE* handles) {
  WaitForSingleObject(handle, INFINITE);    // want: blocking-wait
  WaitForSingleObject(handle, 0);           // ok: blocking-wait   only asks
  WaitForMultipleObjects(2, handles, 1, 0); // ok: blocking-wait   only asks
  co_return;
}
