// Sockets and descriptors that are non-blocking, as far as the body, the class or the function around a lambda shows.
#include "fake/task.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

using fake::Task;

// ---- within one body

Task<> byFlags(int fd, char* data) {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  co_return;
}

Task<> byControl(int fd, char* data) {
  int on = 1;
  ioctl(fd, FIONBIO, &on);
  send(fd, data, 1, 0);                           // ok: blocking-socket
  co_return;
}

Task<> tooLate(int fd, char* data) {
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  fcntl(fd, F_SETFL, O_NONBLOCK);
  co_return;
}

Task<> another(int fd, int other, char* data) {
  fcntl(other, F_SETFL, O_NONBLOCK);
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  co_return;
}

Task<> otherFlags(int fd, char* data) {
  fcntl(fd, F_SETFL, O_APPEND);
  fcntl(fd, F_SETFD, O_NONBLOCK);
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  co_return;
}

Task<> putBack(int fd, const sockaddr* peer, char* data) {
  const int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  connect(fd, peer, 16);                          // ok: blocking-socket
  fcntl(fd, F_SETFL, flags);
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  fcntl(fd, F_SETFL, O_NONBLOCK);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  co_return;
}

Task<> sometimes(int fd, bool fast, char* data) {
  if (fast) { fcntl(fd, F_SETFL, O_NONBLOCK); }
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  co_return;
}

Task<> onBothWays(int fd, bool append, char* data) {
  if (append) {
    fcntl(fd, F_SETFL, O_NONBLOCK | O_APPEND);
  } else {
    fcntl(fd, F_SETFL, O_NONBLOCK);
  }
  while (recv(fd, data, 1, 0) > 0) {              // ok: blocking-socket
    co_await fake::Tick();
  }
}

Task<> orLeaves(int fd, char* data) {
  if (fcntl(fd, F_SETFL, O_NONBLOCK) < 0) { co_return; }
  read(fd, data, 1);                              // ok: blocking-file
}

Task<> untilTheLoopTurns(int fd, char* data) {
  for (int round = 0; round < 9; ++round) {
    recv(fd, data, 1, 0);                         // want: blocking-socket warning
    fcntl(fd, F_SETFL, O_NONBLOCK);
    recv(fd, data, 1, 0);                         // ok: blocking-socket
  }
  co_return;
}

// ---- made so

Task<> made(const sockaddr* peer, char* data, const sigset_t* signals) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  connect(fd, peer, 16);                          // ok: blocking-socket
  int waiting = socket(AF_INET, SOCK_STREAM, 0);
  connect(waiting, peer, 16);                     // want: blocking-socket warning
  const int event = eventfd(0, EFD_NONBLOCK);
  read(event, data, 8);                           // ok: blocking-file
  const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
  read(timer, data, 8);                           // ok: blocking-file
  const int caught = signalfd(-1, signals, SFD_NONBLOCK);
  read(caught, data, 8);                          // ok: blocking-file
  const int changes = inotify_init1(IN_NONBLOCK);
  read(changes, data, 8);                         // ok: blocking-file
  const int blocking_event = eventfd(0, EFD_CLOEXEC);
  read(blocking_event, data, 8);                  // want: blocking-file note
  co_return;
}

Task<> replaced(char* data) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  fd = socket(AF_INET, SOCK_STREAM, 0);
  recv(fd, data, 1, 0);                           // want: blocking-socket warning
  co_return;
}

Task<> accepted(int listener, char* data) {
  fcntl(listener, F_SETFL, O_NONBLOCK);
  int client = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK); // ok: blocking-socket
  recv(client, data, 1, 0);                       // ok: blocking-socket
  int other = accept(listener, nullptr, nullptr); // ok: blocking-socket
  recv(other, data, 1, 0);                        // want: blocking-socket warning
  co_return;
}

Task<> opened(char* data) {
  int fifo = open("/run/fifo", O_RDONLY | O_NONBLOCK); // want: blocking-file
  read(fifo, data, 1);                            // ok: blocking-file
  co_return;
}

// ---- within one class

class Peer {
public:
  Peer() : fd_(socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {}
  void restart() { fcntl(other_, F_SETFL, O_NONBLOCK); }
  void slowDown() { fcntl(switched_, F_SETFL, 0); }
  void speedUp() { fcntl(switched_, F_SETFL, O_NONBLOCK); }
  long receive(char* data) { return recv(fd_, data, 1, 0); }

  Task<> run(char* data) {
    receive(data);                                // ok: blocking-socket
    recv(fd_, data, 1, 0);                        // ok: blocking-socket
    recv(other_, data, 1, 0);                     // ok: blocking-socket
    recv(unknown_, data, 1, 0);                   // want: blocking-socket warning
    recv(switched_, data, 1, 0);                  // want: blocking-socket warning
    co_return;
  }

private:
  int fd_;
  int other_ = -1;
  int unknown_ = -1;
  int switched_ = -1;
};

class Lookalike {
public:
  Task<> run(char* data) {
    recv(fd_, data, 1, 0);                        // want: blocking-socket warning
    co_return;
  }

private:
  int fd_ = -1;
};

struct Socket {
  int handle() const { return fd; }
  void setFlags() { fcntl(fd, F_SETFL, O_NONBLOCK); }
  int fd = -1;
};

class Client {
public:
  explicit Client(Socket socket) : socket_(socket) { fcntl(socket_.handle(), F_SETFL, O_NONBLOCK); }
  Task<> run(char* data) {
    recv(socket_.handle(), data, 1, 0);           // ok: blocking-socket   the handle of the same object
    recv(plain_.handle(), data, 1, 0);            // want: blocking-socket warning
    co_return;
  }

private:
  Socket socket_;
  Socket plain_;
};

// ---- around a lambda

Task<> captured(char* data) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  int waiting = socket(AF_INET, SOCK_STREAM, 0);
  const auto session = [&]() -> Task<> {
    recv(fd, data, 1, 0);                         // ok: blocking-socket
    recv(waiting, data, 1, 0);                    // want: blocking-socket warning
    co_return;
  };
  co_await session();
}
