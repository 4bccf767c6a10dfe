// Declarations in the shape of Eclipse Paho C.
#pragma once

extern "C" {
typedef void* MQTTClient;
typedef void* MQTTAsync;
int MQTTClient_connect(MQTTClient client, void* options);
int MQTTClient_isConnected(MQTTClient client);
int MQTTAsync_connect(MQTTAsync client, const void* options);
}
