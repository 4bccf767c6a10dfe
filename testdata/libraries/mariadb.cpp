#include "fake/task.h"

#include <mariadb/mysql.h>

using fake::Task;

Task<> connections(MYSQL* connection) {
  mysql_init(connection);                                                        // ok: blocking-database
  mysql_real_connect(connection, "localhost", "a", "b", "c", 0, nullptr, 0);     // want: blocking-database error
  mysql_change_user(connection, "a", "b", "c");                                  // want: blocking-database
  mysql_reset_connection(connection);                                            // want: blocking-database
  mysql_ping(connection);                                                        // want: blocking-database
  mysql_select_db(connection, "a");                                              // want: blocking-database
  mysql_set_character_set(connection, "utf8");                                   // want: blocking-database
  mysql_commit(connection);                                                      // want: blocking-database
  mysql_rollback(connection);                                                    // want: blocking-database
  mysql_autocommit(connection, 1);                                               // want: blocking-database
  mysql_close(connection);                                                       // want: blocking-database
  co_return;
}

Task<> queries(MYSQL* connection, MYSQL_RES* result) {
  mysql_query(connection, "select 1");                                           // want: blocking-database
  mysql_real_query(connection, "select 1", 8);                                   // want: blocking-database
  mysql_send_query(connection, "select 1", 8);                                   // want: blocking-database
  mysql_read_query_result(connection);                                           // want: blocking-database
  mysql_next_result(connection);                                                 // want: blocking-database
  mysql_store_result(connection);                                                // want: blocking-database
  mysql_list_tables(connection, "a");                                            // want: blocking-database
  mysql_fetch_row(result);                                                       // want: blocking-database warning
  int error = 0;
  mysql_real_query_start(&error, connection, "select 1", 8);                     // ok: blocking-database   starts only
  mysql_real_query_cont(&error, connection, 0);                                  // ok: blocking-database
  mysql_num_rows(result);                                                        // ok: blocking-database
  co_return;
}

Task<> statements(MYSQL_STMT* statement) {
  mysql_stmt_prepare(statement, "select 1", 8);                                  // want: blocking-database
  mysql_stmt_execute(statement);                                                 // want: blocking-database
  mysql_stmt_fetch(statement);                                                   // want: blocking-database
  mysql_stmt_store_result(statement);                                            // want: blocking-database
  co_return;
}
