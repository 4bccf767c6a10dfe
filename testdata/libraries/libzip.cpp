#include "fake/task.h"
#include "libraries/libzip.h"

using fake::Task;

Task<> opens() { zip_open("a.zip", 0, nullptr); co_return; }                            // want: blocking-file
Task<> reads(zip_file_t* file, char* buffer) { zip_fread(file, buffer, 1); co_return; } // want: blocking-file
Task<long> counts(zip_t* archive) { co_return zip_get_num_entries(archive, 0); }        // ok: blocking-file   known since the open
