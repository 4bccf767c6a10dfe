#include "newer/qcoro.h"

#include <unistd.h>

QCoro::LazyTask<> lazy() {
  ::usleep(1); // want: blocking-sleep error
  co_return;
}
