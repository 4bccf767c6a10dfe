// Declarations in the shape of Cassandra C/C++ driver.
#pragma once

extern "C" {
struct CassFuture;
struct CassSession;
struct CassStatement;
CassFuture* cass_session_execute(CassSession* session, const CassStatement* statement);
void cass_future_wait(CassFuture* future);
int cass_future_ready(CassFuture* future);
}
