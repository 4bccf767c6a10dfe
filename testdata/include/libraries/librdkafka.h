// Declarations in the shape of librdkafka.
#pragma once

extern "C" {
struct rd_kafka_t;
struct rd_kafka_message_t;
struct rd_kafka_topic_partition_list_t;
rd_kafka_message_t* rd_kafka_consumer_poll(rd_kafka_t* client, int timeout_ms);
int rd_kafka_commit(rd_kafka_t* client, const rd_kafka_topic_partition_list_t* offsets, int async);
int rd_kafka_flush(rd_kafka_t* client, int timeout_ms);
int rd_kafka_produce(void* topic, int partition, int flags, void* data, unsigned long size, const void* key,
                     unsigned long key_size, void* opaque);
}
