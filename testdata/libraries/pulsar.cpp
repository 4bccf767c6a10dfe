#include "fake/task.h"
#include "libraries/pulsar.h"

using fake::Task;

Task<> sends(pulsar::Producer& producer, const pulsar::Message& message) {
  producer.send(message);                             // want: blocking-messaging
  producer.sendAsync(message, [](pulsar::Result) {}); // ok: blocking-messaging   with a callback
  co_return;
}
Task<> receives(pulsar::Consumer& consumer, pulsar::Message& message) {
  consumer.receive(message);                          // want: blocking-messaging
  co_return;
}
