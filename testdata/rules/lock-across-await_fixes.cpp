// Locks as real code bases had them around awaits, before and after; and locks there that only look bad.
#include "fake/task.h"

#include <coroutine>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using fake::Task;
using fake::Tick;

struct Reply {
  std::string text;
};
struct Connection {
  Task<Reply> ask(std::string text);
};

// ---- a table of handlers that is locked for readers while a handler runs

class Router {
public:
  using Handler = std::function<Task<Reply>(std::string)>;

  Task<Reply> routeBefore(std::string path) {
    std::shared_lock lock(mutex_);
    const auto found = handlers_.find(path);
    if (found == handlers_.end()) { co_return Reply{"unknown"}; }
    co_return co_await found->second(path);             // want: lock-across-await error
  }

  Task<Reply> routeAfter(std::string path) {
    Handler handler;
    {
      std::shared_lock lock(mutex_);
      const auto found = handlers_.find(path);
      if (found == handlers_.end()) { co_return Reply{"unknown"}; }
      handler = found->second;
    }
    co_return co_await handler(path);                   // ok: lock-across-await
  }

private:
  std::shared_mutex mutex_;
  std::map<std::string, Handler> handlers_;
};

// ---- a cache that is filled under its lock

class Cache {
public:
  Task<std::string> getBefore(Connection& connection, std::string key) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (auto known = entries_.find(key); known != entries_.end()) { co_return known->second; }
    Reply reply = co_await connection.ask(key);         // want: lock-across-await
    entries_[key] = reply.text;
    co_return reply.text;
  }

  Task<std::string> getAfter(Connection& connection, std::string key) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (auto known = entries_.find(key); known != entries_.end()) { co_return known->second; }
    }
    Reply reply = co_await connection.ask(key);         // ok: lock-across-await
    std::lock_guard<std::mutex> lock(mutex_);
    co_return entries_.try_emplace(key, reply.text).first->second;
  }

private:
  std::mutex mutex_;
  std::map<std::string, std::string> entries_;
};

// ---- a pool that is locked while its connection works

class Pool {
public:
  Task<Reply> askBefore(std::string text) {
    std::unique_lock lock(mutex_);
    if (idle_.empty()) { co_return Reply{"busy"}; }
    auto connection = idle_.back();
    idle_.pop_back();
    Reply reply = co_await connection->ask(text);       // want: lock-across-await
    idle_.push_back(connection);
    co_return reply;
  }

  Task<Reply> askAfter(std::string text) {
    std::unique_lock lock(mutex_);
    if (idle_.empty()) { co_return Reply{"busy"}; }
    auto connection = idle_.back();
    idle_.pop_back();
    lock.unlock();
    Reply reply = co_await connection->ask(text);       // ok: lock-across-await
    lock.lock();
    idle_.push_back(connection);
    co_return reply;
  }

private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<Connection>> idle_;
};

// ---- a coroutine in an else branch, and one under a lock that the caller still holds

bool ready();

Task<> elseBefore(std::mutex& mutex) {
  std::unique_lock lock(mutex);
  if (ready()) {
    lock.unlock();
  } else {
    co_await Tick{};                                    // want: lock-across-await
  }
}

Task<> elseAfter(std::mutex& mutex) {
  std::unique_lock lock(mutex);
  const bool is_ready = ready();
  lock.unlock();
  if (!is_ready) { co_await Tick{}; }                   // ok: lock-across-await
}

// ---- a condition variable of coroutines: the waiter is queued under the lock and unlocks it

class ConditionVariable {
public:
  struct Wait {
    ConditionVariable& condition;
    std::unique_lock<std::mutex>& lock;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter) {
      condition.waiters_.push_back(waiter);
      lock.unlock();
    }
    void await_resume() { lock.lock(); }
  };
  Wait wait(std::unique_lock<std::mutex>& lock) { return Wait{*this, lock}; }

private:
  std::vector<std::coroutine_handle<>> waiters_;
};

class Queue {
public:
  Task<int> take() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (entries_.empty()) {
      co_await condition_.wait(lock);                   // ok: lock-across-await   handed to what is awaited
    }
    const int entry = entries_.back();
    entries_.pop_back();
    co_return entry;
  }

  Task<> putAll(std::vector<int> entries) {
    for (int entry : entries) {
      {
        std::scoped_lock lock(mutex_);
        entries_.push_back(entry);
      }
      co_await Tick{};                                  // ok: lock-across-await
    }
  }

  Task<bool> tryTake(int& entry) {
    std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock.owns_lock() || entries_.empty()) { co_return false; }
    entry = entries_.back();
    entries_.pop_back();
    co_return true;                                     // ok: lock-across-await   no await after it
  }

private:
  std::mutex mutex_;
  ConditionVariable condition_;
  std::vector<int> entries_;
};

// NOLINTEND(nostall-blocking-lock)
