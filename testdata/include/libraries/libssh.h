// Declarations in the shape of libssh.
#pragma once

extern "C" {
struct ssh_session_struct;
struct ssh_event_struct;
typedef ssh_session_struct* ssh_session;
typedef ssh_event_struct* ssh_event;
void ssh_set_blocking(ssh_session session, int blocking);
int ssh_connect(ssh_session session);
int ssh_event_dopoll(ssh_event event, int timeout);
}
