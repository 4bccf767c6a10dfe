#include "fake/task.h"
#include "libraries/rocksdb.h"

using fake::Task;

Task<> opens(rocksdb::DB** database) { rocksdb::DB::Open("a", database); co_return; }                // want: blocking-database
Task<> reads(rocksdb::DB& database, std::string* value) { database.Get({}, "a", value); co_return; } // want: blocking-database
Task<> writes(rocksdb::DB& database) { database.Put({}, "a", "b"); co_return; }                      // want: blocking-database
Task<> names(rocksdb::DB& database) { database.GetName(); co_return; }                               // ok: blocking-database   known
