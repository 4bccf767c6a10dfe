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
struct uv_async_t;
struct uv_stream_t;
struct uv_handle_t;
struct uv_buf_t;
typedef void (*uv_async_cb)(uv_async_t* handle);
typedef void (*uv_close_cb)(uv_handle_t* handle);
typedef void (*uv_alloc_cb)(uv_handle_t* handle, unsigned long size, uv_buf_t* buffer);
typedef void (*uv_read_cb)(uv_stream_t* stream, long size, const uv_buf_t* buffer);
typedef void (*uv_connection_cb)(uv_stream_t* server, int status);
typedef void (*uv_thread_cb)(void* data);
int uv_async_init(uv_loop_t* loop, uv_async_t* handle, uv_async_cb callback);
void uv_close(uv_handle_t* handle, uv_close_cb callback);
int uv_read_start(uv_stream_t* stream, uv_alloc_cb allocate, uv_read_cb read);
int uv_listen(uv_stream_t* stream, int backlog, uv_connection_cb callback);
int uv_thread_create(uv_thread_t* thread, uv_thread_cb entry, void* data);
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
