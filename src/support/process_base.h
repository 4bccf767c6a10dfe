// Processes that others begin in: what several jobs share is done once, and each of them goes on from
// there in a fork of that process.
#pragma once

#include "support/process_worker.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace nostall {

/// What a base's fork is for.
struct BaseFork {
  bool is_base = false; ///< to become a base itself; else to do a job
  size_t index = 0;
};

/// The child's side, for what runs in it.
class BaseProcess {
public:
  BaseProcess(int socket, std::chrono::milliseconds limit);

  /// What the forks share is done. Serves until the pool needs the base no more, and returns in each fork.
  BaseFork rest();
  /// In a fork that does a job: its answer.
  [[noreturn]] void answer(const std::string& bytes);
  /// Nothing comes of it: the pool does the jobs another way.
  [[noreturn]] void giveUp();

private:
  [[noreturn]] void end();

  int socket_;
  std::chrono::milliseconds limit_; ///< that a base or a job may take; 0: any
};

namespace base {

/// Tells the base behind `socket` to fork; `channel` is the other end of the fork's socket. False when
/// the base is gone.
bool requestFork(int socket, const BaseFork& fork, int channel);

} // namespace base

} // namespace nostall
