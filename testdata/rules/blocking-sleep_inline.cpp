// Callables that run before the call that takes them returns, and those that go to other threads.
#include "fake/task.h"

#include <algorithm>
#include <execution>
#include <functional>
#include <mutex>
#include <numeric>
#include <ranges>
#include <thread>
#include <tuple>
#include <unistd.h>
#include <variant>
#include <vector>

using fake::Task;

void nap() { ::usleep(10); }
bool naps(int) {
  nap();
  return true;
}

struct Visitor {
  void operator()(int) const { nap(); }
  void operator()(char) const { nap(); }
};
struct Quick {
  template <typename T> void operator()(T) const {}
};
struct Napper {
  void rest() { nap(); }
  void work() {}
};

// ---- right here

Task<> algorithms(std::vector<int> numbers) {
  std::for_each(numbers.begin(), numbers.end(), [](int) { nap(); });               // want: blocking-sleep
  std::find_if(numbers.begin(), numbers.end(), naps);                               // want: blocking-sleep
  std::ranges::for_each(numbers, [](int) { nap(); });                               // want: blocking-sleep
  std::accumulate(numbers.begin(), numbers.end(), 0, [](int sum, int) { return naps(sum) ? 1 : 0; }); // want: blocking-sleep
  std::sort(numbers.begin(), numbers.end(), [](int one, int two) { return one < two; }); // ok: blocking-sleep
  std::for_each(numbers.begin(), numbers.end(), Quick());                           // ok: blocking-sleep
  co_return;
}

Task<> calls(std::variant<int, char> either, std::tuple<int> arguments, std::once_flag& once, Napper& napper) {
  std::invoke(nap);                                                                 // want: blocking-sleep
  std::invoke(&Napper::rest, napper);                                               // want: blocking-sleep
  std::invoke(&Napper::work, napper);                                               // ok: blocking-sleep
  std::apply([](int) { nap(); }, arguments);                                        // want: blocking-sleep
  std::visit(Visitor(), either);                                                    // want: blocking-sleep
  std::visit(Quick(), either);                                                      // ok: blocking-sleep
  std::call_once(once, [] { nap(); });                                              // want: blocking-sleep
  std::call_once(once, [] {});                                                      // ok: blocking-sleep
  co_return;
}

// ---- templates of the program: as each use of them is

template <typename Function> void twice(Function function) {
  function();
  function();
}
template <typename Function> void keep(Function&&) {}
template <typename Function> void onAThread(Function function) { std::thread(std::move(function)).detach(); }

Task<> templates() {
  twice([] { nap(); });                                                             // want: blocking-sleep
  twice([] {});                                                                     // ok: blocking-sleep
  keep([] { nap(); });                                                              // ok: blocking-sleep   never called
  onAThread([] { nap(); });                                                         // ok: blocking-sleep
  co_return;
}

// ---- algorithms on many threads

Task<> parallel(std::vector<int> numbers) {
  std::for_each(std::execution::par, numbers.begin(), numbers.end(), [](int) { nap(); }); // want: blocking-wait
  std::for_each(std::execution::seq, numbers.begin(), numbers.end(), [](int) { nap(); }); // want: blocking-sleep
  co_return;
}
