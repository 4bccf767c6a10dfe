#include "driver/share_headers.h"

#include "cache/facts_codec.h"
#include "cache/file_states.h"
#include "frontend/snapshots/snapshot_plan.h"
#include "support/job_schedule.h"
#include "support/process_base.h"

#include <chrono>
#include <memory>

namespace nostall {
namespace {

static_assert(no_node == no_base);

using Clock = std::chrono::steady_clock;

class HostInPool : public SnapshotHost {
public:
  explicit HostInPool(BaseProcess& process) : process_(process) {}

  Continuation rest() override {
    const BaseFork fork = process_.rest();
    began_ = Clock::now();
    if (fork.is_base) { return {.node = fork.index}; }
    unit_ = fork.index;
    return {.unit = unit_};
  }
  void giveUp() override { process_.giveUp(); }

  size_t unit() const { return unit_; }
  std::chrono::milliseconds duration() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_);
  }

private:
  BaseProcess& process_;
  size_t unit_ = 0;
  Clock::time_point began_;
};

} // namespace

void shareHeaders(PoolOptions& pool, const std::vector<CompileCommand>& commands,
                  const FrontendOptions& options, const KeepUnit& keep) {
  const auto plan = std::make_shared<const SnapshotPlan>(planSnapshots(commands, options));
  for (const SnapshotNode& node : plan->nodes) {
    pool.base_parents.push_back(node.parent);
  }
  pool.base_of = plan->node_of;
  pool.run_base = [plan, &commands, &options, &keep](size_t root, BaseProcess& process) {
    HostInPool host(process);
    ParsedUnit unit;
    unit.taken_at = timeNow(); // the headers are read now, whenever the unit's turn comes
    LookUps* look_ups = keep ? &unit.look_ups : nullptr;
    unit.facts = takeFactsOnSnapshot(*plan, root, commands, options, host, look_ups);
    unit.duration = host.duration();
    if (keep) { keep(host.unit(), unit); }
    return encodeFacts(unit.facts);
  };
}

} // namespace nostall
