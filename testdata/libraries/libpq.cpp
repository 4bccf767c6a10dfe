// flags: -isystem /usr/include/postgresql
#include "fake/task.h"

#include <libpq-fe.h>
#include <libpq/libpq-fs.h>

using fake::Task;

Task<> connections(PGconn* connection, PGcancel* cancel, char* error) {
  PQconnectdb("");                                                   // want: blocking-database error
  PQconnectdbParams(nullptr, nullptr, 0);                            // want: blocking-database
  PQsetdbLogin("", "", "", "", "", "", "");                          // want: blocking-database
  PQreset(connection);                                               // want: blocking-database
  PQping("");                                                        // want: blocking-database
  PQpingParams(nullptr, nullptr, 0);                                 // want: blocking-database
  PQcancel(cancel, error, 9);                                        // want: blocking-database
  PQconnectStart("");                                                // ok: blocking-database
  PQconnectPoll(connection);                                         // ok: blocking-database
  co_return;
}

Task<> queries(PGconn* connection, PQArgBlock* arguments, int* number, char** row) {
  PQexec(connection, "select 1");                                    // want: blocking-database
  PQexecParams(connection, "select 1", 0, nullptr, nullptr, nullptr, nullptr, 0); // want: blocking-database
  PQprepare(connection, "a", "select 1", 0, nullptr);                // want: blocking-database
  PQexecPrepared(connection, "a", 0, nullptr, nullptr, nullptr, 0);  // want: blocking-database
  PQdescribePrepared(connection, "a");                               // want: blocking-database
  PQdescribePortal(connection, "a");                                 // want: blocking-database
  PQfn(connection, 1, number, number, 1, arguments, 1);              // want: blocking-database
  PQendcopy(connection);                                             // want: blocking-database
  PQgetline(connection, *row, 9);                                    // want: blocking-database
  PQsendQuery(connection, "select 1");                               // ok: blocking-database   sends only
  PQconsumeInput(connection);                                        // ok: blocking-database
  PQisBusy(connection);                                              // ok: blocking-database
  PQgetResult(connection);                                           // want: blocking-database warning
  PQgetCopyData(connection, row, 0);                                 // want: blocking-database
  PQgetCopyData(connection, row, 1);                                 // ok: blocking-database   asynchronous
  PQputCopyData(connection, "a", 1);                                 // want: blocking-database warning
  PQputCopyEnd(connection, nullptr);                                 // want: blocking-database warning
  co_return;
}

Task<> largeObjects(PGconn* connection, char* data) {
  lo_import(connection, "a");                                        // want: blocking-database
  lo_export(connection, 1, "a");                                     // want: blocking-database
  lo_open(connection, 1, INV_READ);                                  // want: blocking-database
  lo_read(connection, 1, data, 1);                                   // want: blocking-database
  lo_write(connection, 1, data, 1);                                  // want: blocking-database
  lo_creat(connection, INV_READ);                                    // want: blocking-database
  lo_create(connection, 1);                                          // want: blocking-database
  lo_close(connection, 1);                                           // want: blocking-database
  lo_unlink(connection, 1);                                          // want: blocking-database
  lo_lseek(connection, 1, 0, SEEK_SET);                              // want: blocking-database
  co_return;
}
