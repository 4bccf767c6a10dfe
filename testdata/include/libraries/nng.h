// Declarations in the shape of nng.
#pragma once

extern "C" {
typedef struct nng_socket_s {
  unsigned int id;
} nng_socket;
struct nng_aio;
enum { NNG_FLAG_ALLOC = 1, NNG_FLAG_NONBLOCK = 2 };
void nng_msleep(int milliseconds);
int nng_recv(nng_socket socket, void* data, unsigned long* size, int flags);
void nng_recv_aio(nng_socket socket, nng_aio* operation);
void nng_aio_wait(nng_aio* operation);
}
