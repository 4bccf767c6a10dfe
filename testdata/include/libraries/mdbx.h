// Declarations in the shape of libmdbx.
#pragma once

#include <string>

extern "C" {
struct MDBX_env;
struct MDBX_txn;
enum MDBX_txn_flags_t { MDBX_TXN_READWRITE = 0, MDBX_TXN_RDONLY = 0x20000, MDBX_TXN_TRY = 0x10000000 };
int mdbx_txn_begin(MDBX_env* env, MDBX_txn* parent, MDBX_txn_flags_t flags, MDBX_txn** txn);
int mdbx_txn_commit(MDBX_txn* txn);
int mdbx_txn_abort(MDBX_txn* txn);
int mdbx_env_sync_ex(MDBX_env* env, bool force, bool nonblock);
}
namespace mdbx {
class txn_managed {
public:
  void commit();
  void abort();
};
class env {
public:
  txn_managed start_write(bool dont_wait = false);
  txn_managed try_start_write() { return start_write(true); }
  txn_managed start_read() const;
  bool sync_to_disk(bool force = true, bool nonblock = false);
};
class env_managed : public env {
public:
  struct operate_parameters {};
  env_managed() = default;
  env_managed(const std::string& pathname, const operate_parameters& parameters, bool accede = true);
  void close(bool dont_sync = false);
};
} // namespace mdbx
