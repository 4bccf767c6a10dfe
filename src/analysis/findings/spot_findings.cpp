#include "analysis/findings/spot_findings.h"

#include "analysis/findings/fingerprint.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace nostall {
namespace {

constexpr std::string_view fingerprint_version = "1";

/// A spot with what decides about it.
struct Judged {
  const Spot* spot = nullptr;
  Severity level = Severity::Note;
  std::optional<uint32_t> suppressed_by;
};

class SpotFindings {
public:
  SpotFindings(const ReachInput& input, const std::vector<ActiveRule>& rules, const RuleLevels& levels,
               const Words& words, const Fixes& fixes, const Shown& shown)
      : input_(input), rules_(rules), levels_(levels), words_(words), fixes_(fixes), shown_(shown) {}

  std::vector<Finding> make(const std::vector<Spot>& spots,
                            std::vector<std::pair<uint32_t, uint32_t>>& used) {
    std::vector<Judged> judged;
    for (const Spot& spot : spots) {
      const std::optional<Judged> one = judge(spot, used);
      if (one && shown_.isReported(placeOf(spot.body, spot.event))) { judged.push_back(*one); }
    }
    std::stable_sort(judged.begin(), judged.end(), [&](const Judged& left, const Judged& right) {
      return std::tuple(written(left), preference(left)) < std::tuple(written(right), preference(right));
    });
    const auto same = [&](const Judged& left, const Judged& right) {
      return written(left) == written(right);
    };
    judged.erase(std::unique(judged.begin(), judged.end(), same), judged.end());
    std::vector<Finding> findings;
    findings.reserve(judged.size());
    for (const Judged& one : judged) {
      findings.push_back(finding(one));
    }
    return findings;
  }

private:
  const SourceRange& placeOf(BodyId body, EventId event) const { return shown_.placeOf(body, event); }

  std::string_view functionName(BodyId body) const {
    const FunctionFacts& facts = input_.program.symbols.functions[input_.program.bodies[body].body.function];
    return input_.program.symbols.text(facts.stable_name != 0 ? facts.stable_name : facts.name);
  }

  /// What one finding is made for: a written place, a rule, what it is about there.
  std::tuple<std::tuple<uint32_t, uint32_t, uint32_t>, uint32_t, std::string_view, std::string_view>
  written(const Judged& judged) const {
    const Spot& spot = *judged.spot;
    return {shown_.order(placeOf(spot.body, spot.event)), spot.rule, functionName(spot.body), spot.object};
  }

  /// Of several instantiations the one that counts, then the gravest, then the one that says least.
  static std::tuple<bool, int, size_t> preference(const Judged& judged) {
    return {judged.suppressed_by.has_value(), -static_cast<int>(judged.level), judged.spot->steps.size()};
  }

  std::optional<uint32_t> commentOf(const Spot& spot) const {
    const auto comment = [&](BodyId body, EventId event) {
      return input_.suppressions.commentAt(placeOf(body, event), spot.rule);
    };
    std::optional<uint32_t> found = comment(spot.body, spot.event);
    for (const SpotStep& step : spot.steps) {
      if (!found) { found = comment(step.body, step.event); }
    }
    return found;
  }

  /// Nothing where the rule is off.
  std::optional<Judged> judge(const Spot& spot, std::vector<std::pair<uint32_t, uint32_t>>& used) const {
    const FileId file = placeOf(spot.body, spot.event).file;
    const std::optional<Severity> rule_level = levels_.at(spot.rule, file);
    if (!rule_level) { return std::nullopt; }
    Judged judged{.spot = &spot, .level = std::min(*rule_level, spot.at_most.value_or(*rule_level))};
    for (uint8_t i = 0; i < spot.lowered; ++i) {
      judged.level = lowered(judged.level);
    }
    judged.suppressed_by = commentOf(spot);
    if (judged.suppressed_by) { used.emplace_back(*judged.suppressed_by, spot.rule); }
    return judged;
  }

  std::vector<ChainStep> stepsOf(const Spot& spot) const {
    if (spot.steps.empty()) { return {}; }
    const auto step = [&](BodyId body, EventId event, std::string remark) {
      return ChainStep{.at = shown_.location(placeOf(body, event)),
                       .function = shown_.display(input_.program.bodies[body].body.function),
                       .remark = std::move(remark)};
    };
    std::vector<ChainStep> steps = {step(spot.body, spot.event, {})};
    for (const SpotStep& more : spot.steps) {
      steps.push_back(step(more.body, more.event, more.remark));
    }
    return steps;
  }

  std::optional<Suppression> suppression(const Judged& judged) const {
    if (!judged.suppressed_by) { return std::nullopt; }
    const StringId reason = input_.program.comments[*judged.suppressed_by].reason;
    return Suppression{SuppressionKind::Comment, input_.program.symbols.text(reason)};
  }

  Finding finding(const Judged& judged) {
    const Spot& spot = *judged.spot;
    const Rule& rule = *rules_[spot.rule].rule;
    const NodeId node = input_.program.bodies[spot.body].node;
    Finding finding{.rule = rule.id,
                    .severity = judged.level,
                    .at = shown_.location(placeOf(spot.body, spot.event)),
                    .function = shown_.display(input_.program.bodies[spot.body].body.function),
                    .callee = spot.callee,
                    .context = words_.context(node),
                    .chain = stepsOf(spot),
                    .suppressed = suppression(judged)};
    finding.message = words_.message(rule, spot, finding.context);
    finding.instead = words_.advice(rule, spot, finding.context);
    finding.fixes = fixes_.ofSpot(rule, spot);
    const std::string_view function = functionName(spot.body);
    const std::string_view subject = spot.callee.empty() ? spot.object : spot.callee;
    const std::string ordinal = std::to_string(ordinals_[{spot.rule, function, subject}]++);
    finding.fingerprint = fingerprint({fingerprint_version, rule.id, function, subject, ordinal});
    finding.chain_fingerprint = fingerprint({fingerprint_version, rule.id, function, subject});
    return finding;
  }

  const ReachInput& input_;
  const std::vector<ActiveRule>& rules_;
  const RuleLevels& levels_;
  const Words& words_;
  const Fixes& fixes_;
  const Shown& shown_;
  std::map<std::tuple<uint32_t, std::string_view, std::string_view>, uint32_t> ordinals_;
};

} // namespace

std::vector<Finding> makeSpotFindings(const ReachInput& input, const std::vector<Spot>& spots,
                                      const std::vector<ActiveRule>& rules, const RuleLevels& levels,
                                      const Words& words, const Fixes& fixes, const Shown& shown,
                                      std::vector<std::pair<uint32_t, uint32_t>>& used) {
  return SpotFindings(input, rules, levels, words, fixes, shown).make(spots, used);
}

} // namespace nostall
