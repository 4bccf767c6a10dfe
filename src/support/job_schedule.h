// What a pool of processes does next: plain bookkeeping, no process is started here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace nostall {

inline constexpr size_t no_base = SIZE_MAX;

/// Jobs that begin in a base wait until it is ready, and bases until theirs is.
class JobSchedule {
public:
  struct Work {
    bool is_base = false;
    size_t index = 0;      ///< of the job or the base
    size_t from = no_base; ///< the base to begin in
  };

  /// `base_of`: by job; may be shorter, the rest begins in none. `parents`: by base, each before its
  /// children.
  JobSchedule(size_t jobs, const std::vector<size_t>& base_of, const std::vector<size_t>& parents);

  /// What to start next, which counts as running from now on. Nothing: all is running, done, or waits for
  /// a base.
  std::optional<Work> next();

  void baseReady(size_t base);
  /// It came to nothing, or died: what would have begun in it, or in a base below, begins where it did.
  void baseLost(size_t base);
  /// A job that began in `from` has ended.
  void jobEnded(size_t from);
  /// A job that began in `from` was not done: it comes again, and begins in no base.
  void again(size_t job, size_t from);
  /// Bases that nothing needs any more, those below first. Each is returned once.
  std::vector<size_t> takeFinished();

private:
  enum class State : uint8_t { Waiting, Preparing, Ready, Closed };
  struct Base {
    size_t parent = no_base;
    State state = State::Waiting;
    std::deque<size_t> jobs;
    std::vector<size_t> children;
    size_t running = 0; ///< jobs and bases that began here and have not ended
  };

  std::optional<Work> waitingBase(const std::vector<size_t>& among, size_t from);
  void giveUp(size_t base, std::vector<size_t>& jobs);
  bool isFinished(const Base& base) const;

  std::vector<Base> bases_;
  std::vector<size_t> roots_;
  std::vector<size_t> ready_; ///< the newest last
  std::deque<size_t> jobs_;   ///< that begin in no base
};

} // namespace nostall
