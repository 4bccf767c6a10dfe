#include "fake/task.h"
#include "libraries/tiny-process-library.h"

using fake::Task;
using TinyProcessLib::Process;

Task<> starts() { Process child("ls"); co_return; }                                           // want: blocking-process
Task<int> waits(Process& child) { co_return child.get_exit_status(); }                        // want: blocking-process
Task<bool> asks(Process& child, int& status) { co_return child.try_get_exit_status(status); } // ok: blocking-process   only asks
