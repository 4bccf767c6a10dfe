#include "fake/task.h"
#include "libraries/gdbus.h"

using fake::Task;

Task<> calls(GDBusConnection* connection) {
  g_dbus_connection_call_sync(connection, "a", "b", "c", "d", nullptr, -1, nullptr);     // want: blocking-rpc
  g_dbus_connection_call(connection, "a", "b", "c", "d", nullptr, -1, nullptr, nullptr); // ok: blocking-rpc   with a callback
  co_return;
}
Task<> receives(GSocket* socket, char* buffer) {
  g_socket_receive(socket, buffer, 1, nullptr, nullptr);                                 // want: blocking-socket warning
  co_return;
}
