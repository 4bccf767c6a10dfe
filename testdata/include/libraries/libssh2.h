// Declarations in the shape of libssh2.
#pragma once

extern "C" {
struct LIBSSH2_SESSION;
struct LIBSSH2_CHANNEL;
int libssh2_session_handshake(LIBSSH2_SESSION* session, int socket);
void libssh2_session_set_blocking(LIBSSH2_SESSION* session, int blocking);
long libssh2_channel_read_ex(LIBSSH2_CHANNEL* channel, int stream, char* buffer, unsigned long size);
#define libssh2_channel_read(channel, buffer, size) libssh2_channel_read_ex((channel), 0, (buffer), (size))
int libssh2_channel_eof(LIBSSH2_CHANNEL* channel);
}
