#include "session.h"

fake::Task<> second() {
  co_await session();
  co_await typedSession(1L);
}
