#include "fake/task.h"
#include "libraries/boost.interprocess.h"

using fake::Task;
namespace ipc = boost::interprocess;

Task<> locks(ipc::named_mutex& mutex) {
  { ipc::scoped_lock<ipc::named_mutex> lock(mutex); }                   // want: blocking-ipc
  { ipc::scoped_lock<ipc::named_mutex> lock(mutex, ipc::try_to_lock); } // ok: blocking-ipc   only tries
  mutex.lock();                                                         // want: blocking-ipc
  mutex.unlock();
  co_return;
}
Task<> receives(ipc::message_queue& queue, char* buffer) {
  unsigned long size = 0;
  unsigned int priority = 0;
  queue.receive(buffer, 1, size, priority);                             // want: blocking-ipc
  queue.try_receive(buffer, 1, size, priority);                         // ok: blocking-ipc   only tries
  co_return;
}
