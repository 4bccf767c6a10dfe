// The only coroutine of the unit stands in a constructor that external code alone instantiates.
#include "fake/task.h"

#include <memory>
#include <unistd.h>

fake::Task<> before();
void keep(fake::EagerTask task);

template <typename T> struct Napping {
  Napping() {
    const auto naps = [](T seconds, fake::Task<> first) -> fake::EagerTask {
      co_await std::move(first); // resumes another coroutine: Clang declares a builtin for that
      ::sleep(seconds);          // want: blocking-sleep
    };
    keep(naps(T(1), before()));
  }
};

std::shared_ptr<void> make() { return std::make_shared<Napping<unsigned>>(); }
