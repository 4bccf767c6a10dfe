// Declarations in the shape of libarchive.
#pragma once

extern "C" {
struct archive;
int archive_read_open_filename(archive* a, const char* name, unsigned long block);
long archive_read_data(archive* a, void* buffer, unsigned long size);
archive* archive_read_new();
}
