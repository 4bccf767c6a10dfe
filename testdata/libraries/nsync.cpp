#include "fake/task.h"
#include "libraries/nsync.h"

using fake::Task;
using namespace nsync;

Task<> locks(nsync_mu* mutex) { nsync_mu_lock(mutex); co_return; }                                 // want: blocking-lock
Task<> tries(nsync_mu* mutex) { nsync_mu_trylock(mutex); co_return; }                              // ok: blocking-lock   only tries
Task<> waits(nsync_cv* condition, nsync_mu* mutex) { nsync_cv_wait(condition, mutex); co_return; } // want: blocking-wait
