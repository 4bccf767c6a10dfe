#include "fake/task.h"
#include "libraries/libssh2.h"

using fake::Task;

Task<> shakes(LIBSSH2_SESSION* session) { libssh2_session_handshake(session, 1); co_return; } // want: blocking-socket warning
Task<> reads(LIBSSH2_CHANNEL* channel, char* buffer) { libssh2_channel_read(channel, buffer, 1); co_return; } // want: blocking-socket warning
Task<> tries(LIBSSH2_SESSION* session) {
  libssh2_session_set_blocking(session, 0);
  libssh2_session_handshake(session, 1);                                                       // ok: blocking-socket   "try again" at once
  libssh2_session_set_blocking(session, 1);
  libssh2_session_handshake(session, 1);                                                       // want: blocking-socket
  co_return;
}
Task<int> asks(LIBSSH2_CHANNEL* channel) { co_return libssh2_channel_eof(channel); }          // ok: blocking-socket   only asks
