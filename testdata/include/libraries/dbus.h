// Declarations in the shape of libdbus.
#pragma once

extern "C" {
struct DBusConnection;
struct DBusMessage;
struct DBusError;
DBusMessage* dbus_connection_send_with_reply_and_block(DBusConnection* connection, DBusMessage* message,
                                                       int timeout, DBusError* error);
unsigned int dbus_connection_read_write_dispatch(DBusConnection* connection, int timeout);
void dbus_bus_add_match(DBusConnection* connection, const char* rule, DBusError* error);
}
