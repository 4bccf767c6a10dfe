// Declarations in the shape of PulseAudio.
#pragma once

extern "C" {
struct pa_simple;
struct pa_mainloop;
int pa_simple_write(pa_simple* stream, const void* data, unsigned long size, int* error);
int pa_mainloop_iterate(pa_mainloop* loop, int block, int* result);
int pa_mainloop_run(pa_mainloop* loop, int* result);
}
