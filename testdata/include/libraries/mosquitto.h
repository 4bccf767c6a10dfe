// Declarations in the shape of Mosquitto.
#pragma once

extern "C" {
struct mosquitto;
int mosquitto_connect(mosquitto* client, const char* host, int port, int keepalive);
int mosquitto_connect_async(mosquitto* client, const char* host, int port, int keepalive);
int mosquitto_loop(mosquitto* client, int timeout, int packets);
int mosquitto_loop_forever(mosquitto* client, int timeout, int packets);
}
namespace mosqpp {
class mosquittopp {
public:
  int connect(const char* host, int port, int keepalive);
  int loop(int timeout, int packets);
};
} // namespace mosqpp
