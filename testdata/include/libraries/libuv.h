// Declarations in the shape of libuv.
#pragma once

extern "C" {
struct uv_loop_t;
struct uv_fs_t;
struct uv_work_t;
struct uv_timer_t;
struct uv_mutex_t;
struct uv_thread_t;
struct uv_getaddrinfo_t;
enum uv_run_mode { UV_RUN_DEFAULT, UV_RUN_ONCE, UV_RUN_NOWAIT };
typedef void (*uv_fs_cb)(uv_fs_t* request);
typedef void (*uv_work_cb)(uv_work_t* request);
typedef void (*uv_after_work_cb)(uv_work_t* request, int status);
typedef void (*uv_timer_cb)(uv_timer_t* timer);
typedef void (*uv_getaddrinfo_cb)(uv_getaddrinfo_t* request, int status, void* result);
void uv_sleep(unsigned int milliseconds);
int uv_fs_open(uv_loop_t* loop, uv_fs_t* request, const char* path, int flags, int mode, uv_fs_cb callback);
int uv_getaddrinfo(uv_loop_t* loop, uv_getaddrinfo_t* request, uv_getaddrinfo_cb callback, const char* node,
                   const char* service, const void* hints);
int uv_run(uv_loop_t* loop, uv_run_mode mode);
int uv_queue_work(uv_loop_t* loop, uv_work_t* request, uv_work_cb work, uv_after_work_cb after);
int uv_timer_start(uv_timer_t* timer, uv_timer_cb callback, unsigned long timeout, unsigned long repeat);
void uv_mutex_lock(uv_mutex_t* mutex);
int uv_thread_join(uv_thread_t* thread);
}
