// A home-grown coroutine library, as many code bases have one: no rule names its types.
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace fake {

/// Lazy: runs when it is awaited.
template <typename T = void> class [[nodiscard]] Task;

namespace detail {

struct PromiseBase {
  std::coroutine_handle<> continuation = std::noop_coroutine();
  std::exception_ptr error;

  std::suspend_always initial_suspend() noexcept { return {}; }
  auto final_suspend() noexcept {
    struct Resume {
      std::coroutine_handle<> next;
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return next; }
      void await_resume() noexcept {}
    };
    return Resume{continuation};
  }
  void unhandled_exception() { error = std::current_exception(); }
};

template <typename T> struct Promise : PromiseBase {
  std::optional<T> value;
  Task<T> get_return_object();
  template <typename U> void return_value(U&& result) { value.emplace(std::forward<U>(result)); }
  T take() {
    if (error) {
      std::rethrow_exception(error);
    }
    return std::move(*value);
  }
};

template <> struct Promise<void> : PromiseBase {
  Task<void> get_return_object();
  void return_void() {}
  void take() {
    if (error) {
      std::rethrow_exception(error);
    }
  }
};

} // namespace detail

template <typename T> class [[nodiscard]] Task {
public:
  using promise_type = detail::Promise<T>;

  explicit Task(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Task() {
    if (handle_) {
      handle_.destroy();
    }
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
    handle_.promise().continuation = caller;
    return handle_;
  }
  T await_resume() { return handle_.promise().take(); }

private:
  std::coroutine_handle<promise_type> handle_;
};

template <typename T> Task<T> detail::Promise<T>::get_return_object() {
  return Task<T>{std::coroutine_handle<Promise>::from_promise(*this)};
}
inline Task<void> detail::Promise<void>::get_return_object() {
  return Task<void>{std::coroutine_handle<Promise>::from_promise(*this)};
}

/// Eager: runs up to its first suspension when it is called, and goes on when nobody holds it.
class EagerTask {
public:
  struct promise_type {
    EagerTask get_return_object() { return EagerTask{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { error = std::current_exception(); }
    void return_void() {}
    std::exception_ptr error;
  };

  explicit EagerTask(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  bool await_ready() const noexcept { return handle_.done(); }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}

private:
  std::coroutine_handle<promise_type> handle_;
};

/// Synchronous: yields in its caller's thread and cannot await.
template <typename T> class Generator {
public:
  struct promise_type {
    T value{};
    Generator get_return_object() { return Generator{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { throw; }
    void return_void() {}
    std::suspend_always yield_value(T next) {
      value = std::move(next);
      return {};
    }
  };

  explicit Generator(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Generator(Generator&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  ~Generator() {
    if (handle_) {
      handle_.destroy();
    }
  }
  bool next() {
    handle_.resume();
    return !handle_.done();
  }
  const T& value() const { return handle_.promise().value; }

private:
  std::coroutine_handle<promise_type> handle_;
};

/// Something to await that ends at once, for bodies that must be asynchronous.
struct Tick {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) const { caller.resume(); }
  void await_resume() const noexcept {}
};

} // namespace fake
