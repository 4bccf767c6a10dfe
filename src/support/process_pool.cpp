#include "support/process_pool.h"

#include "support/job_schedule.h"
#include "support/process_base.h"
#include "support/process_worker.h"
#include "support/signal_guard.h"

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

/// What is kept of a failed job's standard error.
constexpr size_t most_said = 4096;

struct Worker {
  enum class Role : uint8_t { Jobs, JobInBase, Base };

  Role role = Role::Jobs;
  pid_t pid = -1; ///< of a child; what begins in a base is a child of that
  int socket = -1;
  int error_stream = -1;
  size_t index = 0;      ///< of the job, or of the base
  size_t from = no_base; ///< the base it begins in
  bool ready = false;    ///< Base: it waits for requests
  bool ended = false;
  Clock::time_point deadline = Clock::time_point::max();
  std::string inbox; ///< a size, then as many bytes
};

void closeChannels(Worker& worker) {
  close(worker.socket);
  if (worker.error_stream >= 0) { close(worker.error_stream); }
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
      : job_(job), options_(options), schedule_(count, options.base_of, options.base_parents) {
    result_.jobs.resize(count);
  }

  PoolResult run() {
    startWork();
    while (!workers_.empty() && SignalGuard::caught() == 0) {
      waitForNews();
      readNews();
      endOverdue();
      endFinishedBases();
      forgetEnded();
      startWork();
    }
    result_.interrupted_by = SignalGuard::caught();
    killAll();
    return std::move(result_);
  }

private:
  /// Bases that are ready only wait.
  size_t busyWorkers() const {
    return static_cast<size_t>(
        std::count_if(workers_.begin(), workers_.end(), [](const Worker& worker) { return !worker.ready; }));
  }

  void startWork() {
    const size_t wanted = std::max(1U, options_.workers);
    while (busyWorkers() < wanted) {
      const auto work = schedule_.next();
      if (!work || !start(*work)) { return; }
    }
  }

  /// False when no process can be had. A job that nobody does then stays NotRun.
  bool start(const JobSchedule::Work& work) {
    if (work.from != no_base) {
      startInBase(work);
      return true;
    }
    const auto role = work.is_base ? Worker::Role::Base : Worker::Role::Jobs;
    const bool started = startWorker(role, work.index);
    if (!work.is_base && started) { giveJob(workers_.back(), work.index); }
    if (!work.is_base && !started) { schedule_.again(work.index, no_base); }
    if (work.is_base && !started) { schedule_.baseLost(work.index); }
    return started;
  }

  bool startWorker(Worker::Role role, size_t index) {
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
    if (pid == 0) { becomeWorker(parent, role, index, {sockets[1], errors[1]}); }
    close(sockets[1]);
    close(errors[1]);
    Worker started{.role = role, .pid = pid, .socket = sockets[0], .error_stream = errors[0], .index = index};
    if (pid < 0) {
      closeChannels(started);
      return false;
    }
    workers_.push_back(std::move(started));
    return true;
  }

  [[noreturn]] void becomeWorker(pid_t parent, Worker::Role role, size_t index,
                                 const worker::Channels& channels) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) { _exit(0); } // it ended before we asked to be told
    signals_.leaveToParent();
    for (Worker& other : workers_) {
      closeChannels(other);
    }
    if (role == Worker::Role::Base) { worker::serveBase(channels, index, options_); }
    worker::serve(channels, job_, options_);
  }

  void startInBase(const JobSchedule::Work& work) {
    const auto base = std::find_if(workers_.begin(), workers_.end(), [&](const Worker& worker) {
      return worker.role == Worker::Role::Base && worker.index == work.from;
    });
    int sockets[2];
    Worker started{.role = work.is_base ? Worker::Role::Base : Worker::Role::JobInBase,
                   .index = work.index,
                   .from = work.from};
    const bool connected =
        base != workers_.end() && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) == 0;
    if (!connected) {
      loseInBase(started);
      return;
    }
    started.socket = sockets[0];
    // Its process ends itself when it takes too long. This tells why it ended.
    if (options_.job_limit.count() > 0) { started.deadline = Clock::now() + options_.job_limit; }
    // When the base is gone the fork's socket closes with it, and the job is lost as any other.
    (void)base::requestFork(base->socket, {work.is_base, work.index}, sockets[1]);
    close(sockets[1]);
    workers_.push_back(std::move(started));
  }

  void giveJob(Worker& worker, size_t job) {
    const uint64_t index = job;
    worker.index = job;
    worker.inbox.clear();
    if (options_.job_limit.count() > 0) { worker.deadline = Clock::now() + options_.job_limit; }
    // Eight bytes always fit. A worker that is gone shows itself when its answer is read.
    (void)!send(worker.socket, &index, sizeof(index), MSG_NOSIGNAL);
  }

  /// Until the next job is overdue; nothing when none ever is.
  std::optional<timespec> timeToWait() const {
    Clock::time_point first = Clock::time_point::max();
    for (const Worker& worker : workers_) {
      if (worker.role == Worker::Role::Jobs) { first = std::min(first, worker.deadline); }
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

  void readNews() {
    for (size_t i = 0; i < readable_.size(); ++i) { // workers that start meanwhile have no entry
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
    if (worker.role == Worker::Role::Base) {
      worker.ready = true;
      schedule_.baseReady(worker.index);
      return;
    }
    worker.inbox.append(bytes, static_cast<size_t>(size));
    auto answer = completed(worker.inbox);
    if (!answer) { return; }
    const bool in_base = worker.role == Worker::Role::JobInBase;
    finish(worker, {.state = JobState::Done, .bytes = std::move(*answer), .in_base = in_base});
    if (in_base) {
      forget(worker);
      return;
    }
    (void)drained(worker.error_stream);
    goOn(worker);
  }

  /// The next thing to do may be one that this worker can.
  void goOn(Worker& worker) {
    const auto work = schedule_.next();
    if (work && !work->is_base && work->from == no_base) {
      giveJob(worker, work->index);
      return;
    }
    retire(worker);
    if (work) { (void)start(*work); }
  }

  void finish(const Worker& worker, JobResult result) {
    result.left_base = result_.jobs[worker.index].left_base;
    result_.jobs[worker.index] = std::move(result);
    schedule_.jobEnded(worker.from);
    ++ended_;
    if (options_.on_end) { options_.on_end(ended_, worker.index); }
  }

  /// The process has closed its end: it is ending or gone.
  void lose(Worker& worker) {
    if (worker.role != Worker::Role::Jobs) {
      loseInBase(worker);
      if (worker.pid > 0) { kill(worker.pid, SIGKILL); }
      forget(worker);
      return;
    }
    kill(worker.pid, SIGKILL); // it may have closed the socket only; after its end this does nothing
    const int status = statusOf(worker.pid);
    worker.pid = -1;
    finish(worker, failureOf(status, drained(worker.error_stream)));
    forget(worker);
  }

  /// A base, or what ran in one, came to nothing: it goes another way.
  void loseInBase(const Worker& worker) {
    if (worker.role == Worker::Role::Base) {
      schedule_.baseLost(worker.index);
    } else if (Clock::now() >= worker.deadline) {
      finish(worker, {.state = JobState::TimedOut});
    } else {
      result_.jobs[worker.index].left_base = true;
      schedule_.again(worker.index, worker.from);
    }
  }

  void endOverdue() {
    const auto now = Clock::now();
    for (Worker& worker : workers_) {
      if (worker.role != Worker::Role::Jobs || worker.deadline > now || worker.ended) { continue; }
      kill(worker.pid, SIGKILL);
      finish(worker, {.state = JobState::TimedOut, .said = drained(worker.error_stream)});
      forget(worker);
    }
  }

  void endFinishedBases() {
    for (const size_t base : schedule_.takeFinished()) {
      for (Worker& worker : workers_) {
        if (worker.role == Worker::Role::Base && worker.index == base && !worker.ended) { retire(worker); }
      }
    }
  }

  void retire(Worker& worker) {
    shutdown(worker.socket, SHUT_RDWR);
    forget(worker);
  }

  void forget(Worker& worker) {
    if (worker.ended) { return; }
    if (worker.pid > 0) { statusOf(worker.pid); }
    closeChannels(worker);
    worker.ended = true;
  }

  void forgetEnded() {
    std::erase_if(workers_, [](const Worker& worker) { return worker.ended; });
  }

  void killAll() {
    for (const Worker& worker : workers_) {
      if (worker.pid > 0) { kill(worker.pid, SIGKILL); } // what began in it dies with it
    }
    for (Worker& worker : workers_) {
      forget(worker);
    }
    workers_.clear();
  }

  const std::function<std::string(size_t)>& job_;
  const PoolOptions& options_;
  SignalGuard signals_;
  PoolResult result_;
  JobSchedule schedule_;
  std::vector<Worker> workers_;
  std::vector<pollfd> readable_; ///< beside workers_
  size_t ended_ = 0;
};

} // namespace

PoolResult runJobs(size_t count, const std::function<std::string(size_t)>& job, const PoolOptions& options) {
  return Pool(count, job, options).run();
}

} // namespace nostall
