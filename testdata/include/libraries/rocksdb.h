// Declarations in the shape of RocksDB.
#pragma once

#include <string>

namespace rocksdb {
struct ReadOptions {};
struct WriteOptions {};
class DB {
public:
  virtual ~DB();
  static int Open(const std::string& name, DB** database);
  virtual int Get(const ReadOptions& options, const std::string& key, std::string* value) = 0;
  virtual int Put(const WriteOptions& options, const std::string& key, const std::string& value) = 0;
  virtual const std::string& GetName() const = 0;
};
class Env {
public:
  virtual void SleepForMicroseconds(int microseconds) = 0;
};
} // namespace rocksdb
