// Declarations in the shape of GDBus and GSocket.
#pragma once

extern "C" {
struct GDBusConnection;
struct GSocket;
struct GVariant;
GVariant* g_dbus_connection_call_sync(GDBusConnection* connection, const char* name, const char* path,
                                      const char* interface, const char* method, GVariant* parameters,
                                      int timeout, void* error);
void g_dbus_connection_call(GDBusConnection* connection, const char* name, const char* path,
                            const char* interface, const char* method, GVariant* parameters, int timeout,
                            void (*callback)(void*, void*, void*), void* data);
long g_socket_receive(GSocket* socket, char* buffer, unsigned long size, void* cancellable, void* error);
}
