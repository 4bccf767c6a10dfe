#include "fake/task.h"
#include "libraries/nats.h"

using fake::Task;

Task<> sends(natsConnection* connection) {
  natsConnection_PublishString(connection, "a", "b");   // ok: blocking-messaging   only buffers
  natsConnection_Flush(connection);                     // want: blocking-messaging
  nats_Sleep(10);                                       // want: blocking-sleep
  co_return;
}
Task<> receives(natsMsg** message, natsSubscription* subscription) {
  natsSubscription_NextMsg(message, subscription, 100); // want: blocking-messaging
  natsSubscription_NextMsg(message, subscription, 0);   // ok: blocking-messaging   returns at once
  co_return;
}
