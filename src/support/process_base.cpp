#include "support/process_base.h"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace nostall {
namespace {

/// A message of fixed size, with one file descriptor.
struct Request {
  uint64_t is_base;
  uint64_t index;
};

struct Envelope {
  explicit Envelope(Request& request) {
    content.iov_base = &request;
    content.iov_len = sizeof(request);
    header.msg_iov = &content;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof(control);
  }

  iovec content = {};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr header = {};
};

/// The descriptor that comes with the next request; -1 when there will be none.
int receive(int socket, Request& request) {
  Envelope envelope(request);
  ssize_t size = 0;
  do {
    size = recvmsg(socket, &envelope.header, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  } while (size < 0 && errno == EINTR);
  const cmsghdr* attached = CMSG_FIRSTHDR(&envelope.header);
  if (size != static_cast<ssize_t>(sizeof(request)) || attached == nullptr) { return -1; }
  int descriptor = -1;
  std::memcpy(&descriptor, CMSG_DATA(attached), sizeof(descriptor));
  return descriptor;
}

/// The process ends by SIGALRM when it takes longer. 0: any time.
void limitTime(std::chrono::milliseconds limit) {
  itimerval timer = {};
  timer.it_value.tv_sec = limit.count() / 1000;
  timer.it_value.tv_usec = (limit.count() % 1000) * 1000;
  setitimer(ITIMER_REAL, &timer, nullptr);
}

} // namespace

BaseProcess::BaseProcess(int socket, std::chrono::milliseconds limit) : socket_(socket), limit_(limit) {
  limitTime(limit_);
}

BaseFork BaseProcess::rest() {
  limitTime({});
  const char ready = 1;
  if (send(socket_, &ready, sizeof(ready), MSG_NOSIGNAL) != sizeof(ready)) { end(); }
  for (;;) {
    Request request = {};
    const int channel = receive(socket_, request);
    if (channel < 0) { end(); }
    while (waitpid(-1, nullptr, WNOHANG) > 0) {}
    const pid_t parent = getpid();
    if (fork() == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (getppid() != parent) { _exit(0); }
      close(socket_);
      socket_ = channel;
      limitTime(limit_);
      return {request.is_base != 0, static_cast<size_t>(request.index)};
    }
    close(channel); // after a failed fork this is how the pool is told
  }
}

/// Waits for the forks, so that the time they took is counted as this process's.
void BaseProcess::end() {
  while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {}
  _exit(0);
}

void BaseProcess::answer(const std::string& bytes) {
  worker::sendAnswer(socket_, bytes);
  _exit(0);
}

void BaseProcess::giveUp() {
  _exit(0);
}

namespace base {

bool requestFork(int socket, const BaseFork& fork, int channel) {
  Request request{fork.is_base ? 1U : 0U, fork.index};
  Envelope envelope(request);
  cmsghdr* attached = CMSG_FIRSTHDR(&envelope.header);
  attached->cmsg_level = SOL_SOCKET;
  attached->cmsg_type = SCM_RIGHTS;
  attached->cmsg_len = CMSG_LEN(sizeof(channel));
  std::memcpy(CMSG_DATA(attached), &channel, sizeof(channel));
  return sendmsg(socket, &envelope.header, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof(request));
}

} // namespace base

} // namespace nostall
