#include "fake/task.h"
#include "libraries/cppkafka.h"

using fake::Task;

Task<> polls(cppkafka::Consumer& consumer) {
  consumer.poll(std::chrono::milliseconds(100)); // want: blocking-messaging
  consumer.poll(std::chrono::milliseconds(0));   // ok: blocking-messaging   returns at once
  consumer.commit();                             // want: blocking-messaging
  consumer.async_commit();                       // ok: blocking-messaging   does not wait
  co_return;
}
Task<> produces(cppkafka::Producer& producer) {
  producer.produce("a");                         // ok: blocking-messaging   only queues
  producer.flush();                              // want: blocking-messaging
  co_return;
}
