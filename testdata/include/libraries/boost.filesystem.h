// Declarations in the shape of Boost.Filesystem.
#pragma once

#include <fstream>

namespace boost::filesystem {
class path {
public:
  path(const char* text);
  path parent_path() const;
};
class file_status {};
file_status status(const path& file);
bool exists(const path& file);
bool exists(file_status status);
bool remove(const path& file);
bool create_directories(const path& folder);
class directory_entry {};
class directory_iterator {
public:
  directory_iterator();
  explicit directory_iterator(const path& folder);
  directory_iterator& operator++();
  const directory_entry& operator*() const;
  bool operator!=(const directory_iterator& other) const;
};
template <typename Char>
class basic_ifstream : public std::basic_ifstream<Char> {
public:
  basic_ifstream();
  explicit basic_ifstream(const path& file);
};
using ifstream = basic_ifstream<char>;
} // namespace boost::filesystem
