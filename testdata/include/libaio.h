// The part of <libaio.h> that a rule speaks of.
#pragma once

#include <ctime>

struct io_event;
using io_context_t = struct io_context*;
extern "C" int io_getevents(io_context_t context, long min_nr, long nr, io_event* events, timespec* timeout);
extern "C" int io_pgetevents(io_context_t context, long min_nr, long nr, io_event* events, timespec* timeout, void* mask);
