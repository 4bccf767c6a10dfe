// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/crypt.h"

using fake::Task;

Task<> hashes() { crypt("a", "b"); co_return; } // want: cpu-heavy
