// no findings
#include "fake/task.h"
#include "libraries/brpc.h"

using fake::Task;

Task<> sleeps() { bthread_usleep(10); co_return; }                 // ok: blocking-sleep   parks the bthread
Task<> calls(brpc::Channel& channel) {
  channel.CallMethod(nullptr, nullptr, nullptr, nullptr, nullptr); // ok: blocking-rpc   parks the bthread
  co_return;
}
