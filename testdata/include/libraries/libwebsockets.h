// Declarations in the shape of libwebsockets.
#pragma once

extern "C" {
struct lws_context;
int lws_service(lws_context* context, int timeout);
void lws_cancel_service(lws_context* context);
}
