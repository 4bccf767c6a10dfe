#include "fake/task.h"
#include "libraries/sqlite-orm.h"

using fake::Task;

struct User {};
using Storage = sqlite_orm::internal::storage_t<User>;

Task<> reads(Storage& storage) { storage.get_all<User>(); co_return; } // want: blocking-database
Task<> commits(Storage& storage) { storage.commit(); co_return; }      // want: blocking-database
Task<> asks(Storage& storage) { storage.tablename(); co_return; }      // ok: blocking-database   known
