// no findings
#include "fake/task.h"
#include "libraries/boost.fiber.h"

using fake::Task;

Task<> joins(boost::fibers::fiber& fiber) { fiber.join(); co_return; } // ok: blocking-wait   off: suspends a fiber
