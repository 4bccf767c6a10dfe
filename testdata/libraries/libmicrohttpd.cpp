#include "fake/task.h"
#include "libraries/libmicrohttpd.h"

#include <unistd.h>

using fake::Task;

MHD_Result on_request(void*, MHD_Connection*, const char*, const char*, const char*, const char*, size_t*, void**) {
  usleep(10);                                    // want: blocking-sleep
  return MHD_YES;
}
MHD_Result on_request_of_pool(void*, MHD_Connection*, const char*, const char*, const char*, const char*, size_t*, void**) {
  usleep(10);                                    // want: blocking-sleep
  return MHD_YES;
}
MHD_Result on_request_of_loop(void*, MHD_Connection*, const char*, const char*, const char*, const char*, size_t*, void**) {
  usleep(10);                                    // want: blocking-sleep
  return MHD_YES;
}
MHD_Result on_own_thread(void*, MHD_Connection*, const char*, const char*, const char*, const char*, size_t*, void**) {
  usleep(10);                                    // ok: blocking-sleep   each connection has its thread
  return MHD_YES;
}
MHD_Result on_accept(void*, const void*, unsigned) {
  usleep(10);                                    // want: blocking-sleep
  return MHD_YES;
}
void on_completed(void*, MHD_Connection*, void**, MHD_RequestTerminationCode) { usleep(10); } // want: blocking-sleep

template <class Application>
struct Server {
  Application application;
  MHD_Daemon* daemon = nullptr;
  static MHD_Result answer(void* self, MHD_Connection*, const char* url, const char*, const char*, const char*, size_t*, void**) {
    static_cast<Server*>(self)->application.serve(url); // want: blocking-sleep via Site::serve, usleep
    return MHD_YES;
  }
  void start() {
    daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNALLY, 80, nullptr, nullptr, &Server::answer, this, MHD_OPTION_END);
  }
};
struct Site {
  void serve(const char*) { usleep(10); }
};

void start(Server<Site>& server) {
  server.start();
  MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD, 80, on_accept, nullptr, on_request, nullptr, MHD_OPTION_NOTIFY_COMPLETED,
                   on_completed, nullptr, MHD_OPTION_END);
  MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 80, nullptr, nullptr, on_request_of_pool, nullptr,
                   MHD_OPTION_THREAD_POOL_SIZE, 4U, MHD_OPTION_END);
  MHD_start_daemon(MHD_NO_FLAG, 80, nullptr, nullptr, on_request_of_loop, nullptr, MHD_OPTION_END);
  MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD, 80, nullptr, nullptr, on_own_thread,
                   nullptr, MHD_OPTION_END);
}

ssize_t read_slowly(void*, uint64_t, char*, size_t) { return usleep(10); } // want: blocking-sleep
ssize_t read_at_once(void*, uint64_t, char*, size_t) { return 0; }
void on_upgrade(void*, MHD_Connection*, void*, const char*, size_t, int, MHD_UpgradeResponseHandle*) { usleep(10); } // want: blocking-sleep
MHD_Result on_field(void*, MHD_ValueKind, const char*, const char*, const char*, const char*, const char*, uint64_t, size_t) {
  usleep(10);                                    // want: blocking-sleep
  return MHD_YES;
}
MHD_Result slow_header(void*, MHD_ValueKind, const char*, const char*) {
  usleep(10);
  return MHD_YES;
}

void respond(MHD_Connection* connection) {
  MHD_create_response_from_callback(0, 1024, read_slowly, nullptr, nullptr);
  MHD_create_response_from_callback(0, 1024, read_at_once, nullptr, nullptr);
  MHD_create_response_for_upgrade(on_upgrade, nullptr);
  MHD_create_post_processor(connection, 1024, on_field, nullptr);
  MHD_get_connection_values(connection, MHD_HEADER_KIND, slow_header, nullptr); // ok: blocking-sleep   nobody calls it on a loop
}

Task<> on_a_loop(MHD_Daemon* daemon, MHD_Connection* connection) {
  MHD_get_connection_values(connection, MHD_HEADER_KIND, slow_header, nullptr); // want: blocking-sleep
  MHD_run(daemon);
  MHD_run_wait(daemon, 0);                       // ok: nested-event-loop   only looks
  MHD_run_wait(daemon, 100);                     // want: nested-event-loop
  MHD_stop_daemon(daemon);                       // want: blocking-wait
  co_return;
}
