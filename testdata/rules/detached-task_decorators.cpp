// Classes and functions that hand each other's tasks on: what is started is what all of them lead to, and looking
// for it ends.
#include <asio.hpp>

#include <memory>
#include <stdexcept>
#include <utility>

using Job = asio::awaitable<void>;

// ---- an interface whose wrappers call it again: each call may be each of them

struct Sink {
  virtual ~Sink() = default;
  virtual Job put(int byte) = 0;
};

struct Disk final : Sink {
  Job put(int byte) override {
    if (byte < 0) { throw std::runtime_error("full"); }
    co_return;
  }
};

template <int Level>
struct Layer final : Sink {
  explicit Layer(std::unique_ptr<Sink> next) : next_(std::move(next)) {}

  Job put(int byte) override {
    if (byte == Level) { return next_->put(byte + 1); }
    return byte > Level ? next_->put(byte - 1) : next_->put(byte);
  }

private:
  std::unique_ptr<Sink> next_;
};

template <int Level>
std::unique_ptr<Sink> layers() {
  if constexpr (Level == 0) {
    return std::make_unique<Disk>();
  } else {
    return std::make_unique<Layer<Level>>(layers<Level - 1>());
  }
}

void startsLayers(asio::io_context& context) {
  static const auto sink = layers<24>();
  asio::co_spawn(context, sink->put(1), asio::detached);  // want: detached-task
}

Job awaitsLayers(Sink& sink) {
  co_await sink.put(1);
}

void startsAwaiting(asio::io_context& context, Sink& sink) {
  asio::co_spawn(context, awaitsLayers(sink), asio::detached);  // want: detached-task
}

// ---- the same, and nothing can be lost

struct Quiet {
  virtual ~Quiet() = default;
  virtual Job tick() noexcept = 0;
};

struct Clock final : Quiet {
  Job tick() noexcept override { co_return; }
};

template <int Level>
struct Hand final : Quiet {
  std::unique_ptr<Quiet> next;
  Job tick() noexcept override { return Level % 2 == 0 ? next->tick() : std::as_const(next)->tick(); }
};

#define HANDS(N) std::make_unique<Hand<N>>(), std::make_unique<Hand<N + 1>>(), std::make_unique<Hand<N + 2>>()

void startsClock(asio::io_context& context, Quiet& clock) {
  static const std::unique_ptr<Quiet> all[] = {std::make_unique<Clock>(), HANDS(0), HANDS(3), HANDS(6), HANDS(9)};
  asio::co_spawn(context, clock.tick(), asio::detached);  // ok: detached-task   nothing throws
}

// ---- functions that call each other, in circles and through templates

Job left(int n);
Job right(int n);

Job bottom() {
  throw std::runtime_error("no");
  co_return;
}

Job left(int n) {
  if (n == 0) { return bottom(); }
  if (n % 2 == 0) { return right(n - 1); }
  return left(n - 1);
}

Job right(int n) {
  return n % 3 == 0 ? left(n / 2) : right(n - 1);
}

void startsCircle(asio::io_context& context) {
  asio::co_spawn(context, right(7), asio::detached);  // want: detached-task
}

template <int N>
Job down(int n) {
  if constexpr (N == 0) {
    return bottom();
  } else {
    if (n > N) { return down<N - 1>(n); }
    if (n < -N) { return down<N / 2>(n); }
    return down<N - 1>(-n);
  }
}

void startsDown(asio::io_context& context) {
  asio::co_spawn(context, down<60>(3), asio::detached);  // want: detached-task
}

// ---- locals that are made of each other

void startsLocals(asio::io_context& context) {
  Job first = bottom();
  Job second = std::move(first);
  Job third = std::move(second);
  first = std::move(third);
  asio::co_spawn(context, std::move(first), asio::detached);  // want: detached-task
}
