#include "fake/task.h"
#include "libraries/libarchive.h"

using fake::Task;

Task<> opens() {
  archive* a = archive_read_new();               // ok: blocking-file   opens nothing yet
  archive_read_open_filename(a, "a.tar", 10240); // want: blocking-file
  char buffer[16];
  archive_read_data(a, buffer, sizeof buffer);   // want: blocking-file
  co_return;
}
