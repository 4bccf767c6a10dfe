#include "fake/task.h"
#include "libraries/cpp-subprocess.h"

using fake::Task;

Task<int> calls() { co_return subprocess::call("ls"); }               // want: blocking-process
Task<> starts() { subprocess::Popen child("ls"); co_return; }         // want: blocking-process
Task<int> waits(subprocess::Popen& child) { co_return child.wait(); } // want: blocking-process
Task<int> polls(subprocess::Popen& child) { co_return child.poll(); } // ok: blocking-process   returns at once
