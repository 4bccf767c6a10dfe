#include "fake/task.h"
#include "libraries/libxml2.h"

using fake::Task;

Task<> reads() { xmlReadFile("a.xml", nullptr, 0); co_return; }               // want: blocking-file
Task<> parses() { xmlReadMemory("<a/>", 4, nullptr, nullptr, 0); co_return; } // ok: blocking-file   from memory
Task<> fetches(char** type) { xmlNanoHTTPOpen("http://a", type); co_return; } // want: blocking-http
