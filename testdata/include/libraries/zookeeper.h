// Declarations in the shape of Apache ZooKeeper C client.
#pragma once

extern "C" {
struct zhandle_t;
int zoo_get(zhandle_t* handle, const char* path, int watch, char* buffer, int* size, void* stat);
int zoo_aget(zhandle_t* handle, const char* path, int watch, void (*done)(int), const void* data);
}
