// flags: -isystem /usr/include/postgresql
#include "fake/task.h"

#include <pqxx/pqxx>

using fake::Task;

Task<> queries(pqxx::work& work, pqxx::connection& connection) {
  work.exec("select 1");                                       // want: blocking-database error
  work.exec0("select 1");                                      // want: blocking-database
  work.exec1("select 1");                                      // want: blocking-database
  work.exec_n(1, "select 1");                                  // want: blocking-database
  work.exec_params("select $1", 1);                            // want: blocking-database
  work.exec_params0("select $1", 1);                           // want: blocking-database
  work.exec_params1("select $1", 1);                           // want: blocking-database
  work.exec_params_n(1, "select $1", 1);                       // want: blocking-database
  work.exec_prepared("a", 1);                                  // want: blocking-database
  work.exec_prepared0("a", 1);                                 // want: blocking-database
  work.exec_prepared1("a", 1);                                 // want: blocking-database
  work.exec_prepared_n(1, "a", 1);                             // want: blocking-database
  work.query_value<int>("select 1");                           // want: blocking-database
  work.query<int>("select 1");                                 // want: blocking-database
  work.query1<int>("select 1");                                // want: blocking-database
  work.query01<int>("select 1");                               // want: blocking-database
  work.query_n<int>(1, "select 1");                            // want: blocking-database
  work.for_query("select 1", [](int) {});                      // want: blocking-database
  work.for_stream("select 1", [](int) {});                     // want: blocking-database
  work.for_each("select 1", [](int) {});                       // want: blocking-database
  for (auto [number] : work.stream<int>("select 1")) {         // want: blocking-database
    (void)number;
  }
  work.quote("a");                                             // ok: blocking-database
  work.commit();                                               // want: blocking-database
  work.abort();                                                // want: blocking-database
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

Task<> streams(pqxx::pipeline& pipeline, pqxx::stream_from& from, pqxx::stream_to& to, pqxx::blob& blob,
               std::basic_string<std::byte>& data, pqxx::connecting& connecting) {
  pipeline.retrieve();                                         // want: blocking-database
  pipeline.complete();                                         // want: blocking-database
  pipeline.flush();                                            // want: blocking-database
  from.read_row();                                             // want: blocking-database
  to.write_values(1);                                          // want: blocking-database
  to.complete();                                               // want: blocking-database
  blob.read(data, 1);                                          // want: blocking-database
  blob.write(data);                                            // want: blocking-database
  connecting.wait_to_read();                                   // want: blocking-database
  connecting.wait_to_write();                                  // want: blocking-database
  co_return;
}

Task<> again() {
  pqxx::perform([] { return 1; });                             // want: blocking-database
  co_return;
}
