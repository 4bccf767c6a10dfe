#include "fake/task.h"
#include "libraries/fmt.h"

using fake::Task;

Task<> prints() { fmt::print("{}", 1); co_return; }                    // ok: blocking-console   writes are off
Task<> formats(char* out) { fmt::format_to(out, "{}", 1); co_return; } // ok: blocking-file   in memory
Task<> opens() {
  auto out = fmt::output_file("a");                                    // want: blocking-file
  out.print("{}", 1);                                                  // want: blocking-file
  co_return;
}
Task<> reads(char* buffer) {
  fmt::file file("a", 0);                                              // want: blocking-file
  file.read(buffer, 10);                                               // want: blocking-file
  fmt::file open(1);                                                   // ok: blocking-file   only takes the descriptor
  co_return;
}
