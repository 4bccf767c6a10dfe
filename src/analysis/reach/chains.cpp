#include "analysis/reach/chains.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace nostall {
namespace {

class Tracer {
public:
  Tracer(const ReachInput& input, uint32_t rule, const Reach& reach, const Shown& shown)
      : input_(input), rule_(rule), reach_(reach), shown_(shown) {}

  std::vector<Chain> trace() {
    std::vector<Chain> chains;
    for (const NodeId context : reach_.contexts()) {
      for (const Step& step : callSites(context)) {
        Chain chain{.rule = rule_, .context = context, .level = step.level, .steps = follow(step)};
        chain.level = std::min(chain.level, levelIn(context, *chain.steps.back().call));
        chains.push_back(std::move(chain));
      }
    }
    return chains;
  }

private:
  /// Surest, nearest, first in the code.
  bool better(const Step& left, const Step& right) const {
    const auto key = [&](const Step& step) {
      const SourceRange end =
          step.next == no_id ? SourceRange{}
                             : input_.program.symbols.functions[input_.program.nodes[step.next].function].at;
      return std::tuple(-static_cast<int>(step.level), step.distance,
                        shown_.order(shown_.placeOf(step.body, step.event)), shown_.order(end));
    };
    return key(left) < key(right);
  }

  /// A dialog in a slot is common and accepted, in a coroutine it is not: what the pack says.
  Severity levelIn(NodeId context, const BlockingCall& call) const {
    const bool in_callback = input_.classes.kinds[context] == ContextKind::Callback;
    const bool says_so = in_callback && call.entry != nullptr && call.entry->in_callback.has_value();
    return says_so ? *call.entry->in_callback : Severity::Error;
  }

  /// The best step of each place in the context, places in order.
  std::vector<Step> callSites(NodeId context) const {
    std::map<std::tuple<uint32_t, uint32_t, uint32_t>, Step> best;
    for (const Step& step : reach_.stepsFrom(context)) {
      const auto [known, added] = best.try_emplace(shown_.order(shown_.placeOf(step.body, step.event)), step);
      if (!added && better(step, known->second)) { known->second = step; }
    }
    std::vector<Step> steps;
    steps.reserve(best.size());
    for (const auto& [place, step] : best) {
      steps.push_back(step);
    }
    return steps;
  }

  std::vector<Step> follow(const Step& first) {
    std::vector<Step> steps{first};
    // Each step is nearer to the blocking call than the one before, so this ends.
    while (steps.back().next != no_id) {
      steps.push_back(bestFrom(steps.back().next));
    }
    return steps;
  }

  const Step& bestFrom(NodeId node) {
    const auto [known, added] = best_.try_emplace(node);
    if (added) {
      const std::vector<Step> steps = reach_.nearerStepsFrom(node);
      known->second = *std::min_element(steps.begin(), steps.end(), [&](const Step& left, const Step& right) {
        return better(left, right);
      });
    }
    return known->second;
  }

  const ReachInput& input_;
  uint32_t rule_;
  const Reach& reach_;
  const Shown& shown_;
  std::unordered_map<NodeId, Step> best_; // looked up only: its order shows nowhere
};

} // namespace

std::vector<Chain> traceChains(const ReachInput& input, uint32_t rule, const Reach& reach,
                               const Shown& shown) {
  return Tracer(input, rule, reach, shown).trace();
}

} // namespace nostall
