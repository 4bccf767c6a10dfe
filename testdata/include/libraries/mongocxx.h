// Declarations in the shape of MongoDB C++ driver.
#pragma once

namespace bsoncxx::document {
class view {};
} // namespace bsoncxx::document
namespace mongocxx {
namespace v_noabi {
class cursor {
public:
  class iterator {
  public:
    iterator& operator++();
    const bsoncxx::document::view& operator*() const;
    bool operator!=(const iterator& other) const;
  };
  iterator begin();
  iterator end();
};
class collection {
public:
  bool insert_one(bsoncxx::document::view document);
  cursor find(bsoncxx::document::view filter);
  const char* name() const;
};
class pool {
public:
  int acquire();
  int try_acquire();
};
} // namespace v_noabi
using v_noabi::collection;
using v_noabi::cursor;
using v_noabi::pool;
} // namespace mongocxx
