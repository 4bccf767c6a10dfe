#include "../listener.h"

fake::Task<> listener() {
  prepare(); // ok: blocking-sleep   the client's own does not sleep
  co_return;
}
int main() {}
