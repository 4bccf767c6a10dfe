#include "fake/task.h"
#include "libraries/libssh.h"

using fake::Task;

Task<int> connects(ssh_session session) { co_return ssh_connect(session); }  // want: blocking-socket warning
Task<int> waits(ssh_event event) { co_return ssh_event_dopoll(event, 100); } // want: blocking-socket error
Task<int> polls(ssh_event event) { co_return ssh_event_dopoll(event, 0); }   // ok: blocking-socket   returns at once
Task<int> tries(ssh_session session) {
  ssh_set_blocking(session, 0);
  co_return ssh_connect(session);                                            // ok: blocking-socket   SSH_AGAIN at once
}
