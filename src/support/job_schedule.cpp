#include "support/job_schedule.h"

#include <algorithm>

namespace nostall {

JobSchedule::JobSchedule(size_t jobs, const std::vector<size_t>& base_of, const std::vector<size_t>& parents)
    : bases_(parents.size()) {
  for (size_t i = 0; i < parents.size(); ++i) {
    bases_[i].parent = parents[i];
    (parents[i] == no_base ? roots_ : bases_[parents[i]].children).push_back(i);
  }
  for (size_t job = 0; job < jobs; ++job) {
    const size_t base = job < base_of.size() ? base_of[job] : no_base;
    (base == no_base ? jobs_ : bases_[base].jobs).push_back(job);
  }
}

std::optional<JobSchedule::Work> JobSchedule::next() {
  // The newest first: the sooner a base is done with, the fewer are there at a time.
  for (size_t i = ready_.size(); i > 0; --i) {
    Base& base = bases_[ready_[i - 1]];
    if (base.jobs.empty()) { continue; }
    const size_t job = base.jobs.front();
    base.jobs.pop_front();
    ++base.running;
    return Work{false, job, ready_[i - 1]};
  }
  for (size_t i = ready_.size(); i > 0; --i) {
    if (const auto below = waitingBase(bases_[ready_[i - 1]].children, ready_[i - 1])) { return below; }
  }
  if (const auto root = waitingBase(roots_, no_base)) { return root; }
  if (jobs_.empty()) { return std::nullopt; }
  const size_t job = jobs_.front();
  jobs_.pop_front();
  return Work{false, job, no_base};
}

std::optional<JobSchedule::Work> JobSchedule::waitingBase(const std::vector<size_t>& among, size_t from) {
  for (const size_t index : among) {
    if (bases_[index].state != State::Waiting) { continue; }
    bases_[index].state = State::Preparing;
    if (from != no_base) { ++bases_[from].running; }
    return Work{true, index, from};
  }
  return std::nullopt;
}

void JobSchedule::baseReady(size_t base) {
  bases_[base].state = State::Ready;
  ready_.push_back(base);
}

void JobSchedule::baseLost(size_t base) {
  const size_t parent = bases_[base].parent;
  if (bases_[base].state == State::Closed) { return; }
  std::vector<size_t> jobs;
  giveUp(base, jobs);
  const bool parent_serves = parent != no_base && bases_[parent].state == State::Ready;
  std::deque<size_t>& heirs = parent_serves ? bases_[parent].jobs : jobs_;
  heirs.insert(heirs.end(), jobs.begin(), jobs.end());
  if (parent_serves) { --bases_[parent].running; }
}

/// Closes the base and those below. What runs in them ends in its own time.
void JobSchedule::giveUp(size_t base, std::vector<size_t>& jobs) {
  Base& lost = bases_[base];
  lost.state = State::Closed;
  std::erase(ready_, base);
  jobs.insert(jobs.end(), lost.jobs.begin(), lost.jobs.end());
  lost.jobs.clear();
  for (const size_t child : lost.children) {
    giveUp(child, jobs);
  }
}

void JobSchedule::jobEnded(size_t from) {
  if (from != no_base) { --bases_[from].running; }
}

void JobSchedule::again(size_t job, size_t from) {
  jobEnded(from);
  jobs_.push_back(job);
}

bool JobSchedule::isFinished(const Base& base) const {
  return base.jobs.empty() && base.running == 0 &&
         std::all_of(base.children.begin(), base.children.end(),
                     [&](size_t child) { return bases_[child].state == State::Closed; });
}

std::vector<size_t> JobSchedule::takeFinished() {
  std::vector<size_t> finished;
  for (size_t i = ready_.size(); i > 0; --i) {
    const size_t index = ready_[i - 1];
    Base& base = bases_[index];
    if (!isFinished(base)) { continue; }
    base.state = State::Closed;
    ready_.erase(ready_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    if (base.parent != no_base) { --bases_[base.parent].running; }
    finished.push_back(index);
  }
  return finished;
}

} // namespace nostall
