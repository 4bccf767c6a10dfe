#include "fake/task.h"

#include <fcntl.h>
#include <sys/file.h>

using fake::Task;

bool take(int fd) { return ::flock(fd, LOCK_EX) == 0; }
bool tryTake(int fd) { return ::flock(fd, LOCK_EX | LOCK_NB) == 0; }
constexpr int try_mode = LOCK_SH | LOCK_NB;

Task<> takes(int fd) {
  take(fd);                // want: blocking-ipc warning via take, flock
  tryTake(fd);             // ok: blocking-ipc
  ::flock(fd, try_mode);   // ok: blocking-ipc   a constant holds the flag
  ::flock(fd, LOCK_UN);    // ok: blocking-ipc   unlocking does not wait
  co_return;
}
