// Declarations in the shape of libzip.
#pragma once

extern "C" {
struct zip_t;
struct zip_file_t;
zip_t* zip_open(const char* path, int flags, int* error);
long zip_fread(zip_file_t* file, void* buffer, unsigned long size);
long zip_get_num_entries(zip_t* archive, unsigned int flags);
}
