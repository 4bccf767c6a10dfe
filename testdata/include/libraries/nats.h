// Declarations in the shape of nats.c.
#pragma once

extern "C" {
struct natsConnection;
struct natsMsg;
struct natsSubscription;
int natsSubscription_NextMsg(natsMsg** message, natsSubscription* subscription, long timeout);
int natsConnection_Flush(natsConnection* connection);
int natsConnection_PublishString(natsConnection* connection, const char* subject, const char* text);
void nats_Sleep(long milliseconds);
}
