#include "fake/task.h"
#include "libraries/boost.process.v2.h"

using fake::Task;
namespace bp = boost::process::v2;

Task<int> waits(bp::process& child) { co_return child.wait(); }     // want: blocking-process
Task<int> runs(bp::process child) { co_return bp::execute(child); } // want: blocking-process
Task<bool> asks(bp::process& child) { co_return child.running(); }  // ok: blocking-process   only asks
