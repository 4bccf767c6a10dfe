// A header's coroutine is reported once, however many units and instantiations hold it.
#include "session.h"

fake::Task<> first() {
  co_await session();
  co_await typedSession(1);
}
