#include "fake/task.h"
#include "libraries/librdkafka.h"

using fake::Task;

Task<> polls(rd_kafka_t* client) {
  rd_kafka_consumer_poll(client, 100);                         // want: blocking-messaging
  rd_kafka_consumer_poll(client, 0);                           // ok: blocking-messaging   returns at once
  rd_kafka_flush(client, 1000);                                // want: blocking-messaging
  co_return;
}
Task<> commits(rd_kafka_t* client, const rd_kafka_topic_partition_list_t* offsets) {
  rd_kafka_commit(client, offsets, 0);                         // want: blocking-messaging
  rd_kafka_commit(client, offsets, 1);                         // ok: blocking-messaging   asynchronous
  co_return;
}
Task<> produces(void* topic, void* data) {
  rd_kafka_produce(topic, 0, 0, data, 1, nullptr, 0, nullptr); // ok: blocking-messaging   only queues
  co_return;
}
