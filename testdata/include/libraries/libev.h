// Declarations in the shape of libev.
#pragma once

extern "C" {
struct ev_loop;
enum { EVRUN_NOWAIT = 1, EVRUN_ONCE = 2 };
int ev_run(struct ev_loop* loop, int flags);
void ev_break(struct ev_loop* loop, int how);
void ev_once(struct ev_loop* loop, int descriptor, int events, double timeout, void (*callback)(int, void*),
             void* data);
}
namespace ev {
struct loop_ref {
  void run(int flags = 0);
};
} // namespace ev
