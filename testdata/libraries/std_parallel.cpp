// Algorithms on many threads: what they call runs there, and the caller waits for all of it.
#include "fake/task.h"

#include <algorithm>
#include <execution>
#include <numeric>
#include <unistd.h>
#include <vector>

using fake::Task;
using std::execution::par;
using std::execution::par_unseq;

bool nap() { return ::usleep(10) == 0; }
bool is(int) { return nap(); }
bool less(int a, int b) { return nap() && a < b; }
int make() { return nap(); }
int change(int a) { return nap() + a; }
int both(int a, int b) { return nap() + a + b; }

Task<> looking(std::vector<int> a, std::vector<int> b) {
  std::adjacent_find(par, a.begin(), a.end(), less);                        // want: blocking-wait // ok: blocking-sleep   on other threads
  (void)std::all_of(par, a.begin(), a.end(), is);                           // want: blocking-wait
  (void)std::any_of(par, a.begin(), a.end(), is);                           // want: blocking-wait
  (void)std::none_of(par, a.begin(), a.end(), is);                          // want: blocking-wait
  std::count_if(par, a.begin(), a.end(), is);                               // want: blocking-wait
  std::find_if(par, a.begin(), a.end(), is);                                // want: blocking-wait
  std::find_if_not(par, a.begin(), a.end(), is);                            // want: blocking-wait
  (void)std::is_partitioned(par, a.begin(), a.end(), is);                   // want: blocking-wait
  (void)std::is_sorted(par, a.begin(), a.end(), less);                      // want: blocking-wait
  std::max_element(par, a.begin(), a.end(), less);                          // want: blocking-wait
  std::min_element(par, a.begin(), a.end(), less);                          // want: blocking-wait
  std::search(par, a.begin(), a.end(), b.begin(), b.end(), less);           // want: blocking-wait
  co_return;
}

Task<> changing(std::vector<int> a, std::vector<int> b, std::vector<int> c) {
  std::copy_if(par, a.begin(), a.end(), b.begin(), is);                     // want: blocking-wait
  std::for_each(par_unseq, a.begin(), a.end(), is);                         // want: blocking-wait
  std::for_each_n(par, a.begin(), 3, is);                                   // want: blocking-wait
  std::generate(par, a.begin(), a.end(), make);                             // want: blocking-wait
  std::generate_n(par, a.begin(), 3, make);                                 // want: blocking-wait
  std::merge(par, a.begin(), a.end(), b.begin(), b.end(), c.begin(), less); // want: blocking-wait
  std::nth_element(par, a.begin(), a.begin() + 1, a.end(), less);           // want: blocking-wait
  std::partial_sort(par, a.begin(), a.begin() + 1, a.end(), less);          // want: blocking-wait
  std::partition(par, a.begin(), a.end(), is);                              // want: blocking-wait
  (void)std::remove_if(par, a.begin(), a.end(), is);                        // want: blocking-wait
  std::replace_if(par, a.begin(), a.end(), is, 1);                          // want: blocking-wait
  std::sort(par, a.begin(), a.end(), less);                                 // want: blocking-wait
  std::stable_partition(par, a.begin(), a.end(), is);                       // want: blocking-wait
  std::stable_sort(par, a.begin(), a.end(), less);                          // want: blocking-wait
  std::transform(par, a.begin(), a.end(), b.begin(), change);               // want: blocking-wait
  (void)std::unique(par, a.begin(), a.end(), less);                         // want: blocking-wait
  co_return;
}

Task<> counting(std::vector<int> a, std::vector<int> b) {
  (void)std::reduce(par, a.begin(), a.end(), 0, both);                      // want: blocking-wait
  (void)std::transform_reduce(par, a.begin(), a.end(), 0, both, change);    // want: blocking-wait
  std::inclusive_scan(par, a.begin(), a.end(), b.begin(), both);            // want: blocking-wait
  std::exclusive_scan(par, a.begin(), a.end(), b.begin(), 0, both);         // want: blocking-wait
  std::transform_inclusive_scan(par, a.begin(), a.end(), b.begin(), both, change);    // want: blocking-wait
  std::transform_exclusive_scan(par, a.begin(), a.end(), b.begin(), 0, both, change); // want: blocking-wait
  std::for_each(std::execution::seq, a.begin(), a.end(), is);               // want: blocking-sleep // ok: blocking-wait   on this thread
  co_return;
}
