// Declarations in the shape of OpenLDAP.
#pragma once

#include <sys/time.h>

extern "C" {
struct LDAP;
int ldap_search_s(LDAP* ldap, const char* base, int scope, const char* filter, char** attributes, int only,
                  void** result);
int ldap_search(LDAP* ldap, const char* base, int scope, const char* filter, char** attributes, int only);
int ldap_result(LDAP* ldap, int id, int all, struct timeval* timeout, void** result);
}
