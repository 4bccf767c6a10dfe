// enable: swallowed-cancellation
#include "fake/task.h"

#include <asio.hpp>

#include <exception>
#include <stdexcept>
#include <system_error>

using fake::Task;
using fake::Tick;

struct operation_cancelled : std::exception {};
Task<> work();
Task<int> number();
void log();
bool chance();

// ---- eaten

Task<> empty() {
  for (;;) {
    try {
      co_await work();                                  // want: swallowed-cancellation warning
    } catch (...) {
    }
  }
}

Task<> logs() {
  while (chance()) {
    try {
      co_await work();                                  // want: swallowed-cancellation
    } catch (...) {
      log();
    }
  }
}

Task<> goesOn() {
  try {
    co_await work();                                    // want: swallowed-cancellation
  } catch (...) {
    log();
  }
  co_await work();
}

Task<> awaitsAfterALoop() {
  try {
    co_await work();                                    // want: swallowed-cancellation
  } catch (...) {
  }
  while (chance()) { co_await Tick{}; }
}

Task<> otherTypesFirst() {
  for (;;) {
    try {
      co_await work();                                  // want: swallowed-cancellation
    } catch (const std::logic_error&) {
      throw;
    } catch (...) {
      log();
    }
  }
}

Task<> inAnExpression() {
  int sum = 0;
  for (int i = 0; i < 3; ++i) {
    try {
      sum += co_await number();                         // want: swallowed-cancellation
    } catch (...) {
      sum = 0;
    }
  }
}

Task<> severalAwaits() {
  for (;;) {
    try {
      co_await work();                                  // want: swallowed-cancellation
      co_await work();                                  // ok: swallowed-cancellation   once for each handler
    } catch (...) {
    }
  }
}

Task<> continues() {
  for (int i = 0; i < 3; ++i) {
    try {
      co_await work();                                  // want: swallowed-cancellation
    } catch (...) {
      continue;
    }
    log();
  }
}

asio::awaitable<void> keepsReading(asio::ip::tcp::socket& socket, asio::mutable_buffer buffer) {
  for (;;) {
    try {
      co_await socket.async_read_some(buffer, asio::use_awaitable); // want: swallowed-cancellation
    } catch (...) {
    }
  }
}

Task<> onOneWay() {
  for (;;) {
    try {
      co_await work();                                  // want: swallowed-cancellation
    } catch (...) {
      if (chance()) { co_return; }
    }
  }
}

// ---- not eaten

Task<> rethrows() {
  for (;;) {
    try {
      co_await work();                                  // ok: swallowed-cancellation
    } catch (...) {
      log();
      throw;
    }
  }
}

Task<> rethrowsSome() {
  for (;;) {
    try {
      co_await work();                                  // ok: swallowed-cancellation
    } catch (...) {
      if (chance()) { throw; }
    }
  }
}

Task<> keepsIt() {
  std::exception_ptr error;
  try {
    co_await work();                                    // ok: swallowed-cancellation
  } catch (...) {
    error = std::current_exception();
  }
  co_await work();
}

Task<> leaves() {
  for (;;) {
    try {
      co_await work();                                  // ok: swallowed-cancellation
    } catch (...) {
      co_return;
    }
  }
}

Task<> ends() {
  try {
    co_await work();                                    // ok: swallowed-cancellation   ends here anyway
  } catch (...) {
    log();
  }
}

Task<> breaks() {
  for (;;) {
    try {
      co_await work();                                  // ok: swallowed-cancellation
    } catch (...) {
      break;
    }
  }
}

Task<> byType() {
  for (;;) {
    try {
      co_await work();                                  // ok: swallowed-cancellation
    } catch (const std::runtime_error&) {
      log();
    }
  }
}

Task<> cancellationFirst() {
  for (;;) {
    try {
      co_await work();                                  // ok: swallowed-cancellation
    } catch (const operation_cancelled&) {
      throw;
    } catch (...) {
      log();
    }
  }
}

asio::awaitable<void> abortFirst(asio::ip::tcp::socket& socket, asio::mutable_buffer buffer) {
  for (;;) {
    try {
      co_await socket.async_read_some(buffer, asio::use_awaitable); // ok: swallowed-cancellation
    } catch (const std::system_error& error) {
      if (error.code() == asio::error::operation_aborted) { throw; }
    } catch (...) {
    }
  }
}

Task<> nothingAwaited() {
  for (;;) {
    try {
      log();                                            // ok: swallowed-cancellation
    } catch (...) {
    }
    co_await work();
  }
}
