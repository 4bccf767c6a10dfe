// Signals that end the program, held back until a good moment.
#pragma once

#include <csignal>
#include <iterator>

namespace nostall {

/// While it lives, SIGINT, SIGTERM and SIGHUP are delivered only where `mask` is in force (ppoll), and are
/// remembered instead of obeyed. One at a time.
class SignalGuard {
public:
  SignalGuard();
  ~SignalGuard();
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;

  /// The signal that came since the guard was made; 0: none.
  static int caught();

  /// The mask to poll with.
  const sigset_t& mask() const { return mask_; }

  /// In a child: Ctrl-C reaches the whole group, but ending the children is the parent's business.
  void leaveToParent() const;

private:
  static constexpr int handled[] = {SIGINT, SIGTERM, SIGHUP};

  struct sigaction before_[std::size(handled)] = {};
  sigset_t mask_ = {};
};

} // namespace nostall
