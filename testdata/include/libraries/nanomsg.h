// Declarations in the shape of nanomsg.
#pragma once

extern "C" {
#define NN_DONTWAIT 1
int nn_recv(int socket, void* buffer, unsigned long size, int flags);
int nn_poll(void* descriptors, int count, int timeout);
}
