#include "fake/task.h"

#include <hiredis/async.h>
#include <hiredis/hiredis.h>

#include <cstdarg>
#include <unistd.h>

using fake::Task;

Task<> connections(redisContext* context) {
  redisConnect("localhost", 6379);                                   // want: blocking-database error
  redisConnectWithTimeout("localhost", 6379, {1, 0});                // want: blocking-database
  redisConnectUnix("/a");                                            // want: blocking-database
  redisConnectUnixWithTimeout("/a", {1, 0});                         // want: blocking-database
  redisReconnect(context);                                           // want: blocking-database
  redisConnectNonBlock("localhost", 6379);                           // ok: blocking-database
  co_return;
}

Task<> commands(redisContext* context, va_list rest, const char** words, void** reply) {
  redisCommand(context, "PING");                                     // want: blocking-database warning
  redisvCommand(context, "PING", rest);                              // want: blocking-database
  redisCommandArgv(context, 1, words, nullptr);                      // want: blocking-database
  redisGetReply(context, reply);                                     // want: blocking-database
  redisAppendCommand(context, "PING");                               // ok: blocking-database   queues only
  co_return;
}

void answered(redisAsyncContext*, void*, void*) {}
void connected(const redisAsyncContext*, int) {}

void handlers(redisAsyncContext* context, va_list rest, const char** words) {
  redisAsyncCommand(context, [](redisAsyncContext*, void*, void*) { usleep(1); }, nullptr, "PING");               // want: blocking-sleep
  redisvAsyncCommand(context, [](redisAsyncContext*, void*, void*) { usleep(1); }, nullptr, "PING", rest);        // want: blocking-sleep
  redisAsyncCommandArgv(context, [](redisAsyncContext*, void*, void*) { usleep(1); }, nullptr, 1, words, nullptr); // want: blocking-sleep
  redisAsyncSetConnectCallback(context, [](const redisAsyncContext*, int) { usleep(1); });                        // want: blocking-sleep
  redisAsyncSetDisconnectCallback(context, [](const redisAsyncContext*, int) { usleep(1); });                     // want: blocking-sleep
}

Task<> asynchronous(redisAsyncContext* context) {
  redisAsyncConnect("localhost", 6379);                              // ok: blocking-database
  redisAsyncCommand(context, answered, nullptr, "PING");             // ok: blocking-database
  redisAsyncSetConnectCallback(context, connected);                  // ok: blocking-database
  co_return;
}
