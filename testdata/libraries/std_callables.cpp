#include "fake/task.h"

#include <algorithm>
#include <any>
#include <deque>
#include <forward_list>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

using fake::Task;

// What is called before the algorithm returns.

bool nap() {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return true;
}
bool less(int a, int b) { return nap() && a < b; }
bool is(int) { return nap(); }
int make() { return nap(); }
int change(int a) { return nap() + a; }
int both(int a, int b) { return nap() + a + b; }

Task<> functions(const std::variant<int, float>& either, std::optional<int> maybe) {
  std::invoke(nap);                                   // want: blocking-sleep via nap, std::this_thread::sleep_for
  std::apply(less, std::pair{1, 2});                  // want: blocking-sleep
  std::visit([](auto) { nap(); }, either);            // want: blocking-sleep
  std::once_flag flag;
  std::call_once(flag, nap);                          // want: blocking-sleep
  auto unused = [] { nap(); };                        // ok: blocking-sleep   only defined
  std::function<void()> kept = [] { nap(); };         // ok: blocking-sleep   only stored
  co_return;
}

Task<> looking(std::vector<int> a, std::vector<int> b) {
  std::adjacent_find(a.begin(), a.end(), less);                        // want: blocking-sleep
  std::all_of(a.begin(), a.end(), is);                                 // want: blocking-sleep
  std::any_of(a.begin(), a.end(), is);                                 // want: blocking-sleep
  std::none_of(a.begin(), a.end(), is);                                // want: blocking-sleep
  std::count_if(a.begin(), a.end(), is);                               // want: blocking-sleep
  std::equal(a.begin(), a.end(), b.begin(), less);                     // want: blocking-sleep
  std::equal_range(a.begin(), a.end(), 1, less);                       // want: blocking-sleep
  std::find_end(a.begin(), a.end(), b.begin(), b.end(), less);         // want: blocking-sleep
  std::find_first_of(a.begin(), a.end(), b.begin(), b.end(), less);    // want: blocking-sleep
  std::find_if(a.begin(), a.end(), is);                                // want: blocking-sleep
  std::find_if_not(a.begin(), a.end(), is);                            // want: blocking-sleep
  std::for_each(a.begin(), a.end(), is);                               // want: blocking-sleep
  std::for_each_n(a.begin(), 1, is);                                   // want: blocking-sleep
  std::includes(a.begin(), a.end(), b.begin(), b.end(), less);         // want: blocking-sleep
  std::is_heap(a.begin(), a.end(), less);                              // want: blocking-sleep
  std::is_partitioned(a.begin(), a.end(), is);                         // want: blocking-sleep
  std::is_permutation(a.begin(), a.end(), b.begin(), less);            // want: blocking-sleep
  std::is_sorted(a.begin(), a.end(), less);                            // want: blocking-sleep
  std::is_sorted_until(a.begin(), a.end(), less);                      // want: blocking-sleep
  std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less); // want: blocking-sleep
  std::lower_bound(a.begin(), a.end(), 1, less);                       // want: blocking-sleep
  std::upper_bound(a.begin(), a.end(), 1, less);                       // want: blocking-sleep
  std::max(1, 2, less);                                                // want: blocking-sleep
  std::min(1, 2, less);                                                // want: blocking-sleep
  std::minmax(1, 2, less);                                             // want: blocking-sleep
  std::max_element(a.begin(), a.end(), less);                          // want: blocking-sleep
  std::min_element(a.begin(), a.end(), less);                          // want: blocking-sleep
  std::minmax_element(a.begin(), a.end(), less);                       // want: blocking-sleep
  std::mismatch(a.begin(), a.end(), b.begin(), less);                  // want: blocking-sleep
  std::search(a.begin(), a.end(), b.begin(), b.end(), less);           // want: blocking-sleep
  std::search_n(a.begin(), a.end(), 1, 1, less);                       // want: blocking-sleep
  std::partition_point(a.begin(), a.end(), is);                        // want: blocking-sleep
  co_return;
}

