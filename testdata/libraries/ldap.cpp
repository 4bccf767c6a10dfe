#include "fake/task.h"
#include "libraries/ldap.h"

using fake::Task;

Task<> searches(LDAP* ldap, void** result) {
  ldap_search_s(ldap, "a", 1, "b", nullptr, 0, result);      // want: blocking-database
  const int id = ldap_search(ldap, "a", 1, "b", nullptr, 0); // ok: blocking-database   only sends
  timeval none{0, 0};
  ldap_result(ldap, id, 1, &none, result);                   // ok: blocking-database   returns at once
  ldap_result(ldap, id, 1, nullptr, result);                 // want: blocking-database
  co_return;
}
