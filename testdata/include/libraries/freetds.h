// Declarations in the shape of FreeTDS.
#pragma once

extern "C" {
struct DBPROCESS;
int dbsqlexec(DBPROCESS* process);
int dbcmd(DBPROCESS* process, const char* text);
}
