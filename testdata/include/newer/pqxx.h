// What libpqxx 7 has and Debian's libpqxx 6 has not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pqxx {

class connection {
public:
  explicit connection(const char* options);
  connection(connection&& other);
  void prepare(const char* name, const char* definition);
  int await_notification();
  int get_notifs();
  void cancel_query();
};

class transaction_base {
public:
  template <typename T> T query_value(std::string_view) { return {}; }
  template <typename... T> std::vector<int> query(std::string_view) { return {}; }
  template <typename... T> int query1(std::string_view) { return {}; }
  template <typename... T> int query01(std::string_view) { return {}; }
  template <typename... T> std::vector<int> query_n(int, std::string_view) { return {}; }
  template <typename... T> std::vector<int> stream(std::string_view) { return {}; }
  template <typename Function> void for_query(std::string_view, Function&&) {}
  template <typename Function> void for_stream(std::string_view, Function&&) {}
  template <typename Function> void for_each(std::string_view, Function&&) {}
};
class work : public transaction_base {};

class stream_from {
public:
  const std::vector<std::string>* read_row();
};
class stream_to {
public:
  template <typename... Values> void write_values(const Values&...) {}
};
class blob {
public:
  std::size_t read(std::string& buffer, std::size_t size);
  void write(std::string_view data);
};
class connecting {
public:
  bool wait_to_read() const;
  bool wait_to_write() const;
};

} // namespace pqxx
