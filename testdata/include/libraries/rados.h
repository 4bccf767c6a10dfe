// Declarations in the shape of librados.
#pragma once

extern "C" {
typedef void* rados_ioctx_t;
typedef void* rados_completion_t;
int rados_read(rados_ioctx_t pool, const char* name, char* buffer, unsigned long size, unsigned long offset);
int rados_aio_read(rados_ioctx_t pool, const char* name, rados_completion_t done, char* buffer,
                   unsigned long size, unsigned long offset);
int rados_aio_wait_for_complete(rados_completion_t done);
}
