#include "fake/task.h"
#include "libraries/mongoc.h"

using fake::Task;

Task<> inserts(mongoc_collection_t* table, const bson_t* row) {
  mongoc_collection_insert_one(table, row, nullptr, nullptr, nullptr);                    // want: blocking-database
  co_return;
}
Task<> waits(mongoc_client_pool_t* pool) { mongoc_client_pool_pop(pool); co_return; }     // want: blocking-database
Task<> tries(mongoc_client_pool_t* pool) { mongoc_client_pool_try_pop(pool); co_return; } // ok: blocking-database   only tries
