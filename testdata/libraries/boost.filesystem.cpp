#include "fake/task.h"
#include "libraries/boost.filesystem.h"

using fake::Task;
namespace fs = boost::filesystem;

Task<bool> asks(const fs::path& file) { co_return fs::exists(file); }      // want: blocking-file
Task<bool> knows(fs::file_status status) { co_return fs::exists(status); } // ok: blocking-file   the status is there
Task<> changes(const fs::path& file) {
  fs::create_directories(file.parent_path());                              // want: blocking-file
  fs::remove(file);                                                        // want: blocking-file
  co_return;
}
Task<> walks(const fs::path& folder) {
  fs::directory_iterator entry(folder);                                    // want: blocking-file
  fs::directory_iterator end;
  ++entry;                                                                 // want: blocking-file
  co_return;
}
Task<> opens(const fs::path& file) {
  fs::ifstream in(file);                                                   // want: blocking-file
  fs::ifstream none;                                                       // ok: blocking-file   not open yet
  co_return;
}
