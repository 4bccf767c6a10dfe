// Calls through variables: pointers to functions, std::function, members and containers of them.
#include "fake/task.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

using fake::Task;

void nap() { ::usleep(10000); }
void rest() {}
int napFor(int time) { return ::usleep(time); }

// ---- locals

Task<> locals(bool tired) {
  std::function<void()> wrapped = [] { nap(); };
  wrapped(); // want: blocking-sleep error via lambda in locals, nap, usleep
  void (*pointer)() = nap;
  pointer(); // want: blocking-sleep error via nap, usleep
  (*pointer)(); // want: blocking-sleep
  auto* deduced = &nap;
  deduced(); // want: blocking-sleep
  auto copy = wrapped;
  copy(); // want: blocking-sleep
  auto moved = std::move(wrapped);
  moved(); // want: blocking-sleep
  auto& same = moved;
  same(); // want: blocking-sleep
  int (*with_argument)(int) = napFor;
  with_argument(3); // want: blocking-sleep via napFor, usleep
  auto bound = std::bind(napFor, 3);
  bound(); // want: blocking-sleep
  void (*either)() = tired ? nap : rest;
  either(); // want: blocking-sleep warning
  void (*harmless)() = rest;
  harmless(); // ok: blocking-sleep
  std::function<void()> empty;
  if (empty) {
    empty(); // ok: blocking-sleep   never set
  }
  co_return;
}

Task<> assigned(bool tired) {
  std::function<void()> later;
  later = nap;
  later(); // want: blocking-sleep error
  void (*pointer)() = nullptr;
  pointer = rest;
  if (tired) {
    pointer = nap;
  }
  pointer(); // want: blocking-sleep warning via nap, usleep
  std::function<void()> two = rest;
  if (tired) {
    two = nap;
  }
  two(); // want: blocking-sleep warning
  co_return;
}

void (*unknownPointer())();

Task<> unknown(void (*parameter)()) {
  parameter(); // missed: blocking-sleep nobody is seen to pass anything
  auto* pointer = unknownPointer();
  pointer(); // ok: blocking-sleep   nobody knows what it is
  pointer = nap;
  pointer(); // missed: blocking-sleep not every store is visible
  co_return;
}

Task<> captured() {
  std::function<void()> work = nap;
  auto outer = [&] { work(); };
  outer(); // want: blocking-sleep via lambda in captured, nap, usleep
  auto owner = [kept = std::move(work)] { kept(); };
  owner(); // want: blocking-sleep
  co_return;
}

// ---- globals and tables

void (*hook)() = nap;
std::function<void()> quiet_hook = rest;
static void (*const table[])() = {nap, nap};
static const std::array<void (*)(), 2> mixed = {nap, rest};

struct Command {
  const char* name;
  int (*run)(int);
};
static const Command commands[] = {{"nap", napFor}, {"long nap", napFor}};

Task<> globals(int index) {
  hook(); // want: blocking-sleep error via nap, usleep
  quiet_hook(); // ok: blocking-sleep
  table[index](); // want: blocking-sleep error
  mixed[index](); // want: blocking-sleep warning
  commands[index].run(3); // want: blocking-sleep error via napFor, usleep
  for (const Command& command : commands) {
    command.run(3); // want: blocking-sleep error
  }
  static void (*const local_table[])() = {rest, rest};
  local_table[index](); // ok: blocking-sleep
  co_return;
}

// ---- members

struct Session {
  explicit Session(std::function<void()> on_close) : on_close_(std::move(on_close)) {}
  void onDone(std::function<void()> done) { on_done_ = std::move(done); }
  void onQuiet(const std::function<void()>& quiet) { on_quiet_ = quiet; }
  Task<> run();
  std::function<void()> on_close_;
  std::function<void()> on_done_;
  std::function<void()> on_quiet_;
  std::function<void()> by_default_ = [] { nap(); };
  void (*plain_)() = nap;
  void (*replaced_)() = rest;
};

Task<> Session::run() {
  on_close_(); // want: blocking-sleep error via lambda in start, nap, usleep
  this->on_done_(); // want: blocking-sleep warning
  on_quiet_(); // ok: blocking-sleep
  by_default_(); // want: blocking-sleep error
  plain_(); // want: blocking-sleep error
  replaced_(); // want: blocking-sleep warning
  co_return;
}

Task<> start(std::shared_ptr<Session> other) {
  Session session([] { nap(); });
  session.onDone(nap);
  other->onDone([] { rest(); });
  session.onQuiet(rest);
  session.replaced_ = nap;
  other->on_close_(); // want: blocking-sleep error via lambda in start, nap, usleep
  co_await session.run();
}

/// Nobody is seen to call the setter: whoever uses the class stores what he likes.
struct Library {
  void onEvent(std::function<void()> event) { on_event_ = std::move(event); }
  Task<> run() {
    on_event_(); // ok: blocking-sleep   who knows
    co_return;
  }
  std::function<void()> on_event_ = nap;
};

