// Declarations in the shape of rabbitmq-c.
#pragma once

#include <sys/time.h>

extern "C" {
typedef struct amqp_connection_state_t_* amqp_connection_state_t;
int amqp_login(amqp_connection_state_t state, const char* host, int channels, int frame, int heartbeat,
               int method);
int amqp_consume_message(amqp_connection_state_t state, void* envelope, const struct timeval* timeout,
                         int flags);
int amqp_frames_enqueued(amqp_connection_state_t state);
}