Task<> changing(std::vector<int> a, std::vector<int> b) {
  std::copy_if(a.begin(), a.end(), b.begin(), is);                     // want: blocking-sleep
  std::generate(a.begin(), a.end(), make);                             // want: blocking-sleep
  std::generate_n(a.begin(), 1, make);                                 // want: blocking-sleep
  std::inplace_merge(a.begin(), a.begin(), a.end(), less);             // want: blocking-sleep
  std::make_heap(a.begin(), a.end(), less);                            // want: blocking-sleep
  std::push_heap(a.begin(), a.end(), less);                            // want: blocking-sleep
  std::pop_heap(a.begin(), a.end(), less);                             // want: blocking-sleep
  std::sort_heap(a.begin(), a.end(), less);                            // want: blocking-sleep
  std::merge(a.begin(), a.end(), b.begin(), b.end(), a.begin(), less); // want: blocking-sleep
  std::next_permutation(a.begin(), a.end(), less);                     // want: blocking-sleep
  std::prev_permutation(a.begin(), a.end(), less);                     // want: blocking-sleep
  std::nth_element(a.begin(), a.begin(), a.end(), less);               // want: blocking-sleep
  std::partial_sort(a.begin(), a.begin(), a.end(), less);              // want: blocking-sleep
  std::partial_sort_copy(a.begin(), a.end(), b.begin(), b.end(), less); // want: blocking-sleep
  std::partition(a.begin(), a.end(), is);                              // want: blocking-sleep
  std::partition_copy(a.begin(), a.end(), b.begin(), b.begin(), is);   // want: blocking-sleep
  std::remove_if(a.begin(), a.end(), is);                              // want: blocking-sleep
  std::remove_copy_if(a.begin(), a.end(), b.begin(), is);              // want: blocking-sleep
  std::replace_if(a.begin(), a.end(), is, 1);                          // want: blocking-sleep
  std::replace_copy_if(a.begin(), a.end(), b.begin(), is, 1);          // want: blocking-sleep
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), a.begin(), less);           // want: blocking-sleep
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), a.begin(), less);         // want: blocking-sleep
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), a.begin(), less); // want: blocking-sleep
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), a.begin(), less);                // want: blocking-sleep
  std::sort(a.begin(), a.end(), less);                                 // want: blocking-sleep
  std::stable_sort(a.begin(), a.end(), less);                          // want: blocking-sleep
  std::stable_partition(a.begin(), a.end(), is);                       // want: blocking-sleep
  std::transform(a.begin(), a.end(), b.begin(), change);               // want: blocking-sleep
  std::unique(a.begin(), a.end(), less);                               // want: blocking-sleep
  std::unique_copy(a.begin(), a.end(), b.begin(), less);               // want: blocking-sleep
  std::erase_if(a, is);                                                // want: blocking-sleep
  co_return;
}

Task<> adding(std::vector<int> a, std::vector<int> b) {
  std::accumulate(a.begin(), a.end(), 0, both);                        // want: blocking-sleep
  std::reduce(a.begin(), a.end(), 0, both);                            // want: blocking-sleep
  std::transform_reduce(a.begin(), a.end(), 0, both, change);          // want: blocking-sleep
  std::inner_product(a.begin(), a.end(), b.begin(), 0, both, both);    // want: blocking-sleep
  std::adjacent_difference(a.begin(), a.end(), b.begin(), both);       // want: blocking-sleep
  std::partial_sum(a.begin(), a.end(), b.begin(), both);               // want: blocking-sleep
  std::inclusive_scan(a.begin(), a.end(), b.begin(), both);            // want: blocking-sleep
  std::exclusive_scan(a.begin(), a.end(), b.begin(), 0, both);         // want: blocking-sleep
  std::transform_inclusive_scan(a.begin(), a.end(), b.begin(), both, change);    // want: blocking-sleep
  std::transform_exclusive_scan(a.begin(), a.end(), b.begin(), 0, both, change); // want: blocking-sleep
  co_return;
}

Task<> ranges(std::vector<int> a, std::vector<int> b) {
  std::ranges::adjacent_find(a, less);               // want: blocking-sleep
  std::ranges::all_of(a, is);                        // want: blocking-sleep
  std::ranges::any_of(a, is);                        // want: blocking-sleep
  std::ranges::none_of(a, is);                       // want: blocking-sleep
  std::ranges::copy_if(a, b.begin(), is);            // want: blocking-sleep
  std::ranges::count_if(a, is);                      // want: blocking-sleep
  std::ranges::equal(a, b, less);                    // want: blocking-sleep
  std::ranges::find_if(a, is);                       // want: blocking-sleep
  std::ranges::find_if_not(a, is);                   // want: blocking-sleep
  std::ranges::for_each(a, is);                      // want: blocking-sleep
  std::ranges::for_each_n(a.begin(), 1, is);         // want: blocking-sleep
  std::ranges::generate(a, make);                    // want: blocking-sleep
  std::ranges::generate_n(a.begin(), 1, make);       // want: blocking-sleep
  std::ranges::lower_bound(a, 1, less);              // want: blocking-sleep
  std::ranges::upper_bound(a, 1, less);              // want: blocking-sleep
  std::ranges::max(a, less);                         // want: blocking-sleep
  std::ranges::max_element(a, less);                 // want: blocking-sleep
  std::ranges::min(a, less);                         // want: blocking-sleep
  std::ranges::min_element(a, less);                 // want: blocking-sleep
  std::ranges::partition(a, is);                     // want: blocking-sleep
  std::ranges::remove_if(a, is);                     // want: blocking-sleep
  std::ranges::replace_if(a, is, 1);                 // want: blocking-sleep
  std::ranges::sort(a, less);                        // want: blocking-sleep
  std::ranges::stable_sort(a, less);                 // want: blocking-sleep
  std::ranges::transform(a, b.begin(), change);      // want: blocking-sleep
  std::ranges::unique(a, less);                      // want: blocking-sleep
  co_return;
}

