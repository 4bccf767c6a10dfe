// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/compression.h"

using fake::Task;

Task<> packs(char* out) { LZ4_compress_default(out, out, 1, 1); co_return; } // want: cpu-heavy
