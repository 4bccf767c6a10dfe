#include "fake/task.h"
#include "libraries/qpid-proton.h"

using fake::Task;

Task<> runs(proton::container& container) { container.run(); co_return; }   // want: nested-event-loop
Task<> stops(proton::container& container) { container.stop(); co_return; } // ok: nested-event-loop   only tells it
