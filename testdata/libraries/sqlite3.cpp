#include "fake/task.h"

#include <sqlite3.h>

using fake::Task;

int row(void*, int, char**, char**) {
  sqlite3_sleep(1);
  return 0;
}

Task<> queries(sqlite3* database, sqlite3_stmt* statement, char** error, char*** table, int* count) {
  sqlite3_exec(database, "select 1", nullptr, nullptr, error);       // want: blocking-database error
  sqlite3_exec(database, "select 1", row, nullptr, error);           // want: blocking-database // want: blocking-sleep via row, sqlite3_sleep
  sqlite3_prepare(database, "select 1", -1, &statement, nullptr);    // want: blocking-database
  sqlite3_prepare_v2(database, "select 1", -1, &statement, nullptr); // want: blocking-database
  sqlite3_prepare_v3(database, "select 1", -1, 0, &statement, nullptr); // want: blocking-database
  sqlite3_step(statement);                                           // want: blocking-database
  sqlite3_bind_int(statement, 1, 1);                                 // ok: blocking-database
  sqlite3_column_int(statement, 1);                                  // ok: blocking-database
  sqlite3_get_table(database, "select 1", table, count, count, error); // want: blocking-database
  co_return;
}

Task<> connections(sqlite3* database, sqlite3_backup* backup, sqlite3_blob* blob, char* data, char** error, int* count) {
  sqlite3_open("a.db", &database);                                   // want: blocking-database
  sqlite3_open16("a.db", &database);                                 // want: blocking-database
  sqlite3_open_v2("a.db", &database, 0, nullptr);                    // want: blocking-database
  sqlite3_close(database);                                           // want: blocking-database
  sqlite3_close_v2(database);                                        // want: blocking-database
  sqlite3_load_extension(database, "a", nullptr, error);             // want: blocking-database
  sqlite3_backup_step(backup, 1);                                    // want: blocking-database
  sqlite3_wal_checkpoint(database, nullptr);                         // want: blocking-database
  sqlite3_wal_checkpoint_v2(database, nullptr, 0, count, count);     // want: blocking-database
  sqlite3_blob_open(database, "a", "b", "c", 1, 0, &blob);           // want: blocking-database
  sqlite3_blob_read(blob, data, 1, 0);                               // want: blocking-database
  sqlite3_blob_write(blob, data, 1, 0);                              // want: blocking-database
  sqlite3_sleep(1);                                                  // want: blocking-sleep error
  sqlite3_sleep(0);                                                  // ok: blocking-sleep
  sqlite3_errmsg(database);                                          // ok: blocking-database
  co_return;
}
