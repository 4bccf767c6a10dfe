// Declarations in the shape of ODBC.
#pragma once

extern "C" {
typedef void* SQLHSTMT;
typedef short SQLRETURN;
SQLRETURN SQLExecute(SQLHSTMT statement);
SQLRETURN SQLFetch(SQLHSTMT statement);
SQLRETURN SQLBindCol(SQLHSTMT statement, unsigned short column, short type, void* value, long size,
                     long* length);
}
