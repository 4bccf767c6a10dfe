#include "fake/task.h"
#include "libraries/libmemcached.h"

using fake::Task;

Task<> gets(memcached_st* client, unsigned long* length, unsigned int* flags, int* error) {
  memcached_get(client, "a", 1, length, flags, error);                    // want: blocking-database
  co_return;
}
Task<> frees(memcached_st* client) { memcached_free(client); co_return; } // ok: blocking-database   only frees
