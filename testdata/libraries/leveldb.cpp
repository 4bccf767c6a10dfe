#include "fake/task.h"
#include "libraries/leveldb.h"

using fake::Task;

Task<> opens(leveldb::DB** database) { leveldb::DB::Open("a", database); co_return; }            // want: blocking-database
Task<> reads(leveldb::DB& database, std::string* value) { database.Get("a", value); co_return; } // want: blocking-database
Task<> destroys() { leveldb::DestroyDB("a"); co_return; }                                        // want: blocking-database
Task<bool> asks(leveldb::Iterator& row) { co_return row.Valid(); }                               // ok: blocking-database   only asks
