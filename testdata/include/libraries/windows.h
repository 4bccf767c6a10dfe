// Declarations in the shape of Windows API.
#pragma once

extern "C" {
typedef void* HANDLE;
typedef unsigned long DWORD;
#define INFINITE 0xFFFFFFFF
void Sleep(DWORD milliseconds);
DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds);
DWORD WaitForMultipleObjects(DWORD count, const HANDLE* handles, int all, DWORD milliseconds);
}
