#include "fake/task.h"
#include "libraries/boost.iostreams.h"

using fake::Task;
namespace io = boost::iostreams;

Task<> maps(io::mapped_file_source& file) { file.open("a"); co_return; }               // want: blocking-file
Task<> reads(io::file_descriptor& file, char* data) { file.read(data, 1); co_return; } // want: blocking-file
Task<bool> asks(io::mapped_file_source& file) { co_return file.is_open(); }            // ok: blocking-file   only asks
