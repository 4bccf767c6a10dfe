// Declarations in the shape of Boost.Iostreams.
#pragma once

namespace boost::iostreams {
class mapped_file_source {
public:
  mapped_file_source();
  explicit mapped_file_source(const char* path);
  void open(const char* path);
  bool is_open() const;
};
class file_descriptor {
public:
  long read(char* data, long size);
};
} // namespace boost::iostreams
