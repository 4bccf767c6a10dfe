// Declarations in the shape of OpenSSL.
#pragma once

extern "C" {
struct SSL;
struct BIO;
int SSL_connect(SSL* ssl);
int SSL_read(SSL* ssl, void* buffer, int size);
int SSL_pending(const SSL* ssl);
int BIO_read(BIO* bio, void* buffer, int size);
BIO* OSSL_HTTP_get(const char* url);
}
