#include "fake/task.h"
#include "libraries/mdbx.h"

#include <string>
#include <utility>

using fake::Task;

Task<> writes(mdbx::env& env) {
  mdbx::txn_managed transaction = env.start_write();    // want: blocking-database
  transaction.commit();                                 // want: blocking-database
  co_return;
}
Task<> opens(const std::string& path) {
  mdbx::env_managed env(path, {});                      // want: blocking-database
  env.close();                                          // want: blocking-database
  co_return;
}
Task<> through(mdbx::env_managed& env) {
  auto transaction = env.start_write();                 // want: blocking-database
  env.sync_to_disk();                                   // want: blocking-database
  transaction.abort();                                  // ok: blocking-database   only drops
  co_return;
}
Task<> tries(mdbx::env& env) {
  auto first = env.try_start_write();                   // ok: blocking-database   does not wait
  auto second = env.start_write(true);                  // ok: blocking-database
  auto reader = env.start_read();                       // ok: blocking-database   readers wait for nobody
  (void)first, (void)second, (void)reader;
  co_return;
}
Task<> inC(MDBX_env* env, MDBX_txn* parent, MDBX_txn** transaction) {
  mdbx_txn_begin(env, parent, MDBX_TXN_READWRITE, transaction); // want: blocking-database
  mdbx_txn_begin(env, parent, MDBX_TXN_RDONLY, transaction);    // ok: blocking-database
  mdbx_txn_begin(env, parent, MDBX_TXN_TRY, transaction);       // ok: blocking-database
  mdbx_txn_commit(*transaction);                                // want: blocking-database
  mdbx_txn_abort(*transaction);                                 // ok: blocking-database
  mdbx_env_sync_ex(env, true, false);                           // want: blocking-database
  mdbx_env_sync_ex(env, true, true);                            // ok: blocking-database
  co_return;
}
class Writer {
public:
  explicit Writer(mdbx::env& env) : transaction_(env.start_write()) {}
  void end() { transaction_.commit(); }

private:
  mdbx::txn_managed transaction_;
};
Task<> wrapped(mdbx::env& env) {
  Writer writer(env);                                   // want: blocking-database
  writer.end();                                         // want: blocking-database
  co_return;
}
