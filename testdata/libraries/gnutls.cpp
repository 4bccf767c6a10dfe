#include "fake/task.h"
#include "libraries/gnutls.h"

using fake::Task;

Task<int> shakes(gnutls_session_t session) { co_return gnutls_handshake(session); } // want: blocking-socket warning
Task<unsigned long> asks(gnutls_session_t session) { co_return gnutls_record_check_pending(session); } // ok: blocking-socket   only asks
