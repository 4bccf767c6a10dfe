// Calls that nobody wrote: constructors, destructors, operators, conversions, range-for, the awaiter's functions.
#include "fake/task.h"

#include <memory>
#include <unistd.h>
#include <utility>
#include <vector>

using fake::Task;

int nap() { return ::usleep(10000); }

// ---- objects

struct Opens {
  Opens() { nap(); }
};
struct Closes {
  ~Closes() { nap(); }
};
struct Inherits : Opens {};
struct Contains {
  int before = 0;
  Opens member;
};
struct Initialises {
  int value = nap();
};
struct Copies {
  Copies() = default;
  Copies(const Copies&) { nap(); }
};

Task<> constructors() {
  Opens direct;                       // want: blocking-sleep
  Inherits base;                      // want: blocking-sleep
  Contains member;                    // want: blocking-sleep
  Initialises initialised;            // want: blocking-sleep
  auto heap = new Opens;              // want: blocking-sleep
  auto smart = std::make_unique<Opens>(); // want: blocking-sleep
  Copies one;                         // ok: blocking-sleep
  Copies two(one);                    // want: blocking-sleep
  delete heap;                        // ok: blocking-sleep
  co_return;
}

Task<> destructors() {
  {
    Closes scoped;                    // want: blocking-sleep
  }
  Closes();                           // want: blocking-sleep
  auto* heap = new Closes;
  delete heap;                        // want: blocking-sleep
  co_return;
}

Task<> atTheEnd() {
  Closes last;                        // want: blocking-sleep
  co_await fake::Tick{};
}

Task<> moved(std::unique_ptr<Closes> owner) { // missed: blocking-sleep parameters end in the coroutine's frame
  co_await fake::Tick{};
}

// ---- shared ones, which others may hold

struct Pool {
  std::shared_ptr<Closes> get() { return kept; }
  void keep(std::shared_ptr<Closes> closes) { kept = std::move(closes); }
  std::weak_ptr<Closes> weak;
  std::shared_ptr<Closes> kept;
};
Task<> shares(Pool& pool) {
  auto there = pool.get();            // ok: blocking-sleep   the pool may hold it still
  auto locked = pool.weak.lock();     // ok: blocking-sleep
  auto given = std::make_shared<Closes>(); // ok: blocking-sleep
  pool.keep(given);
  auto own = std::make_shared<Closes>(); // want: blocking-sleep
  co_return;
}

// ---- operators and conversions

struct Number {
  Number operator+(const Number&) const {
    nap();
    return {};
  }
  bool operator==(const Number&) const {
    nap();
    return true;
  }
  int operator[](int) const { return nap(); }
  int operator()() const { return nap(); }
  explicit operator bool() const { return nap() == 0; }
  operator int() const { return nap(); }
  Number& operator=(int) {
    nap();
    return *this;
  }
};
Number operator""_slow(unsigned long long) {
  nap();
  return {};
}

Task<> operators(Number a, Number b) {
  a + b;                              // want: blocking-sleep
  (void)(a == b);                     // want: blocking-sleep
  a[1];                               // want: blocking-sleep
  a();                                // want: blocking-sleep
  if (a) {                            // want: blocking-sleep
  }
  int number = a;                     // want: blocking-sleep
  a = 1;                              // want: blocking-sleep
  1_slow;                             // want: blocking-sleep
  (void)number;
  co_return;
}

// ---- defaults and statics

int withDefault(int value = nap()) { return value; } // ok: blocking-sleep   the place is the call that takes the default
int withStatic() {
  static int value = nap();
  return value;
}

Task<> defaults() {
  withDefault();                      // want: blocking-sleep
  withDefault(1);                     // ok: blocking-sleep
  withStatic();                       // want: blocking-sleep
  static int here = nap();            // want: blocking-sleep
  (void)here;
  co_return;
}

int before_main = nap();              // ok: blocking-sleep   no loop runs yet

// ---- range-for

struct Slow {
  struct Iterator {
    int operator*() const { return 1; }
    Iterator& operator++() {
      nap();
      return *this;
    }
    bool operator!=(const Iterator&) const { return false; }
  };
  Iterator begin() const { return {}; }
  Iterator end() const { return {}; }
};
struct SlowBegin {
  int* begin() {
    nap();
    return nullptr;
  }
  int* end() { return nullptr; }
};

Task<> ranges(Slow steps, SlowBegin begins) {
  for (int step : steps) {            // want: blocking-sleep
    (void)step;
  }
  for (int& step : begins) {          // want: blocking-sleep
    (void)step;
  }
  co_return;
}

// ---- virtual calls

struct Shape {
  virtual ~Shape() = default;
  virtual void draw() = 0;
};
struct Circle final : Shape {
  void draw() override { nap(); }
};

Task<> drawing(Shape& shape, Circle& circle) {
  shape.draw();                       // want: blocking-sleep
  circle.draw();                      // want: blocking-sleep
  co_return;
}
Circle the_only_one;

struct Animal {
  virtual ~Animal() = default;
  virtual void speak() {}
};
struct Dog : Animal {
  void speak() override { nap(); }
};
struct Cat : Animal {
  void speak() override {}
};

Task<> speaking(Animal& animal) {
  animal.speak();                     // want: blocking-sleep warning
  animal.Animal::speak();             // ok: blocking-sleep   named with its class
  co_return;
}
Dog a_dog;
Cat a_cat;

// ---- what co_await itself calls

struct SlowReady {
  bool await_ready() { return nap() == 0; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
struct SlowSuspend {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) { nap(); }
  void await_resume() {}
};
struct SlowResume {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() { return nap(); }
};
struct SlowOperator {
  fake::Tick operator co_await() {
    nap();
    return {};
  }
};

Task<> awaits() {
  co_await SlowReady{};               // want: blocking-sleep
  co_await SlowSuspend{};             // want: blocking-sleep
  co_await SlowResume{};              // want: blocking-sleep
  co_await SlowOperator{};            // want: blocking-sleep
  co_await fake::Tick{};              // ok: blocking-sleep
}

struct SlowPromise;
struct SlowTask {
  using promise_type = SlowPromise;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
struct SlowPromise {
  SlowTask get_return_object() { return {}; }
  std::suspend_always initial_suspend() { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void return_void() { nap(); }
  void unhandled_exception() {}
};

SlowTask promised() {
  co_return;                          // want: blocking-sleep
}
