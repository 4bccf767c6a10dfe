// Declarations in the shape of Zstandard.
#pragma once

extern "C" {
unsigned long ZSTD_compress(void* out, unsigned long size, const void* in, unsigned long length, int level);
}
