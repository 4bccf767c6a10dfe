// Declarations in the shape of LevelDB.
#pragma once

#include <string>

namespace leveldb {
class DB {
public:
  static int Open(const std::string& name, DB** database);
  virtual int Get(const std::string& key, std::string* value) = 0;
};
class Iterator {
public:
  virtual void Seek(const std::string& target) = 0;
  virtual bool Valid() const = 0;
};
int DestroyDB(const std::string& name);
} // namespace leveldb
