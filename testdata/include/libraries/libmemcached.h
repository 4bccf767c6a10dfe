// Declarations in the shape of libmemcached.
#pragma once

extern "C" {
struct memcached_st;
char* memcached_get(memcached_st* client, const char* key, unsigned long size, unsigned long* length,
                    unsigned int* flags, int* error);
void memcached_free(memcached_st* client);
}
