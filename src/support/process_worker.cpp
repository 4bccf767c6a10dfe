#include "support/process_worker.h"

#include "support/process_base.h"

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

using Service = std::function<void()>;

void* callService(void* argument) {
  (*static_cast<const Service*>(argument))();
  return nullptr;
}

[[noreturn]] void run(const Channels& channels, const PoolOptions& options, Service service) {
  redirect(channels);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  limitMemory(options.memory_limit);

  // A thread of its own, because the stack of the first one cannot be made larger any more.
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, options.stack_size);
  pthread_t thread{};
  if (pthread_create(&thread, &attributes, callService, &service) != 0) { _exit(out_of_memory_code); }
  pthread_join(thread, nullptr);
  // Not exit(): buffers and destructors belong to the parent.
  _exit(0);
}

} // namespace

bool sendAnswer(int socket, const std::string& bytes) {
  const uint64_t size = bytes.size();
  return sendAll(socket, reinterpret_cast<const char*>(&size), sizeof(size)) &&
         sendAll(socket, bytes.data(), bytes.size());
}

void serve(const Channels& channels, const std::function<std::string(size_t)>& job,
           const PoolOptions& options) {
  run(channels, options, [&] {
    uint64_t index = 0;
    while (receiveAll(channels.socket, &index, sizeof(index))) {
      if (!sendAnswer(channels.socket, job(static_cast<size_t>(index)))) { break; }
    }
  });
}

void serveBase(const Channels& channels, size_t base, const PoolOptions& options) {
  run(channels, options, [&] {
    BaseProcess process(channels.socket, options.job_limit);
    process.answer(options.run_base(base, process));
  });
}

} // namespace nostall::worker
