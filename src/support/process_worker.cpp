#include "support/process_worker.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <csignal>
#include <fcntl.h>
#include <new>
#include <pthread.h>
#include <unistd.h>

namespace nostall::worker {
namespace {

bool receiveAll(int socket, void* bytes, size_t size) {
  return recv(socket, bytes, size, MSG_WAITALL) == static_cast<ssize_t>(size);
}

bool sendAll(int socket, const char* bytes, size_t size) {
  while (size > 0) {
    const ssize_t sent = send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent <= 0) { return false; }
    bytes += sent;
    size -= static_cast<size_t>(sent);
  }
  return true;
}

void redirect(const Channels& channels) {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere >= 0) {
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
  }
  dup2(channels.error_stream, STDERR_FILENO);
}

void limitMemory(uint64_t bytes) {
  if (bytes == 0) { return; }
  const rlimit limit{bytes, bytes};
  setrlimit(RLIMIT_AS, &limit);
  std::set_new_handler([] { _exit(out_of_memory_code); });
}

struct Service {
  int socket;
  const std::function<std::string(size_t)>& job;
};

void* serveJobs(void* argument) {
  const auto& service = *static_cast<const Service*>(argument);
  uint64_t index = 0;
  while (receiveAll(service.socket, &index, sizeof(index))) {
    const std::string bytes = service.job(static_cast<size_t>(index));
    const uint64_t size = bytes.size();
    if (!sendAll(service.socket, reinterpret_cast<const char*>(&size), sizeof(size))) { break; }
    if (!sendAll(service.socket, bytes.data(), bytes.size())) { break; }
  }
  return nullptr;
}

} // namespace

void serve(const Channels& channels, const std::function<std::string(size_t)>& job,
           const PoolOptions& options) {
  redirect(channels);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  limitMemory(options.memory_limit);

  // A thread of its own, because the stack of the first one cannot be made larger any more.
  Service service{channels.socket, job};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, options.stack_size);
  pthread_t thread{};
  if (pthread_create(&thread, &attributes, serveJobs, &service) != 0) { _exit(out_of_memory_code); }
  pthread_join(thread, nullptr);
  // Not exit(): buffers and destructors belong to the parent.
  _exit(0);
}

} // namespace nostall::worker
