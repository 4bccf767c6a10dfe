#include "fake/task.h"
#include "libraries/libuv.h"

#include <cstddef>

using fake::Task;

void on_open(uv_fs_t*) {}
void on_address(uv_getaddrinfo_t*, int, void*) {}

Task<> opens(uv_loop_t* loop, uv_fs_t* request) {
  uv_fs_open(loop, request, "a", 0, 0, nullptr);                     // want: blocking-file
  uv_fs_open(loop, request, "a", 0, 0, NULL);                        // want: blocking-file
  uv_fs_open(loop, request, "a", 0, 0, on_open);                     // ok: blocking-file   with a callback
  co_return;
}
Task<> resolves(uv_loop_t* loop, uv_getaddrinfo_t* request) {
  uv_getaddrinfo(loop, request, nullptr, "a", "b", nullptr);         // want: blocking-dns
  uv_getaddrinfo(loop, request, on_address, "a", "b", nullptr);      // ok: blocking-dns   with a callback
  co_return;
}
Task<> runs(uv_loop_t* loop) {
  uv_run(loop, UV_RUN_DEFAULT);                                      // want: nested-event-loop
  uv_run(loop, UV_RUN_NOWAIT);                                       // ok: nested-event-loop   does not wait
  co_return;
}
Task<> locks(uv_mutex_t* mutex) { uv_mutex_lock(mutex); co_return; } // want: blocking-lock

void on_time(uv_timer_t*) { uv_sleep(10); }        // want: blocking-sleep
void work(uv_work_t*) { uv_sleep(10); }            // ok: blocking-sleep   on the pool
void after_work(uv_work_t*, int) { uv_sleep(10); } // want: blocking-sleep
void start(uv_loop_t* loop, uv_work_t* request, uv_timer_t* timer) {
  uv_timer_start(timer, on_time, 10, 0);
  uv_queue_work(loop, request, work, after_work);
}

void on_wake(uv_async_t*) { uv_sleep(10); }                       // want: blocking-sleep
void on_close(uv_handle_t*) { uv_sleep(10); }                     // want: blocking-sleep
void on_allocate(uv_handle_t*, unsigned long, uv_buf_t*) {}
void on_read(uv_stream_t*, long, const uv_buf_t*) { uv_sleep(10); } // want: blocking-sleep
void on_client(uv_stream_t*, int) { uv_sleep(10); }               // want: blocking-sleep
void on_read_file(uv_fs_t*) { uv_sleep(10); }                     // want: blocking-sleep
void on_thread(void*) { uv_sleep(10); }                           // ok: blocking-sleep   a thread of its own
void more(uv_loop_t* loop, uv_async_t* wake, uv_handle_t* handle, uv_stream_t* stream, uv_fs_t* request, uv_thread_t* thread) {
  uv_async_init(loop, wake, on_wake);
  uv_close(handle, on_close);
  uv_read_start(stream, on_allocate, on_read);
  uv_listen(stream, 16, on_client);
  uv_fs_open(loop, request, "a", 0, 0, on_read_file);
  uv_thread_create(thread, on_thread, nullptr);
}
