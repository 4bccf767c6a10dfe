// Declarations in the shape of libsoup.
#pragma once

extern "C" {
struct SoupSession;
struct SoupMessage;
void* soup_session_send(SoupSession* session, SoupMessage* message, void* cancellable, void* error);
void soup_session_send_async(SoupSession* session, SoupMessage* message, int priority, void* cancellable,
                             void* callback, void* data);
}
