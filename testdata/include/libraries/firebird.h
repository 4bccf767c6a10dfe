// Declarations in the shape of Firebird.
#pragma once

extern "C" {
typedef long ISC_STATUS;
typedef unsigned int isc_stmt_handle;
ISC_STATUS isc_dsql_fetch(ISC_STATUS* status, isc_stmt_handle* statement, unsigned short version, void* row);
void isc_vax_integer(const char* text, short size);
}
