// Declarations in the shape of LMDB.
#pragma once

extern "C" {
struct MDB_env;
struct MDB_txn;
#define MDB_RDONLY 0x20000
int mdb_txn_begin(MDB_env* environment, MDB_txn* parent, unsigned int flags, MDB_txn** transaction);
int mdb_txn_commit(MDB_txn* transaction);
void mdb_txn_abort(MDB_txn* transaction);
}
