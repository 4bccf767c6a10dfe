#include "fake/task.h"
#include "libraries/zookeeper.h"

using fake::Task;

Task<> gets(zhandle_t* handle, char* buffer, int* size) {
  zoo_get(handle, "/a", 0, buffer, size, nullptr); // want: blocking-database
  zoo_aget(handle, "/a", 0, nullptr, nullptr);     // ok: blocking-database   with a completion
  co_return;
}
