// Declarations in the shape of zlib.
#pragma once

extern "C" {
int compress(unsigned char* out, unsigned long* size, const unsigned char* in, unsigned long length);
void* gzopen(const char* path, const char* mode);
}
