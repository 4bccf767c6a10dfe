// Class templates that the unit only names: external code is what makes them.
#include "fake/task.h"

#include <memory>
#include <optional>
#include <unistd.h>
#include <vector>

namespace {

template <typename T> struct WarmsUp {
  WarmsUp() { ::sleep(sizeof(T)); }
};

template <typename T> struct CoolsDown {
  ~CoolsDown() { ::sleep(sizeof(T)); }
};

template <typename T> struct Machine {
  virtual ~Machine() = default;
  virtual void start() = 0;
};

template <typename T> struct Press : Machine<T> {
  void start() override { ::sleep(sizeof(T)); }
};

/// A second level: the member's class is completed with it.
template <typename T> struct Hall {
  WarmsUp<T> heating;
};

template <typename T> struct Unused {
  Unused() { ::sleep(sizeof(T)); }
  static_assert(sizeof(T) > 100, "never made");
};

} // namespace

fake::Task<> warmsUp() {
  auto machine = std::make_shared<WarmsUp<int>>(); // want: blocking-sleep
  co_return;
}

fake::Task<> coolsDown() {
  auto machine = std::make_unique<CoolsDown<int>>(); // want: blocking-sleep
  co_return;
}

fake::Task<> coolsDownShared() {
  auto machine = std::make_shared<CoolsDown<char>>(); // want: blocking-sleep
  co_return;
}

fake::Task<> keptInVector() {
  std::vector<WarmsUp<long>> all;
  all.emplace_back(); // want: blocking-sleep
  co_return;
}

fake::Task<> dispatched() {
  const std::unique_ptr<Machine<short>> machine = std::make_unique<Press<short>>();
  machine->start(); // want: blocking-sleep
  co_return;
}

fake::Task<> secondLevel() {
  auto hall = std::make_shared<Hall<char>>(); // want: blocking-sleep
  co_return;
}

fake::Task<> onlyNamed(const std::shared_ptr<WarmsUp<float>>& machine, std::unique_ptr<Unused<int>>* none) {
  co_return; // ok: blocking-sleep
}

struct Shed {
  WarmsUp<short> heating;
};

fake::Task<> implicitConstructor() {
  auto shed = std::make_unique<Shed>(); // want: blocking-sleep
  co_return;
}
