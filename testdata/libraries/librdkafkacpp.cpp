#include "fake/task.h"
#include "libraries/librdkafkacpp.h"

using fake::Task;

Task<> consumes(RdKafka::KafkaConsumer& consumer) {
  consumer.consume(100);  // want: blocking-messaging
  consumer.consume(0);    // ok: blocking-messaging   returns at once
  consumer.commitSync();  // want: blocking-messaging
  consumer.commitAsync(); // ok: blocking-messaging   does not wait
  co_return;
}
