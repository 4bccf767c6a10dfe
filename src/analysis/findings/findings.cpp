#include "analysis/findings/findings.h"

#include "analysis/findings/fingerprint.h"
#include "support/paths.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace nostall {
namespace {

constexpr std::string_view fingerprint_version = "1";

class Maker {
public:
  Maker(const ReachInput& input, const std::vector<ActiveRule>& rules, const Words& words, const Fixes& fixes,
        const Shown& shown)
      : input_(input), rules_(rules), words_(words), fixes_(fixes), shown_(shown) {}

  std::vector<Finding> make(const std::vector<Chain>& chains) {
    std::vector<const Chain*> kept;
    kept.reserve(chains.size());
    for (const Chain& chain : chains) {
      if (shown_.isReported(placeOf(chain))) { kept.push_back(&chain); }
    }
    std::sort(kept.begin(), kept.end(), [&](const Chain* left, const Chain* right) {
      return std::tuple(written(*left), preference(*left), left) <
             std::tuple(written(*right), preference(*right), right);
    });
    const auto same = [&](const Chain* left, const Chain* right) {
      return written(*left) == written(*right);
    };
    kept.erase(std::unique(kept.begin(), kept.end(), same), kept.end());
    std::vector<Finding> findings;
    findings.reserve(kept.size());
    for (const Chain* chain : kept) {
      findings.push_back(finding(*chain));
    }
    return findings;
  }

private:
  const SourceRange& placeOf(const Chain& chain) const {
    return shown_.placeOf(chain.steps.front().body, chain.steps.front().event);
  }

  std::string_view stableName(FunctionId function) const {
    const FunctionFacts& facts = input_.program.symbols.functions[function];
    return input_.program.symbols.text(facts.stable_name != 0 ? facts.stable_name : facts.name);
  }

  std::string_view contextName(const Chain& chain) const {
    return stableName(input_.program.nodes[chain.context].function);
  }

  /// What one finding is made for: a written place, a rule, a written context.
  std::tuple<std::tuple<uint32_t, uint32_t, uint32_t>, uint32_t, std::string_view>
  written(const Chain& chain) const {
    return {shown_.order(placeOf(chain)), chain.rule, contextName(chain)};
  }

  /// Of several instantiations the one that counts, then the surest, then the shortest.
  std::tuple<bool, int, size_t, std::tuple<uint32_t, uint32_t, uint32_t>>
  preference(const Chain& chain) const {
    const Step& last = chain.steps.back();
    return {isSuppressed(chain), -static_cast<int>(chain.level), chain.steps.size(),
            shown_.order(shown_.placeOf(last.body, last.event))};
  }

  bool promisesNotToBlock(const Chain& chain) const {
    return input_.classes.marks[input_.program.nodes[chain.context].function].never_blocks;
  }

  bool isSuppressed(const Chain& chain) const { return chain.suppressed_by || promisesNotToBlock(chain); }

  std::optional<Suppression> suppression(const Chain& chain) const {
    if (chain.suppressed_by) {
      const StringId reason = input_.program.comments[*chain.suppressed_by].reason;
      return Suppression{SuppressionKind::Comment, input_.program.symbols.text(reason)};
    }
    if (promisesNotToBlock(chain)) { return Suppression{SuppressionKind::Annotation, {}}; }
    return std::nullopt;
  }

  /// The function that is named at the step: of a virtual call the one that the code names, so that a new
  /// override changes no fingerprint.
  std::string_view calleeName(const Step& step) const {
    const Event& event = input_.program.bodies[step.body].body.events[step.event];
    if (event.callee != no_id) { return stableName(event.callee); }
    return step.next == no_id ? std::string_view() : stableName(input_.program.nodes[step.next].function);
  }

