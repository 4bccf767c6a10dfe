// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/zstd.h"

using fake::Task;

Task<> packs(char* out) { ZSTD_compress(out, 1, out, 1, 3); co_return; } // want: cpu-heavy
