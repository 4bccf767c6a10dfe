// Declarations in the shape of libxml2.
#pragma once

extern "C" {
struct xmlDoc;
xmlDoc* xmlReadFile(const char* url, const char* encoding, int options);
xmlDoc* xmlReadMemory(const char* text, int size, const char* url, const char* encoding, int options);
void* xmlNanoHTTPOpen(const char* url, char** type);
}
