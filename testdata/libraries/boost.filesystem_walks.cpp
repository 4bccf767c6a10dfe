// With Boost's own headers: its iterators get their operators from Boost.Iterator.
#include "fake/task.h"

#include <boost/filesystem.hpp>
#include <boost/iterator/counting_iterator.hpp>

using fake::Task;
namespace fs = boost::filesystem;

Task<> walks(const fs::path& folder) {
  fs::directory_iterator entry(folder);           // want: blocking-file
  fs::directory_iterator end;                     // ok: blocking-file   opens nothing
  ++entry;                                        // want: blocking-file
  entry++;                                        // want: blocking-file
  fs::recursive_directory_iterator deep(folder);  // want: blocking-file
  deep++;                                         // want: blocking-file
  boost::counting_iterator<int> number(1);
  ++number;                                       // ok: blocking-file   counts
  number++;                                       // ok: blocking-file
  co_return;
}
Task<> walksAll(const fs::path& folder) {
  for (fs::directory_iterator at(folder), end; at != end; at++) {  // want: blocking-file // want: blocking-file
    (void)at->path();
  }
  co_return;
}
