#include "fake/task.h"
#include "libraries/trantor.h"

#include <unistd.h>

using fake::Task;

Task<> loops(trantor::EventLoop& loop) { loop.loop(); co_return; }                   // want: nested-event-loop
Task<> quits(trantor::EventLoop& loop) { loop.quit(); co_return; }                   // ok: nested-event-loop   only tells it
Task<> waits(trantor::TaskQueue& queue) { queue.syncTaskInQueue([] {}); co_return; } // want: blocking-wait

void start(trantor::EventLoop& loop, trantor::ConcurrentTaskQueue& queue) {
  loop.queueInLoop([] { usleep(10); });     // want: blocking-sleep
  queue.runTaskInQueue([] { usleep(10); }); // ok: blocking-sleep   on the pool
}
