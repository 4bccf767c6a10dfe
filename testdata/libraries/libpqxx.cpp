// flags: -isystem /usr/include/postgresql
#include "fake/task.h"

#include <pqxx/pqxx>
#include <unistd.h>

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
  work.quote("a");                                             // ok: blocking-database
  work.commit();                                               // want: blocking-database
  work.abort();                                                // want: blocking-database
  co_return;
}

Task<> connections() {
  pqxx::connection connection("");                             // want: blocking-database
  pqxx::basic_connection<pqxx::connect_direct> old("");        // want: blocking-database
  connection.activate();                                       // want: blocking-database
  connection.prepare("a", "select 1");                         // want: blocking-database
  connection.await_notification();                             // want: blocking-database
  connection.get_notifs();                                     // ok: blocking-database   normally short
  connection.cancel_query();                                   // want: blocking-database
  connection.is_open();                                        // ok: blocking-database
  co_return;
}

Task<> streams(pqxx::pipeline& pipeline, pqxx::stream_from& from, pqxx::stream_to& to, pqxx::largeobjectaccess& object, char* data) {
  pipeline.retrieve();                                         // want: blocking-database
  pipeline.complete();                                         // want: blocking-database
  pipeline.flush();                                            // want: blocking-database
  from.complete();                                             // ok: blocking-database
  to.complete();                                               // want: blocking-database
  object.read(data, 1);                                        // want: blocking-database
  object.write(data, 1);                                       // want: blocking-database
  co_return;
}

Task<> again() {
  pqxx::perform([] { usleep(1); });                            // want: blocking-database // want: blocking-sleep
  co_return;
}
