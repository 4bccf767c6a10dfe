#include "fake/task.h"
#include "libraries/lmdb.h"

using fake::Task;

Task<> begins(MDB_env* environment, MDB_txn** transaction) {
  mdb_txn_begin(environment, nullptr, 0, transaction);                           // want: blocking-database
  mdb_txn_begin(environment, nullptr, MDB_RDONLY, transaction);                  // ok: blocking-database   readers do not wait
  co_return;
}
Task<> commits(MDB_txn* transaction) { mdb_txn_commit(transaction); co_return; } // want: blocking-database
Task<> aborts(MDB_txn* transaction) { mdb_txn_abort(transaction); co_return; }   // ok: blocking-database   only drops
