// Declarations in the shape of bzip2, xz, LZ4, Brotli and Snappy.
#pragma once

extern "C" {
int LZ4_compress_default(const char* in, char* out, int size, int capacity);
}
