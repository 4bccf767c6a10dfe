#include "support/process_pool.h"

#include "support/process_worker.h"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <unistd.h>

namespace nostall {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int handled_signals[] = {SIGINT, SIGTERM, SIGHUP};
/// What is kept of a failed job's standard error.
constexpr size_t most_said = 4096;

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a handler sees nothing else
volatile std::sig_atomic_t caught_signal = 0;
void catchSignal(int number) {
  caught_signal = number;
}

/// While it lives, the signals that end the program are only delivered within ppoll.
class SignalGuard {
public:
  SignalGuard() {
    caught_signal = 0;
    sigset_t blocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < std::size(handled_signals); ++i) {
      sigaddset(&blocked, handled_signals[i]);
      sigaction(handled_signals[i], nullptr, &before_[i]);
      // Who started us in the background wants these ignored.
      if (before_[i].sa_handler == SIG_IGN) { continue; }
      struct sigaction action = {};
      action.sa_handler = catchSignal;
      sigaction(handled_signals[i], &action, nullptr);
    }
    sigprocmask(SIG_BLOCK, &blocked, &mask_);
  }
  ~SignalGuard() {
    for (size_t i = 0; i < std::size(handled_signals); ++i) {
      sigaction(handled_signals[i], &before_[i], nullptr);
    }
    sigprocmask(SIG_SETMASK, &mask_, nullptr);
  }
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;

  /// The mask to poll with.
  const sigset_t& mask() const { return mask_; }

  /// In a child: Ctrl-C reaches the whole group, but ending the children is the parent's business.
  void leaveToParent() const {
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    sigprocmask(SIG_SETMASK, &mask_, nullptr);
  }

private:
  struct sigaction before_[std::size(handled_signals)] = {};
  sigset_t mask_ = {};
};

struct Worker {
  pid_t pid = -1;
  int socket = -1;
  int error_stream = -1;
  size_t job = 0; ///< a worker without one is retired
  Clock::time_point deadline = Clock::time_point::max();
  std::string inbox; ///< a size, then as many bytes
};

void closeChannels(Worker& worker) {
  close(worker.socket);
  close(worker.error_stream);
}

/// Waits for a process that has ended or was killed.
int statusOf(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
  return status;
}

std::string drained(int error_stream) {
  std::string said;
  char bytes[most_said];
  for (;;) {
    const ssize_t size = read(error_stream, bytes, sizeof(bytes));
    if (size <= 0) { return said; }
    const size_t room = most_said - said.size();
    said.append(bytes, std::min(static_cast<size_t>(size), room));
  }
}

/// The result when the whole of it has come.
std::optional<std::string> completed(const std::string& inbox) {
  uint64_t size = 0;
  if (inbox.size() < sizeof(size)) { return std::nullopt; }
  std::memcpy(&size, inbox.data(), sizeof(size));
  if (inbox.size() - sizeof(size) < size) { return std::nullopt; }
  return inbox.substr(sizeof(size));
}

JobResult failureOf(int status, std::string said) {
  JobResult result;
  result.state = JobState::Crashed;
  result.said = std::move(said);
  if (WIFSIGNALED(status)) { result.signal = WTERMSIG(status); }
  // LLVM reports a failed malloc and aborts; everything else goes through the handler of operator new.
  const bool said_so = result.said.find("out of memory") != std::string::npos;
  const bool told = WIFEXITED(status) && WEXITSTATUS(status) == worker::out_of_memory_code;
  if (told || said_so) { result.state = JobState::OutOfMemory; }
  return result;
}

class Pool {
public:
  Pool(size_t count, const std::function<std::string(size_t)>& job, const PoolOptions& options)
      : job_(job), options_(options) {
    result_.jobs.resize(count);
  }

  PoolResult run() {
    startWorkers();
    while (!workers_.empty() && caught_signal == 0) {
      waitForNews();
      readResults();
      endOverdue();
      forgetEnded();
      startWorkers();
    }
    result_.interrupted_by = caught_signal;
    killAll();
    return std::move(result_);
  }

private:
  bool hasMore() const { return next_ < result_.jobs.size(); }

  void startWorkers() {
    const size_t wanted = std::max(1U, options_.workers);
    while (hasMore() && workers_.size() < wanted && startWorker()) {
      giveJob(workers_.back());
    }
  }

