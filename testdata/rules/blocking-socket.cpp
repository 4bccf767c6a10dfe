#include "fake/task.h"

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

using fake::Task;

bool readable(int fd) {
  pollfd entry{fd, POLLIN, 0};
  return ::poll(&entry, 1, 0) == 1;
}
bool waitReadable(int fd) {
  pollfd entry{fd, POLLIN, 0};
  return ::poll(&entry, 1, 1000) == 1;
}
long peek(int fd, char* data) { return ::recv(fd, data, 1, MSG_PEEK | MSG_DONTWAIT); }

Task<> reads(int fd, char* data) {
  readable(fd);                // ok: blocking-socket   asks only
  peek(fd, data);              // ok: blocking-socket
  waitReadable(fd);            // want: blocking-socket error via waitReadable, poll
  ::recv(fd, data, 1, 0);      // want: blocking-socket warning
  co_return;
}
