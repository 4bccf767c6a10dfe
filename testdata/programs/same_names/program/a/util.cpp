// Static helpers of one name in files of one base name are two functions.
#include "../../helpers.h"

#include <unistd.h>

static void helper() { ::sleep(1); }

fake::Task<> slow() {
  helper(); // want: blocking-sleep
  co_return;
}
