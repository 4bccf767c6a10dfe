// Work that is split among the cores of the machine, for results that do not depend on how.
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace nostall {

/// How many threads `inParts` and `eachOnAnyCore` use, this one included; at least one.
inline size_t coresToUse() {
  constexpr size_t most = 8; // beyond that memory is the limit
  const size_t cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : (cores < most ? cores : most);
}

/// Calls `work(part, first, last)` for parts that make up [0, count), each on a thread of its own, and waits
/// for all. `work` writes only what belongs to its part. Returns the number of parts: at most `parts`, and
/// one for little work.
template <typename Work>
size_t inParts(size_t count, size_t parts, const Work& work) {
  constexpr size_t worth_a_thread = 20000;
  if (count < worth_a_thread) { parts = 1; }
  {
    std::vector<std::jthread> threads;
    for (size_t part = 1; part < parts; ++part) {
      threads.emplace_back(
          [&work, part, count, parts] { work(part, count * part / parts, count * (part + 1) / parts); });
    }
    work(0, 0, count / parts);
  }
  return parts;
}

/// What `first()` and `second()` return, which run at the same time.
template <typename First, typename Second>
auto atOnce(const First& first, const Second& second) {
  std::optional<decltype(first())> of_first;
  std::jthread other([&] { of_first.emplace(first()); });
  auto of_second = second();
  other.join();
  return std::pair(std::move(*of_first), std::move(of_second));
}

/// Calls `work(index)` for each of [0, count), on whatever thread is free, and waits for all.
template <typename Work>
void eachOnAnyCore(size_t count, const Work& work) {
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t index = next++; index < count; index = next++) {
      work(index);
    }
  };
  std::vector<std::jthread> threads;
  for (size_t i = 1; i < coresToUse() && i < count; ++i) {
    threads.emplace_back(run);
  }
  run();
}

} // namespace nostall
