#include "fake/task.h"
#include "libraries/glib.h"

using fake::Task;

Task<> sleeps() { g_usleep(10); co_return; }                                                  // want: blocking-sleep
Task<> reads(char** text) { g_file_get_contents("a", text, nullptr, nullptr); co_return; }    // want: blocking-file
Task<> process(GSubprocess* child) { g_subprocess_wait(child, nullptr, nullptr); co_return; } // want: blocking-process
Task<> joins(GThread* thread) { g_thread_join(thread); co_return; }                           // want: blocking-wait
Task<> locks(GMutex* mutex) { g_mutex_lock(mutex); co_return; }                               // want: blocking-lock
Task<> tries(GMutex* mutex) { g_mutex_trylock(mutex); co_return; }                            // ok: blocking-lock   only tries
Task<> loops(GMainLoop* loop) { g_main_loop_run(loop); co_return; }                           // want: nested-event-loop
Task<> iterates(GMainContext* context) {
  g_main_context_iteration(context, TRUE);                                                    // want: nested-event-loop
  g_main_context_iteration(context, FALSE);                                                   // ok: nested-event-loop   does not wait
  co_return;
}
Task<> pools(GThreadPool* pool) {
  g_thread_pool_free(pool, FALSE, TRUE);                                                      // want: blocking-wait
  g_thread_pool_free(pool, FALSE, FALSE);                                                     // ok: blocking-wait   does not wait
  co_return;
}
Task<int> polls(void* descriptors) { co_return g_poll(descriptors, 1, 0); }                   // ok: blocking-wait   returns at once

gboolean on_time(gpointer) {
  g_usleep(10); // want: blocking-sleep
  return TRUE;
}
gpointer worker(gpointer data) {
  g_usleep(10); // ok: blocking-sleep   another thread
  return data;
}
void start() {
  g_timeout_add(100, on_time, nullptr);
  g_thread_new("worker", worker, nullptr);
}
