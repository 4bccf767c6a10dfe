// Declarations in the shape of GLib and GIO.
#pragma once

extern "C" {
using gboolean = int;
using gpointer = void*;
struct GError;
struct GMainLoop;
struct GMainContext;
struct GThread;
struct GMutex;
struct GSubprocess;
struct GThreadPool;
#define TRUE (!FALSE)
#define FALSE (0)
using GSourceFunc = gboolean (*)(gpointer);
using GThreadFunc = gpointer (*)(gpointer);
void g_usleep(unsigned long microseconds);
gboolean g_file_get_contents(const char* name, char** contents, unsigned long* length, GError** error);
gboolean g_subprocess_wait(GSubprocess* process, void* cancellable, GError** error);
gpointer g_thread_join(GThread* thread);
GThread* g_thread_new(const char* name, GThreadFunc function, gpointer data);
void g_mutex_lock(GMutex* mutex);
gboolean g_mutex_trylock(GMutex* mutex);
void g_main_loop_run(GMainLoop* loop);
gboolean g_main_context_iteration(GMainContext* context, gboolean may_block);
void g_thread_pool_free(GThreadPool* pool, gboolean immediate, gboolean wait);
unsigned int g_timeout_add(unsigned int interval, GSourceFunc function, gpointer data);
unsigned int g_idle_add(GSourceFunc function, gpointer data);
int g_poll(void* descriptors, unsigned int count, int timeout);
}
