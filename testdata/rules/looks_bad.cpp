// What only looks bad in public code: names, results and places that tell a different story.
#include "fake/task.h"

#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using fake::Task;
using fake::Tick;
using namespace std::chrono_literals;

void use(int);

// ---- get() is judged by its type

struct Verification {
  Task<int> get() { co_return 1; }
};
struct Payload {
  const std::string& get() const { return text; }
  std::string text;
};
template <typename T> struct Resolved {
  bool failed() const { return false; }
  T get() { return T{}; }
};

Task<> gets(std::unique_ptr<int> owner, std::shared_ptr<int> shared, std::reference_wrapper<int> number, Payload& payload,
            Verification& verification, std::tuple<int, int>& pair) {
  use(*owner.get());
  use(*shared.get());
  use(number.get());
  use(std::get<0>(pair));
  payload.get();
  use(co_await verification.get());
}

Task<int> resolved(Resolved<int> answer) {
  if (answer.failed()) { co_return 0; }
  co_return answer.get();
}

Task<std::future<int>> obtains(std::promise<int>& promise, std::packaged_task<int()>& work) {
  auto of_work = work.get_future();
  auto future = promise.get_future();
  promise.set_value(1);
  co_return future;
}

// ---- wait() and its kin that return something to await

struct Alarm {
  Tick wait() { return {}; }
  Tick wait_for(std::chrono::seconds) { return {}; }
  Tick wait_until(std::chrono::steady_clock::time_point) { return {}; }
  Tick join() { return {}; }
};
struct Either {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) const {}
  void await_resume() const {}
};
Either operator&&(Tick, Tick) { return {}; }

Task<> waits(Alarm& alarm, Alarm& other) {
  co_await alarm.wait();
  co_await alarm.wait_for(1s);
  co_await alarm.wait_until(std::chrono::steady_clock::now() + 1s);
  co_await (alarm.wait() && other.wait());
  co_await alarm.join();
}

// ---- the end of a thread that was awaited

struct Event {
  void set() { done = true; }
  bool await_ready() const { return done; }
  void await_suspend(std::coroutine_handle<> caller) const { caller.resume(); }
  void await_resume() const {}
  bool done = false;
};

Task<> joinsWhatHasEnded() {
  Event ended;
  std::thread worker([&] {
    std::this_thread::sleep_for(1s);
    ended.set();
  });
  co_await ended;
  worker.join();
}

// ---- names

struct Signal {
  void connect(std::function<void()>) {}
  void accept(std::function<void()>) {}
};
struct Reply {
  void accept(int, std::string) {}
  void send(std::string) {}
};
struct Clocks {
  static int system() { return 0; }
  static int sleep() { return 0; }
};
struct Disk {
  void pread(int, long, std::function<void(int)>) {}
  void pwrite(int, long, std::function<void(int)>) {}
  void fsync() {}
};
namespace driver {
int read(int, int) { return 0; }
int poll(int) { return 0; }
} // namespace driver

Task<> named(Signal& signal, Reply& reply, Disk& disk) {
  signal.connect([] {});
  signal.accept([] {});
  reply.accept(200, "fine");
  reply.send("fine");
  use(Clocks::system() + Clocks::sleep());
  disk.pread(1, 2, [](int) {});
  disk.pwrite(1, 2, [](int) {});
  disk.fsync();
  use(driver::read(1, 2) + driver::poll(3));
  co_return;
}

// ---- overloads and other classes' methods of one name

struct Store {
  int load(const char* path) { return ::open(path, O_RDONLY); }
  Task<int> load(int key) { co_return key; }
};
struct Remote {
  Task<int> load(const char*) { co_return 1; }
};

Task<> overloads(Store& store, Remote& remote) {
  use(co_await store.load(1));
  use(co_await remote.load("answer"));
}

// ---- runtime code: descriptors that the class made non-blocking, and a wait for readiness

class Connection {
public:
  Connection() : fd_(::socket(AF_INET, SOCK_STREAM, 0)) { ::fcntl(fd_, F_SETFL, ::fcntl(fd_, F_GETFL) | O_NONBLOCK); }

  Task<int> connect(const sockaddr* peer) {
    if (::connect(fd_, peer, sizeof(*peer)) == 0) { co_return 0; }
    co_await poll();
    co_return 0;
  }
  Task<int> accept() {
    co_await poll();
    co_return ::accept(fd_, nullptr, nullptr);
  }
  Task<long> read(char* data) {
    co_await poll();
    co_return ::read(fd_, data, 1);
  }

private:
  Tick poll() { return {}; }
  int fd_;
};

// ---- the child of a fork is another process

Task<> runsInTheChild(const char* command) {
  const pid_t pid = ::fork(); // want: blocking-process warning
  if (pid == 0) {
    const int status = std::system(command);
    ::sleep(1);
    ::_exit(status);
  }
  co_await Tick();
}

Task<> asksAtOnce(const char* command) {
  if (::fork() == 0) { ::_exit(std::system(command)); } // want: blocking-process warning
  co_await Tick();
}

Task<> asksForNotZero(const char* command) {
  pid_t pid = ::fork(); // want: blocking-process warning
  if (!pid) {
    use(std::system(command));
    ::_exit(0);
  }
  co_await Tick();
}

Task<> switchesOverTheAnswer(const char* command) {
  switch (::fork()) { // want: blocking-process warning
  case -1: co_return;
  case 0: ::_exit(std::system(command)); // false: blocking-process the cases of a switch are not told apart
  default: break;
  }
  co_await Tick();
}

// ---- code that is not there

template <bool blocking> Task<> chooses() {
  if constexpr (blocking) {
    std::this_thread::sleep_for(1s);
  } else {
    co_await Tick();
  }
}
Task<> choosesNotTo() { co_await chooses<false>(); }

Task<> leftOut() {
#ifdef NO_TIMERS
  std::this_thread::sleep_for(1s);
#endif
  if constexpr (sizeof(void*) == 1) { ::sleep(1); }
  co_await Tick();
}

// ---- a library's way from plain code to coroutines, and tests

template <typename T> T syncWait(Task<T> task) {
  std::binary_semaphore done(0);
  std::optional<T> result;
  const auto run = [&]() -> fake::EagerTask {
    result = co_await std::move(task);
    done.release();
  };
  run();  // false: unawaited-task   the semaphore tells when it ends
  done.acquire();
  return *result;
}

Task<int> answer() { co_return 42; }

void testAnswer() {
  std::this_thread::sleep_for(1ms);
  use(syncWait(answer()));
}
int main() {
  testAnswer();
  std::thread worker(testAnswer);
  worker.join();
}
