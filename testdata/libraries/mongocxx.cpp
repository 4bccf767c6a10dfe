#include "fake/task.h"
#include "libraries/mongocxx.h"

using fake::Task;

Task<bool> inserts(mongocxx::collection& table) { co_return table.insert_one({}); } // want: blocking-database
Task<> names(mongocxx::collection& table) { table.name(); co_return; }              // ok: blocking-database   known
Task<> reads(mongocxx::cursor& cursor) {
  auto row = cursor.begin();                                                        // want: blocking-database
  ++row;                                                                            // want: blocking-database
  co_return;
}
Task<int> waits(mongocxx::pool& pool) { co_return pool.acquire(); }                 // want: blocking-database
Task<int> tries(mongocxx::pool& pool) { co_return pool.try_acquire(); }             // ok: blocking-database   only tries
