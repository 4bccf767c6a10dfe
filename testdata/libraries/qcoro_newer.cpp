#include "newer/qcoro.h"

#include <unistd.h>

QCoro::LazyTask<> lazy() {
  ::sleep(1); // want: blocking-sleep error
  co_return;
}
auto follows() {
  return lazy().then([] { ::sleep(1); }); // want: blocking-sleep
}
