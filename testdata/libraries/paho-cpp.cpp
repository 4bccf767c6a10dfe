#include "fake/task.h"
#include "libraries/paho-cpp.h"

using fake::Task;

Task<> connects(mqtt::client& client) { client.connect(); co_return; } // want: blocking-messaging
Task<> later(mqtt::async_client& client) {
  auto token = client.connect();                                       // ok: blocking-messaging   returns a token
  token->is_complete();                                                // ok: blocking-messaging   only asks
  token->wait();                                                       // want: blocking-messaging
  co_return;
}
