#include "connection.h"

namespace after {

fake::Task<int> ranking(Connection& connection, std::string user) {
  const int coins = co_await connection.number("select coins from users where name = '" + user + "'"); // ok: blocking-database
  co_return coins;
}

} // namespace after

int main() {
  after::Connection connection;
  after::ranking(connection, "me");  // want: unawaited-task
}
