// enable: sequential-await
#include "fake/task.h"

#include <asio.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

using fake::Task;

struct Socket {};
struct Client {
  Task<std::string> get(std::string key);
  Task<> put(std::string key);
};

Task<std::string> user(int id);
Task<std::string> orders(int id);
Task<std::string> ordersOf(const std::string& name);
Task<std::string> readLine(Socket& socket);
Task<int> number();
Task<> log(std::string text);
void print(std::string text);

// ---- in a row

Task<std::string> page(int id) {
  std::string name = co_await user(id);
  std::string list = co_await orders(id);               // want: sequential-await note
  co_return name + list;
}

Task<int> numbers() {
  int first = co_await number();
  int second = co_await number();                       // want: sequential-await
  co_return first + second;
}

Task<int> three() {
  auto first = co_await number();
  auto second = co_await user(1);                       // want: sequential-await
  auto third = co_await orders(2);                      // want: sequential-await
  co_return first + static_cast<int>(second.size() + third.size());
}

Task<std::string> twoClients(Client& left, Client& right) {
  auto first = co_await left.get("a");
  auto second = co_await right.get("a");                // want: sequential-await
  co_return first + second;
}

asio::awaitable<int> quota(std::string name);
asio::awaitable<int> standalone(std::string name) {
  int first = co_await quota(name);
  int second = co_await quota("all");                   // want: sequential-await
  co_return first + second;
}

Task<std::string> inABranch(int id) {
  if (id > 0) {
    std::string name = co_await user(id);
    std::string list = co_await orders(id);             // want: sequential-await
    co_return name + list;
  }
  co_return "";
}

struct Cache {
  int id = 0;
  Task<std::string> page() {
    std::string name = co_await user(id);
    std::string list = co_await orders(id);             // want: sequential-await
    co_return name + list;
  }
};

// ---- in loops

Task<> fetchAll(std::vector<int> ids) {
  std::vector<std::string> names;
  for (int id : ids) {
    names.push_back(co_await user(id));                 // want: sequential-await
  }
}

Task<> fetchInTwoSteps(std::vector<int> ids) {
  std::vector<std::string> names;
  for (int id : ids) {
    auto name = co_await user(id);                      // want: sequential-await
    names.push_back(std::move(name));
  }
}

Task<> fetchIntoAMap(std::vector<std::string> names) {
  std::map<std::string, std::string> found;
  for (const std::string& name : names) {
    found.emplace(name, co_await ordersOf(name));       // want: sequential-await
  }
}

// ---- the second one needs the first one

Task<std::string> chained(int id) {
  std::string name = co_await user(id);
  std::string list = co_await ordersOf(name);           // ok: sequential-await
  co_return list;
}

Task<std::string> chainedByMember(int id) {
  std::pair<std::string, int> both{co_await user(id), 1};
  std::string list = co_await ordersOf(both.first);     // ok: sequential-await
  co_return list;
}

Task<int> computed() {
  int first = co_await number();
  auto second = co_await user(first + 1);               // ok: sequential-await
  co_return static_cast<int>(second.size());
}

Task<std::string> sameConnection(Client& client) {
  auto first = co_await client.get("a");
  auto second = co_await client.get("b");               // ok: sequential-await   one after the other on one connection
  co_return first + second;
}

Task<std::string> sameSocket(Socket& socket) {
  auto first = co_await readLine(socket);
  auto second = co_await readLine(socket);              // ok: sequential-await
  co_return first + second;
}

Task<> actions(Client& left, Client& right) {
  co_await left.put("a");
  co_await right.put("b");                              // ok: sequential-await   the order may be meant
}

Task<std::string> withWorkInBetween(int id) {
  auto name = co_await user(id);
  print(name);
  auto list = co_await orders(id);                      // ok: sequential-await
  co_return list;
}

Task<std::string> underACondition(int id) {
  auto name = co_await user(id);
  if (name.empty()) { co_return ""; }
  auto list = co_await orders(id);                      // ok: sequential-await   only when there is a name
  co_return list;
}

Task<int> oneExpression() {
  co_return co_await number() + co_await number();      // ok: sequential-await
}

Task<> loopThatStops(std::vector<int> ids) {
  std::string found;
  for (int id : ids) {
    found = co_await user(id);                          // ok: sequential-await   the first one is enough
    if (!found.empty()) { break; }
  }
}

Task<> loopThatActs(std::vector<int> ids) {
  for (int id : ids) {
    auto name = co_await user(id);                      // ok: sequential-await
    co_await log(name);
  }
}

Task<> loopOnOneConnection(Client& client, std::vector<std::string> keys) {
  std::vector<std::string> values;
  for (const std::string& key : keys) {
    values.push_back(co_await client.get(key));         // missed: sequential-await   a client may take several requests at once
  }
}

Task<> loopWithoutRange() {
  std::vector<int> all;
  for (int i = 0; i < 3; ++i) {
    all.push_back(co_await number());                   // ok: sequential-await
  }
}
