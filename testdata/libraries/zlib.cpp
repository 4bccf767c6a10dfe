// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/zlib.h"

using fake::Task;

Task<> packs(unsigned char* out, unsigned long* size) { compress(out, size, out, 1); co_return; } // want: cpu-heavy
Task<> opens() { gzopen("a.gz", "r"); co_return; }                                                // ok: blocking-file   off