Task<> lists(std::list<int> a, std::forward_list<int> b) {
  a.sort(less);                                      // want: blocking-sleep
  a.remove_if(is);                                   // want: blocking-sleep
  b.sort(less);                                      // want: blocking-sleep
  b.remove_if(is);                                   // want: blocking-sleep
  co_return;
}

// What is made and destroyed inside of the library.

struct Opens {
  explicit Opens(int = 0) { nap(); }
  int value = 0;
};

struct Closes {
  ~Closes() { nap(); }
  int value = 0;
};

Task<> making(std::vector<Opens> many, std::deque<Opens> queue, std::list<Opens> list, std::forward_list<Opens> forward, std::any any,
              std::variant<int, Opens> either, std::optional<Opens> maybe, Opens* memory) {
  auto unique = std::make_unique<Opens>(1);                       // want: blocking-sleep
  auto blank = std::make_unique_for_overwrite<Opens>();           // want: blocking-sleep
  auto shared = std::make_shared<Opens>(1);                       // want: blocking-sleep
  auto blank_too = std::make_shared_for_overwrite<Opens>();       // want: blocking-sleep
  auto placed = std::allocate_shared<Opens>(std::allocator<Opens>(), 1); // want: blocking-sleep
  auto erased = std::make_any<Opens>(1);                          // want: blocking-sleep
  auto wrapped = std::make_optional<Opens>(1);                    // want: blocking-sleep
  std::construct_at(memory, 1);                                   // want: blocking-sleep
  any.emplace<Opens>(1);                                          // want: blocking-sleep
  either.emplace<Opens>(1);                                       // want: blocking-sleep
  maybe.emplace(1);                                               // want: blocking-sleep
  many.emplace_back(1);                                           // want: blocking-sleep
  many.emplace(many.begin(), 1);                                  // want: blocking-sleep
  queue.emplace_back(1);                                          // want: blocking-sleep
  queue.emplace_front(1);                                         // want: blocking-sleep
  queue.emplace(queue.begin(), 1);                                // want: blocking-sleep
  list.emplace_back(1);                                           // want: blocking-sleep
  list.emplace_front(1);                                          // want: blocking-sleep
  list.emplace(list.begin(), 1);                                  // want: blocking-sleep
  forward.emplace_front(1);                                       // want: blocking-sleep
  co_return;
}

Task<> ending(std::unique_ptr<Closes>& one, std::shared_ptr<Closes>& shared, std::optional<Closes>& maybe, std::vector<Closes>& many,
              std::deque<Closes>& queue, std::list<Closes>& list, Closes* memory) {
  one.reset();                                                    // want: blocking-sleep
  shared.reset();                                                 // want: blocking-sleep
  maybe.reset();                                                  // want: blocking-sleep
  many.clear();                                                   // want: blocking-sleep
  queue.clear();                                                  // want: blocking-sleep
  list.clear();                                                   // want: blocking-sleep
  std::destroy_at(memory);                                        // want: blocking-sleep
  co_return;
}

struct Holder {
  std::unique_ptr<Closes> unique;
  std::shared_ptr<Closes> shared;
  std::optional<Closes> maybe;
  std::vector<Closes> many;
  std::deque<Closes> queue;
  std::list<Closes> list;
  std::forward_list<Closes> forward;
};

Task<> endingAtTheScope() {
  {
    std::vector<Closes> many;                                     // want: blocking-sleep
    co_await fake::Tick{};
  }
  {
    std::unique_ptr<Closes> one;                                  // want: blocking-sleep
    co_await fake::Tick{};
  }
}