struct Handlers {
  void (*first)();
  void (*second)();
};

Task<> aggregates() {
  Handlers handlers{.first = nap, .second = rest};
  handlers.first(); // want: blocking-sleep error
  handlers.second(); // ok: blocking-sleep
  co_return;
}

struct Worker {
  void work() { nap(); }
  void idle() {}
};

Task<> membersOfClasses(Worker worker) {
  void (Worker::*method)() = &Worker::work;
  (worker.*method)(); // want: blocking-sleep via Worker::work, nap, usleep
  auto bound = std::bind(&Worker::work, &worker);
  bound(); // want: blocking-sleep
  method = &Worker::idle;
  co_return;
}

// ---- containers

class Registry {
public:
  void add(std::string name, std::function<void()> handler) { handlers_[std::move(name)] = std::move(handler); }
  void push(std::function<void()> job) { jobs_.push_back(std::move(job)); }
  Task<> run(const std::string& name) {
    handlers_[name](); // want: blocking-sleep error
    handlers_.at(name)(); // want: blocking-sleep error
    if (auto found = handlers_.find(name); found != handlers_.end()) {
      found->second(); // want: blocking-sleep error
    }
    for (auto& [key, handler] : handlers_) {
      handler(); // want: blocking-sleep error
    }
    for (auto& job : jobs_) {
      job(); // want: blocking-sleep warning
    }
    auto next = std::move(jobs_.front());
    jobs_.pop_front();
    next(); // want: blocking-sleep warning
    for (auto& job : quiet_) {
      job(); // ok: blocking-sleep
    }
    if (maybe_) {
      (*maybe_)(); // want: blocking-sleep
    }
    co_return;
  }

private:
  std::map<std::string, std::function<void()>> handlers_;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::function<void()>> quiet_{rest};
  std::optional<std::function<void()>> maybe_ = nap;
};

void fill() {
  Registry registry;
  registry.add("nap", [] { nap(); });
  registry.push(nap);
  registry.push(rest);
}

Task<> listed(const std::string& name) {
  const std::unordered_map<std::string, std::function<void()>> handlers = {{"a", nap}, {"b", [] { nap(); }}};
  handlers.at(name)(); // want: blocking-sleep error
  const std::map<std::string, void (*)()> quiet = {{"a", rest}};
  quiet.at(name)(); // ok: blocking-sleep
  co_return;
}

// ---- parameters: what a function is given it runs before it returns

void run(const std::function<void()>& work) { work(); }
void runPointer(void (*work)()) { work(); }
void runTwice(std::function<void()> work) {
  run(work);
  run(work);
}
void keep(std::function<void()>) {}
template <typename F> void forwards(F&& work) { std::forward<F>(work)(); }

Task<> parameters() {
  run([] { nap(); }); // want: blocking-sleep error via lambda in parameters, nap, usleep
  run([] { rest(); }); // ok: blocking-sleep
  runPointer(nap); // want: blocking-sleep error via nap, usleep
  runPointer(rest); // ok: blocking-sleep
  runTwice(nap); // want: blocking-sleep error
  keep(nap); // ok: blocking-sleep   never called
  std::function<void()> stored = nap;
  run(stored); // want: blocking-sleep error
  forwards(nap); // want: blocking-sleep
  forwards(rest); // ok: blocking-sleep
  co_return;
}

Task<> retry(std::function<void()> work) {
  work(); // ok: blocking-sleep   its callers run what they pass
  co_return;
}

Task<> retries() {
  co_await retry(nap); // want: blocking-sleep error via nap, usleep
  co_await retry(rest); // ok: blocking-sleep
}

Task<> retryLater(std::function<void()> work) {
  work(); // want: blocking-sleep error via nap, usleep
  co_return;
}

void startsLater() { auto task = retryLater(nap); } // want: unawaited-task error

void elsewhere(std::function<void()> work) {
  std::thread([work] { work(); }).detach();
}

Task<> leaves() {
  elsewhere(nap); // ok: blocking-sleep   another thread
  co_return;
}

// ---- results

std::function<void()> makeWork() { return nap; }
void (*makePointer())() { return nap; }
std::function<void()> makeQuiet() {
  return [] { rest(); };
}

Task<> results() {
  auto work = makeWork();
  work(); // want: blocking-sleep error
  makeWork()(); // want: blocking-sleep error
  makePointer()(); // want: blocking-sleep error
  makeQuiet()(); // ok: blocking-sleep
  co_return;
}

// ---- coroutines through variables are roots of their own

Task<> handler(int) {
  nap(); // want: blocking-sleep error via nap, usleep
  co_return;
}

Task<> dispatches(const std::string& name) {
  std::map<std::string, std::function<Task<>(int)>> handlers;
  handlers["a"] = handler;
  co_await handlers.at(name)(3); // ok: blocking-sleep   the handler has its own finding
}
