#include "fake/task.h"
#include "libraries/mosquitto.h"

using fake::Task;

Task<> connects(mosquitto* client) {
  mosquitto_connect(client, "a", 1883, 60);       // want: blocking-messaging
  mosquitto_connect_async(client, "a", 1883, 60); // ok: blocking-messaging   only starts
  mosquitto_loop(client, 100, 1);                 // want: blocking-messaging
  mosquitto_loop(client, 0, 1);                   // ok: blocking-messaging   returns at once
  mosquitto_loop_forever(client, -1, 1);          // want: nested-event-loop
  co_return;
}
Task<> wrapped(mosqpp::mosquittopp& client) {
  client.connect("a", 1883, 60);                  // want: blocking-messaging
  client.loop(0, 1);                              // ok: blocking-messaging   returns at once
  co_return;
}
