// Bugs that public code had, and how they were repaired: before and after.
#include "libraries/async-simple.h"
#include "libraries/seastar.h"

#include "fake/task.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

// ---- a semaphore's units, a lock, a ticket that is a future: nothing was held

namespace database {

struct Units {};
struct Ticket {};
struct LockHolder {};
seastar::future<Units> get_units(seastar::semaphore& semaphore, unsigned count);

struct Gate {
  seastar::future<Units> get_units();
  seastar::future<LockHolder> hold_write_lock();
  seastar::future<LockHolder> hold_read_lock();
};

struct Storage {
  Gate gate;
  seastar::semaphore flushes;
  seastar::future<> write(int key);
  seastar::future<> compact();

  seastar::future<> flushBefore(int key) {
    auto units = gate.get_units();                 // want: unawaited-task error
    co_await write(key);
  }
  seastar::future<> flushAfter(int key) {
    auto units = co_await gate.get_units();        // ok: unawaited-task
    co_await write(key);
  }

  seastar::future<> truncateBefore() {
    auto lock = gate.hold_write_lock();            // want: unawaited-task error
    co_await compact();
  }
  seastar::future<> truncateAfter() {
    auto lock = co_await gate.hold_write_lock();   // ok: unawaited-task
    co_await compact();
  }

  seastar::future<> dropBefore(int key) {
    auto ticket = get_units(flushes, 1);           // want: unawaited-task error
    co_await write(key);
    co_await compact();
  }
  seastar::future<> dropAfter(int key) {
    auto ticket = co_await get_units(flushes, 1);  // ok: unawaited-task
    co_await write(key);
    co_await compact();
  }

  // The lock in front of a branch, held on neither.
  seastar::future<> repairBefore(bool all) {
    auto guard = gate.hold_read_lock();            // want: unawaited-task error
    if (all) {
      co_await compact();
    } else {
      co_await write(0);
    }
  }
  seastar::future<> repairAfter(bool all) {
    auto guard = co_await gate.hold_read_lock();   // ok: unawaited-task
    if (all) {
      co_await compact();
    } else {
      co_await write(0);
    }
  }
};

// In a continuation's lambda.
struct Topic {
  seastar::semaphore produced;
  seastar::future<Units> reserve(int bytes);
  seastar::future<> append(int bytes);
  seastar::future<> produceBefore(int bytes) {
    co_await append(0).then([this, bytes]() -> seastar::future<> {
      auto reserved = reserve(bytes);              // want: unawaited-task error
      co_await append(bytes);
    });
  }
  seastar::future<> produceAfter(int bytes) {
    auto reserved = co_await reserve(bytes);       // ok: unawaited-task
    co_await append(bytes);
  }
};

} // namespace database

// ---- a lazy task kept as if it were the result, with [[maybe_unused]] to quiet the compiler

namespace jobs {

async_simple::coro::Lazy<int> submit(int job);

async_simple::coro::Lazy<void> runBefore(int job) {
  [[maybe_unused]] auto result = submit(job);      // want: unawaited-task error
  co_return;
}
async_simple::coro::Lazy<void> runAfter(int job) {
  [[maybe_unused]] auto result = co_await submit(job); // ok: unawaited-task
  co_return;
}

} // namespace jobs

// ---- a discarded awaitable

namespace bot {

fake::Task<> reply(const std::string& text);
fake::Task<> banUser(long user);
fake::EagerTask addMessage(const std::string& text);

// A handler of a map of commands.
struct Commands {
  std::map<std::string, std::function<fake::Task<>(long)>> handlers;
  fake::Task<> onCommandBefore(std::string name, long user) {
    handlers.at(name)(user);                       // want: unawaited-task error
    co_return;
  }
  fake::Task<> onCommandAfter(std::string name, long user) {
    co_await handlers.at(name)(user);              // ok: unawaited-task
    co_return;
  }
};

// A plain statement, between awaits.
fake::Task<> moderateBefore(long user) {
  co_await reply("checking");
  banUser(user);                                   // want: unawaited-task error
  co_await reply("done");
}
fake::Task<> moderateAfter(long user) {
  co_await reply("checking");
  co_await banUser(user);                          // ok: unawaited-task
  co_await reply("done");
}

// In one arm, with the other one awaited.
fake::Task<> answerBefore(bool known) {
  if (known) {
    co_await reply("yes");
  } else {
    reply("no");                                   // want: unawaited-task error
  }
}
fake::Task<> answerAfter(bool known) {
  if (known) {
    co_await reply("yes");
  } else {
    co_await reply("no");                          // ok: unawaited-task
  }
}

// An eager task: the message was added after the list was shown.
fake::Task<> receiveBefore(std::string text) {
  addMessage(text);                                // want: unawaited-task error
  co_await reply("received");
}
fake::Task<> receiveAfter(std::string text) {
  co_await addMessage(text);                       // ok: unawaited-task
  co_await reply("received");
}

} // namespace bot

// ---- a coroutine as the handler of a server that wants none: its task was dropped

namespace server {

struct Server {
  void set_handler(std::function<void(int)> handler);
  void set_async_handler(std::function<async_simple::coro::Lazy<void>(int)> handler);
};
async_simple::coro::Lazy<void> serve(int request);

void registerBefore(Server& server) {
  server.set_handler([](int request) -> async_simple::coro::Lazy<void> { co_await serve(request); }); // want: unawaited-task error
}
void registerAfter(Server& server) {
  server.set_async_handler([](int request) -> async_simple::coro::Lazy<void> { co_await serve(request); }); // ok: unawaited-task
}

} // namespace server

// ---- the last statement of a coroutine

namespace playground {

seastar::future<> sendAll();
seastar::future<> close();

seastar::future<> finishBefore() {
  co_await sendAll();
  close();                                         // want: unawaited-task error
}
seastar::future<> finishAfter() {
  co_await sendAll();
  co_await close();                                // ok: unawaited-task
}

seastar::future<> pauseBefore() {
  seastar::sleep(100);                             // want: unawaited-task error
  co_await sendAll();
}
seastar::future<> pauseAfter() {
  co_await seastar::sleep(100);                    // ok: unawaited-task
  co_await sendAll();
}

} // namespace playground
