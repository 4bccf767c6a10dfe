#include "fake/task.h"
#include "libraries/modern-cpp-kafka.h"

using fake::Task;

Task<> polls(kafka::clients::consumer::KafkaConsumer& consumer) {
  consumer.poll(std::chrono::milliseconds(100)); // want: blocking-messaging
  consumer.poll(std::chrono::milliseconds(0));   // ok: blocking-messaging   returns at once
  consumer.commitSync();                         // want: blocking-messaging
  consumer.commitAsync();                        // ok: blocking-messaging   does not wait
  co_return;
}
Task<> sends(kafka::clients::producer::KafkaProducer& producer) { producer.syncSend("a"); co_return; } // want: blocking-messaging
