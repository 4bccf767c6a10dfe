// Modes that functions of the program set: for their parameter, their object, what they return.
#include "fake/task.h"

#include <fcntl.h>
#include <memory>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using fake::Task;

// ---- flags that are put together first

Task<> inAVariable(int fd, char* data) {
  int flags = fcntl(fd, F_GETFL, 0);
  flags |= O_NONBLOCK;
  fcntl(fd, F_SETFL, flags);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  flags &= ~O_NONBLOCK;
  fcntl(fd, F_SETFL, flags);
  recv(fd, data, 1, 0);                           // want: blocking-socket
  co_return;
}

Task<> restored(int fd, char* data) {
  int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  fcntl(fd, F_SETFL, flags);
  recv(fd, data, 1, 0);                           // want: blocking-socket
  co_return;
}

Task<> receives(int fd, char* data) {
  int flags = MSG_NOSIGNAL;
  flags |= MSG_DONTWAIT;
  recv(fd, data, 1, flags);                       // ok: blocking-socket
  flags = MSG_NOSIGNAL;
  recv(fd, data, 1, flags);                       // want: blocking-socket
  co_return;
}

// ---- of a parameter

bool quicken(int fd) {
  const int flags = fcntl(fd, F_GETFL, 0);
  if (flags == -1) { return false; }
  return fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}
void quickenOrThrow(int fd) {
  if (!quicken(fd)) { throw std::runtime_error("fcntl"); }
}
void dressUp(int fd) { fcntl(fd, F_SETFD, FD_CLOEXEC); }
int peek(int fd) {
  quicken(fd);
  char one = 0;
  const long size = recv(fd, &one, 1, MSG_PEEK);
  fcntl(fd, F_SETFL, 0);
  return static_cast<int>(size);
}

Task<> byAHelper(int fd, int other, char* data) {
  recv(fd, data, 1, 0);                           // want: blocking-socket
  quickenOrThrow(fd);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  dressUp(other);
  recv(other, data, 1, 0);                        // want: blocking-socket
  peek(fd);                                       // ok: blocking-socket
  recv(fd, data, 1, 0);                           // want: blocking-socket
  co_return;
}

void setBlocking(int fd, bool blocking) {
  int flags = fcntl(fd, F_GETFL);
  flags = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  fcntl(fd, F_SETFL, flags);
}
void choose(int fd, bool quick) {
  if (quick) {
    fcntl(fd, F_SETFL, O_NONBLOCK);
  } else {
    fcntl(fd, F_SETFL, 0);
  }
}

Task<> byWhatIsSaid(int fd, int other, char* data) {
  setBlocking(fd, false);
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  choose(other, true);
  recv(other, data, 1, 0);                        // ok: blocking-socket
  co_return;
}

// ---- of a result

int makeSocket() {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (fd < 0) { throw std::runtime_error("socket"); }
  return fd;
}
int makeAndQuicken(bool reuse) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (reuse) { dressUp(fd); }
  quicken(fd);
  return fd;
}
int makeSlow() { return socket(AF_INET, SOCK_STREAM, 0); }
int acceptFrom(int listener) { return accept4(listener, nullptr, nullptr, SOCK_NONBLOCK); }

Task<> byAFactory(char* data) {
  const int made = makeSocket();
  recv(made, data, 1, 0);                         // ok: blocking-socket
  recv(makeAndQuicken(true), data, 1, 0);         // ok: blocking-socket
  const int slow = makeSlow();
  recv(slow, data, 1, 0);                         // want: blocking-socket
  const int client = acceptFrom(made);            // ok: blocking-socket
  recv(client, data, 1, 0);                       // ok: blocking-socket
  co_return;
}

// ---- of a class

class Descriptor {
public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ~Descriptor() { close(fd_); }
  bool blocking(bool block) {
    int flags = fcntl(fd_, F_GETFL, 0);
    if (flags == -1) { return false; }
    flags = block ? (flags & ~O_NONBLOCK) : (flags | O_NONBLOCK);
    return fcntl(fd_, F_SETFL, flags) == 0;
  }
  int native() const { return fd_; }

private:
  int fd_;
};

struct Options {
  int type = SOCK_STREAM;
  bool blocking = false;
};
Descriptor makeDescriptor(const Options& options) {
  Descriptor made(socket(AF_INET, options.type, 0));
  if (!options.blocking && !made.blocking(false)) { throw std::runtime_error("fcntl"); }
  return made;
}
Descriptor makeListener(const Options& options) {
  Descriptor made = makeDescriptor(options);
  listen(made.native(), 16);
  return made;
}

class Server {
public:
  Server() : socket_(makeListener({.type = SOCK_STREAM, .blocking = false})), slow_(makeSlow()) {}
  int acceptNow() { return accept(socket_.native(), nullptr, nullptr); }
  Task<int> serve() {
    co_await fake::Tick();
    accept(slow_.native(), nullptr, nullptr);     // want: blocking-socket
    co_return acceptNow();                        // ok: blocking-socket
  }

private:
  Descriptor socket_;
  Descriptor slow_;
};

class Client {
public:
  explicit Client(Descriptor socket) : socket_(std::move(socket)) { socket_.blocking(false); }
  Task<> run(char* data) {
    recv(socket_.native(), data, 1, 0);           // ok: blocking-socket
    co_return;
  }

private:
  Descriptor socket_;
};

/// Every one of them is non-blocking, wherever it is used.
class Quick {
public:
  explicit Quick(int fd) : fd_(fd) { quickenOrThrow(fd_); }
  int handle() const { return fd_; }
  Task<> receive(char* data) {
    recv(fd_, data, 1, 0);                        // ok: blocking-socket
    co_return;
  }

private:
  int fd_;
};
Task<> usesQuick(Quick& quick, char* data) {
  recv(quick.handle(), data, 1, 0);               // ok: blocking-socket
  const int fd = quick.handle();
  recv(fd, data, 1, 0);                           // ok: blocking-socket
  co_return;
}

class Base {
protected:
  void open() { fd_ = makeSocket(); }
  int fd_ = -1;
};
class Derived : public Base {
public:
  Task<> run(char* data) {
    recv(fd_, data, 1, 0);                        // ok: blocking-socket
    co_return;
  }
};

// ---- handed on

long receiveSome(int fd, char* data) { return recv(fd, data, 1, 0); }
long receiveSlowly(int fd, char* data) { return recv(fd, data, 1, 0); }

Task<> handsOn(char* data) {
  const int fd = makeSocket();
  receiveSome(fd, data);                          // ok: blocking-socket   all callers pass such a socket
  receiveSlowly(fd, data);                        // want: blocking-socket
  receiveSlowly(makeSlow(), data);                // want: blocking-socket
  co_return;
}

/// Works on somebody else's socket.
class Session {
public:
  Session(int fd, Descriptor& socket) : fd_(fd), socket_(socket) {}
  long read(char* data) { return recv(fd_, data, 1, 0); }
  long readToo(char* data) { return recv(socket_.native(), data, 1, 0); }

private:
  int fd_;
  Descriptor& socket_;
};
class Owner {
public:
  void start() {
    fd_ = makeSocket();
    socket_.blocking(false);
    session_ = std::make_unique<Session>(fd_, socket_);
  }
  Task<> run(char* data) {
    Session here(fd_, socket_);
    here.read(data);                              // ok: blocking-socket
    here.readToo(data);                           // ok: blocking-socket
    session_->read(data);                         // ok: blocking-socket
    co_return;
  }

private:
  int fd_ = -1;
  Descriptor socket_{makeSlow()};
  std::unique_ptr<Session> session_;
};
