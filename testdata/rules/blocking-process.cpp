#include "fake/task.h"

#include <cstdlib>
#include <string>
#include <sys/wait.h>

using fake::Task;

int shell(const std::string& command) { return std::system(command.c_str()); }
void reap() {
  while (::waitpid(-1, nullptr, WNOHANG) > 0) {
  }
}

Task<int> backup() {
  reap();                            // ok: blocking-process   asks only
  co_return shell("tar cf a.tar a"); // want: blocking-process error via shell, system
}
