#include "fake/task.h"
#include "libraries/paho-c.h"

using fake::Task;

Task<> connects(MQTTClient client, void* options) {
  MQTTClient_connect(client, options); // want: blocking-messaging
  MQTTClient_isConnected(client);      // ok: blocking-messaging   only asks
  MQTTAsync_connect(client, options);  // ok: blocking-messaging   with callbacks
  co_return;
}