  bool startWorker() {
    int sockets[2];
    int errors[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) { return false; }
    // Both ends never wait: a worker that says more than fits goes on without being heard.
    if (pipe2(errors, O_CLOEXEC | O_NONBLOCK) != 0) {
      close(sockets[0]);
      close(sockets[1]);
      return false;
    }
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) { becomeWorker(parent, {sockets[1], errors[1]}); }
    close(sockets[1]);
    close(errors[1]);
    Worker started{.pid = pid, .socket = sockets[0], .error_stream = errors[0]};
    if (pid < 0) {
      closeChannels(started);
      return false;
    }
    workers_.push_back(std::move(started));
    return true;
  }

  [[noreturn]] void becomeWorker(pid_t parent, const worker::Channels& channels) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) { _exit(0); } // it ended before we asked to be told
    signals_.leaveToParent();
    for (Worker& other : workers_) {
      closeChannels(other);
    }
    worker::serve(channels, job_, options_);
  }

  void giveJob(Worker& worker) {
    const uint64_t index = next_++;
    worker.job = static_cast<size_t>(index);
    worker.inbox.clear();
    if (options_.job_limit.count() > 0) { worker.deadline = Clock::now() + options_.job_limit; }
    // Eight bytes always fit. A worker that is gone shows itself when its answer is read.
    (void)!send(worker.socket, &index, sizeof(index), MSG_NOSIGNAL);
  }

  /// Until the next job is overdue; nothing when none ever is.
  std::optional<timespec> timeToWait() const {
    Clock::time_point first = Clock::time_point::max();
    for (const Worker& worker : workers_) {
      first = std::min(first, worker.deadline);
    }
    if (first == Clock::time_point::max()) { return std::nullopt; }
    const auto left = std::max(first - Clock::now(), Clock::duration::zero());
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
    return timespec{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
  }

  void waitForNews() {
    readable_.clear();
    for (const Worker& worker : workers_) {
      readable_.push_back({worker.socket, POLLIN, 0});
    }
    const auto limit = timeToWait();
    if (ppoll(readable_.data(), readable_.size(), limit ? &*limit : nullptr, &signals_.mask()) < 0) {
      for (pollfd& entry : readable_) {
        entry.revents = 0;
      }
    }
  }

  void readResults() {
    for (size_t i = 0; i < workers_.size(); ++i) {
      if (readable_[i].revents != 0) { readFrom(workers_[i]); }
    }
  }

  void readFrom(Worker& worker) {
    char bytes[size_t{1} << 16U];
    const ssize_t size = recv(worker.socket, bytes, sizeof(bytes), MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) { return; }
    if (size <= 0) {
      lose(worker);
      return;
    }
    worker.inbox.append(bytes, static_cast<size_t>(size));
    auto answer = completed(worker.inbox);
    if (!answer) { return; }
    (void)drained(worker.error_stream);
    finish(worker, {.state = JobState::Done, .bytes = std::move(*answer)});
    if (hasMore()) {
      giveJob(worker);
    } else {
      retire(worker);
    }
  }

  void finish(Worker& worker, JobResult result) {
    const size_t index = worker.job;
    worker.deadline = Clock::time_point::max();
    result_.jobs[index] = std::move(result);
    ++ended_;
    if (options_.on_end) { options_.on_end(ended_, index); }
  }

  /// The process has closed its end: it is ending or gone.
  void lose(Worker& worker) {
    kill(worker.pid, SIGKILL); // it may have closed the socket only; after its end this does nothing
    const int status = statusOf(worker.pid);
    finish(worker, failureOf(status, drained(worker.error_stream)));
    forget(worker);
  }

  void endOverdue() {
    const auto now = Clock::now();
    for (Worker& worker : workers_) {
      if (worker.deadline > now) { continue; }
      kill(worker.pid, SIGKILL);
      statusOf(worker.pid);
      finish(worker, {.state = JobState::TimedOut, .said = drained(worker.error_stream)});
      forget(worker);
    }
  }

  void retire(Worker& worker) {
    shutdown(worker.socket, SHUT_RDWR);
    statusOf(worker.pid);
    forget(worker);
  }

  void forget(Worker& worker) {
    closeChannels(worker);
    worker.pid = -1;
  }

  void forgetEnded() {
    std::erase_if(workers_, [](const Worker& worker) { return worker.pid < 0; });
  }

  void killAll() {
    for (const Worker& worker : workers_) {
      kill(worker.pid, SIGKILL);
    }
    for (Worker& worker : workers_) {
      statusOf(worker.pid);
      forget(worker);
    }
    workers_.clear();
  }

  const std::function<std::string(size_t)>& job_;
  const PoolOptions& options_;
  SignalGuard signals_;
  PoolResult result_;
  std::vector<Worker> workers_;
  std::vector<pollfd> readable_; ///< beside workers_
  size_t next_ = 0;
  size_t ended_ = 0;
};

} // namespace

PoolResult runJobs(size_t count, const std::function<std::string(size_t)>& job, const PoolOptions& options) {
  return Pool(count, job, options).run();
}

} // namespace nostall
