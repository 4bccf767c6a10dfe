// Declarations in the shape of GnuTLS.
#pragma once

extern "C" {
struct gnutls_session_int;
typedef gnutls_session_int* gnutls_session_t;
int gnutls_handshake(gnutls_session_t session);
unsigned long gnutls_record_check_pending(gnutls_session_t session);
}
