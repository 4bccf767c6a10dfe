#include "fake/task.h"
#include "libraries/reproc.h"

using fake::Task;

Task<int> waits(reproc::process& child) { co_return child.wait(reproc::milliseconds(10)); } // want: blocking-process
Task<int> polls(reproc::process& child) { co_return child.wait(reproc::milliseconds(0)); }  // ok: blocking-process   returns at once
Task<int> kills(reproc::process& child) { co_return child.kill(); }                         // ok: blocking-process   only a signal
Task<int> runs(const char* command) { co_return reproc::run(command); }                     // want: blocking-process
