#include "fake/task.h"
#include "libraries/simpleamqpclient.h"

using fake::Task;

Task<> connects() { AmqpClient::Channel::Create("localhost"); co_return; }                         // want: blocking-messaging
Task<> publishes(AmqpClient::Channel& channel) { channel.BasicPublish("a", "b", "c"); co_return; } // want: blocking-messaging
Task<int> asks(AmqpClient::Channel& channel) { co_return channel.GetSocketFD(); }                  // ok: blocking-messaging   only asks
