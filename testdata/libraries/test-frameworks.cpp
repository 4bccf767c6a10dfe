#include "fake/task.h"

#include <fcntl.h>

using fake::Task;

// A test framework whose amalgamated header stands in the project.
namespace Catch {
inline bool isDebuggerActive() { return ::open("/proc/self/status", O_RDONLY) >= 0; }
struct AssertionHandler {
  void complete() { isDebuggerActive(); }
};
} // namespace Catch

bool fromFile() { return ::open("expected", O_RDONLY) >= 0; }

Task<> asserts() {
  Catch::AssertionHandler().complete(); // ok: blocking-file   the framework's own business
  fromFile();                           // want: blocking-file via fromFile, open
  co_return;
}
