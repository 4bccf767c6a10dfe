#include "fake/task.h"
#include "libraries/boost.process.v1.h"

using fake::Task;
namespace bp = boost::process;

Task<> runs() { bp::system("ls"); co_return; }                                        // want: blocking-process
Task<> suspends(boost::asio::io_context& loop) { bp::system("ls", loop); co_return; } // ok: blocking-process   runs the loop meanwhile
Task<> waits(bp::child& child) { child.wait(); co_return; }                           // want: blocking-process
Task<> starts() { bp::child child("ls"); co_return; }                                 // want: blocking-process
Task<bool> asks(bp::child& child) { co_return child.running(); }                      // ok: blocking-process   only asks
