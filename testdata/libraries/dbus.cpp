#include "fake/task.h"
#include "libraries/dbus.h"

using fake::Task;

Task<> calls(DBusConnection* connection, DBusMessage* message, DBusError* error) {
  dbus_connection_send_with_reply_and_block(connection, message, -1, error); // want: blocking-rpc
  dbus_connection_read_write_dispatch(connection, 100);                      // want: blocking-rpc
  dbus_connection_read_write_dispatch(connection, 0);                        // ok: blocking-rpc   returns at once
  dbus_bus_add_match(connection, "type='signal'", error);                    // want: blocking-rpc
  dbus_bus_add_match(connection, "type='signal'", nullptr);                  // ok: blocking-rpc   asks for no answer
  co_return;
}
