#include "fake/task.h"
#include "libraries/openssl.h"

using fake::Task;

Task<int> connects(SSL* ssl) { co_return SSL_connect(ssl); }                    // want: blocking-socket warning
Task<int> reads(SSL* ssl, char* buffer) { co_return SSL_read(ssl, buffer, 1); } // want: blocking-socket warning
Task<int> asks(SSL* ssl) { co_return SSL_pending(ssl); }                        // ok: blocking-socket   only asks
Task<int> bio(BIO* bio, char* buffer) { co_return BIO_read(bio, buffer, 1); }   // ok: blocking-socket   often memory: off
Task<BIO*> gets() { co_return OSSL_HTTP_get("http://a"); }                      // want: blocking-http
