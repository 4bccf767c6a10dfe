// Two programs of one database with functions of one name: each calls its own.
#include "../listener.h"

fake::Task<> listener() {
  prepare(); // want: blocking-sleep error via prepare, sleep
  co_return;
}
int main() {}