  Finding finding(const Chain& chain) {
    const Rule& rule = *rules_[chain.rule].rule;
    Finding finding{.rule = rule.id,
                    .severity = chain.level,
                    .at = shown_.location(placeOf(chain)),
                    .function = shown_.display(input_.program.nodes[chain.context].function),
                    .callee = words_.blockingCallee(chain),
                    .context = words_.context(chain.context),
                    .chain = words_.steps(chain),
                    .suppressed = suppression(chain)};
    finding.message = words_.message(rule, chain, finding.context);
    finding.instead = words_.advice(rule, chain, finding.context);
    finding.fixes = fixes_.ofChain(rule, chain, finding.context);
    const std::string_view context = contextName(chain);
    const std::string_view first = calleeName(chain.steps.front());
    const std::string ordinal = std::to_string(ordinals_[{chain.rule, context, first}]++);
    finding.fingerprint = fingerprint({fingerprint_version, rule.id, context, first, ordinal});
    finding.chain_fingerprint =
        fingerprint({fingerprint_version, rule.id, context, calleeName(chain.steps.back())});
    return finding;
  }

  const ReachInput& input_;
  const std::vector<ActiveRule>& rules_;
  const Words& words_;
  const Fixes& fixes_;
  const Shown& shown_;
  std::map<std::tuple<uint32_t, std::string_view, std::string_view>, uint32_t> ordinals_;
};

} // namespace

std::vector<Finding> makeFindings(const ReachInput& input, const std::vector<Chain>& chains,
                                  const std::vector<ActiveRule>& rules, const Words& words,
                                  const Fixes& fixes, const Shown& shown) {
  return Maker(input, rules, words, fixes, shown).make(chains);
}

std::vector<Finding> findUnusedSuppressions(const Program& program, const std::vector<ActiveRule>& rules,
                                            const RuleLevels& levels,
                                            const std::vector<std::pair<uint32_t, uint32_t>>& used,
                                            const Shown& shown) {
  std::vector<Finding> findings;
  const auto own = std::find_if(rules.begin(), rules.end(), [](const ActiveRule& rule) {
    return rule.rule->kind == RuleKind::Suppression;
  });
  if (own == rules.end()) { return findings; }
  const auto own_index = static_cast<uint32_t>(own - rules.begin());
  std::map<std::pair<FileId, std::string>, uint32_t> ordinals;
  const auto check = [&](uint32_t id, uint32_t rule) {
    const SuppressionComment& comment = program.comments[id];
    const std::string name = "nostall-" + rules[rule].rule->id;
    const bool names_it = std::any_of(comment.names.begin(), comment.names.end(),
                                      [&](StringId text) { return program.symbols.text(text) == name; });
    if (!names_it || std::binary_search(used.begin(), used.end(), std::pair(id, rule))) { return; }
    const SourceRange at{comment.file, comment.line, comment.column, comment.line, comment.column};
    Finding finding{.rule = own->rule->id,
                    .severity = *levels.at(own_index, comment.file),
                    .at = shown.location(at),
                    .callee = name};
    finding.message = expand(own->rule->message, {{"callee", name}, {"function", ""}, {"type", ""}});
    const std::string ordinal = std::to_string(ordinals[{comment.file, name}]++);
    // Not the whole path: it depends on where a report is made from, and folders are renamed.
    const std::string_view file = baseName(finding.at.file);
    finding.fingerprint = fingerprint({fingerprint_version, finding.rule, file, name, ordinal});
    finding.chain_fingerprint = fingerprint({fingerprint_version, finding.rule, file, name});
    findings.push_back(std::move(finding));
  };
  for (uint32_t id = 0; id < program.comments.size(); ++id) {
    const SuppressionComment& comment = program.comments[id];
    const SourceRange at{.file = comment.file, .line = comment.line};
    if (comment.kind == CommentKind::End || !shown.isReported(at)) { continue; }
    if (program.file_parsed[comment.file] == 0 || !levels.at(own_index, comment.file)) { continue; }
    for (uint32_t rule = 0; rule < rules.size(); ++rule) {
      const bool runs = rules[rule].rule->kind != RuleKind::Suppression && levels.at(rule, comment.file);
      if (runs) { check(id, rule); }
    }
  }
  return findings;
}

void sortFindings(std::vector<Finding>& findings) {
  std::sort(findings.begin(), findings.end(), [](const Finding& left, const Finding& right) {
    return std::tie(left.at, left.rule, left.function, left.fingerprint, left.message) <
           std::tie(right.at, right.rule, right.function, right.fingerprint, right.message);
  });
}

} // namespace nostall
