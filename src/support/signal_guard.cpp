#include "support/signal_guard.h"

namespace nostall {
namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a handler sees nothing else
volatile std::sig_atomic_t caught_signal = 0;
void catchSignal(int number) {
  caught_signal = number;
}

} // namespace

SignalGuard::SignalGuard() {
  caught_signal = 0;
  sigset_t blocked;
  sigemptyset(&blocked);
  for (size_t i = 0; i < std::size(handled); ++i) {
    sigaddset(&blocked, handled[i]);
    sigaction(handled[i], nullptr, &before_[i]);
    // Who started us in the background wants these ignored.
    if (before_[i].sa_handler == SIG_IGN) { continue; }
    struct sigaction action = {};
    action.sa_handler = catchSignal;
    sigaction(handled[i], &action, nullptr);
  }
  sigprocmask(SIG_BLOCK, &blocked, &mask_);
}

SignalGuard::~SignalGuard() {
  for (size_t i = 0; i < std::size(handled); ++i) {
    sigaction(handled[i], &before_[i], nullptr);
  }
  sigprocmask(SIG_SETMASK, &mask_, nullptr);
}

int SignalGuard::caught() {
  return caught_signal;
}

void SignalGuard::leaveToParent() const {
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_DFL);
  signal(SIGHUP, SIG_DFL);
  sigprocmask(SIG_SETMASK, &mask_, nullptr);
}

} // namespace nostall
