#include "fake/task.h"
#include "libraries/redis-plus-plus.h"

using fake::Task;

Task<> gets(sw::redis::Redis& redis) { redis.get("a"); co_return; }       // want: blocking-database
Task<> counts(sw::redis::Redis& redis) { redis.zcard("a"); co_return; }   // want: blocking-database
Task<> pipelines(sw::redis::Redis& redis) {
  auto pipeline = redis.pipeline();                                       // ok: blocking-database   only an object
  pipeline.set("a", "b");                                                 // ok: blocking-database   only queued
  pipeline.exec();                                                        // want: blocking-database
  co_return;
}
Task<> listens(sw::redis::Redis& redis) {
  auto subscriber = redis.subscriber();                                   // ok: blocking-database   only an object
  subscriber.consume();                                                   // want: blocking-database
  co_return;
}
Task<> later(sw::redis::AsyncRedis& redis) { redis.get("a"); co_return; } // ok: blocking-database   returns a future
