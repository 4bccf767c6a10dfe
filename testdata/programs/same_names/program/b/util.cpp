#include "../../helpers.h"

static void helper() {}

fake::Task<> quick() {
  helper(); // ok: blocking-sleep   another helper
  co_return;
}
