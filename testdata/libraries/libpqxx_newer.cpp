#include "fake/task.h"
#include "newer/pqxx.h"

#include <utility>

using fake::Task;

Task<> queries(pqxx::work& work) {
  work.query_value<int>("select 1");                           // want: blocking-database
  work.query<int>("select 1");                                 // want: blocking-database
  work.query1<int>("select 1");                                // want: blocking-database
  work.query01<int>("select 1");                               // want: blocking-database
  work.query_n<int>(1, "select 1");                            // want: blocking-database
  work.for_query("select 1", [](int) {});                      // want: blocking-database
  work.for_stream("select 1", [](int) {});                     // want: blocking-database
  work.for_each("select 1", [](int) {});                       // want: blocking-database
  for (int number : work.stream<int>("select 1")) {            // want: blocking-database
    (void)number;
  }
  co_return;
}

Task<> connections() {
  pqxx::connection connection("");                             // want: blocking-database
  pqxx::connection moved(std::move(connection));               // ok: blocking-database
  moved.prepare("a", "select 1");                              // want: blocking-database
  moved.await_notification();                                  // want: blocking-database
  moved.get_notifs();                                          // ok: blocking-database   normally short
  moved.cancel_query();                                        // want: blocking-database
  co_return;
}

Task<> streams(pqxx::stream_from& from, pqxx::stream_to& to, pqxx::blob& blob, std::string& data, pqxx::connecting& connecting) {
  from.read_row();                                             // want: blocking-database
  to.write_values(1);                                          // want: blocking-database
  blob.read(data, 1);                                          // want: blocking-database
  blob.write(data);                                            // want: blocking-database
  connecting.wait_to_read();                                   // want: blocking-database
  connecting.wait_to_write();                                  // want: blocking-database
  co_return;
}
