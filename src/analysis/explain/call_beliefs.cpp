#include "analysis/explain/call_beliefs.h"

#include "analysis/analyse.h"

#include "analysis/contexts/places.h"

#include <algorithm>
#include <iterator>

namespace nostall {
namespace {

constexpr size_t most_contexts = 3;

std::string placeOf(const SourceOfRule& source) {
  return source.file + ":" + std::to_string(source.line);
}

bool isAt(const Location& left, const Location& right) {
  return left.file == right.file && left.line == right.line && left.column == right.column;
}

AnalysisOptions everywhere(AnalysisOptions options) {
  options.report_paths.clear();
  return options;
}

} // namespace

Believer::Believer(const Program& program, const Catalog& catalog, const AnalysisOptions& options)
    : program_(program), matcher_(catalog, program.symbols), rules_(activeRules(catalog, options)),
      classes_(classifyAll(program, catalog, matcher_)), places_(program, matcher_, classes_),
      graph_(program, classes_, matcher_),
      calls_(findBlockingCalls(program, classes_, matcher_, rules_, options)), suppressions_(program, rules_),
      leaves_(leafEvents(classes_, calls_)),
      input_{program, classes_, graph_, suppressions_, leaves_, places_},
      shown_(program, everywhere(options)), words_(input_, catalog, matcher_, shown_),
      levels_(program, rules_, options) {
  for (uint32_t rule = 0; rule < rules_.size(); ++rule) {
    reaches_.emplace_back(input_, rule, calls_[rule], false);
    reaches_.back().run();
  }
  findings_ = analyse(program, catalog, everywhere(options)).findings;
}

bool Believer::isWorthTelling(BodyId body, EventId id) const {
  const Event& event = eventAt(body, id);
  const bool written = event.kind == EventKind::Call && !event.implicit;
  return written || !matcher_.blocks(event).empty() || !waysOn(body, id).empty();
}

ExplainedCall Believer::explain(BodyId body, EventId id) const {
  const Event& event = eventAt(body, id);
  const NodeId node = program_.bodies[body].node;
  ExplainedCall call{.at = shown_.location(shown_.placeOf(body, id)),
                     .function = shown_.display(program_.nodes[node].function),
                     .callee = shown_.display(event.callee)};
  const Callers callers = findCallers(input_, shown_, node);
  const Entries entries = entriesOf(body, id);
  const std::vector<Belief> ways = waysOn(body, id);
  const std::vector<uint32_t> silenced = silencedRules(event);

  addPlace(node, callers, call.beliefs);
  std::ranges::copy(entries.beliefs, std::back_inserter(call.beliefs));
  std::ranges::copy(ways, std::back_inserter(call.beliefs));
  const bool blocks = entries.active || !ways.empty();
  if (!blocks) { call.beliefs.push_back({harmless(event, goesOn(body, id)), {}}); }
  addArguments(event, call.beliefs);
  for (const uint32_t rule : silenced) {
    const SuppressionComment& comment = program_.comments[*suppressions_.commentAt(event.at, rule)];
    call.beliefs.push_back(
        {"a comment in line " + std::to_string(comment.line) + " silences " + rules_[rule].rule->id + " here",
         {}});
  }

  const std::vector<std::string> found = reports(call.at);
  if (!found.empty()) {
    for (const std::string& report : found) {
      call.verdict += (call.verdict.empty() ? "" : "; ") + report;
    }
  } else if (!blocks) {
    call.verdict = "not reported: it is not known to block";
  } else if (callers.contexts.empty()) {
    call.verdict = "not reported: no async context reaches it";
  } else if (!shown_.isReported(shown_.placeOf(body, id))) {
    call.verdict = "not reported: findings in this file are not shown";
  } else {
    call.verdict = "not reported at this call: see the other steps of its chain";
  }
  return call;
}

std::string Believer::contextWords(NodeId node) const {
  const Context context = words_.context(node);
  std::string words = quoted(program_.nodes[node].function) + " (" + toString(context.kind);
  if (!context.task_type.empty()) { words += ", " + context.task_type; }
  return words + ")";
}

std::string Believer::whyStopped(NodeId node) const {
  const FunctionId function = program_.nodes[node].function;
  const Marks& marks = classes_.marks[function];
  if (program_.symbols.functions[function].external) {
    return quoted(function) + " is other people's code: calls in it are not looked at";
  }
  if (marks.elsewhere) { return quoted(function) + " is annotated to run elsewhere"; }
  return quoted(function) + " never blocks, as " +
         (marks.never_blocks ? "its annotation says" : "'never_blocks' of a pack or the configuration says");
}

void Believer::addPlace(NodeId node, const Callers& callers, std::vector<Belief>& beliefs) const {
  const FunctionId function = program_.nodes[node].function;
  if (classes_.roles[node] == Role::Context) {
    beliefs.push_back({contextWords(node) + " is an async context", {}});
    return;
  }
  if (classes_.roles[node] == Role::Stop) {
    beliefs.push_back({whyStopped(node), {}});
    return;
  }
  if (program_.symbols.functions[function].coroutine) {
    beliefs.push_back({quoted(function) + " is a coroutine, but none that an event loop runs: a generator, a "
                                          "synchronous one, or one that is only started elsewhere",
                       {}});
  }
  const size_t count = callers.contexts.size();
  for (size_t i = 0; i < std::min(count, most_contexts); ++i) {
    const ReachingContext& context = callers.contexts[i];
    beliefs.push_back({contextWords(context.node) + " reaches " + quoted(function), context.chain});
  }
  if (count > most_contexts) {
    beliefs.push_back({std::to_string(count - most_contexts) + " more async contexts reach it", {}});
  }
  if (count == 0) { beliefs.push_back({"no async context reaches " + quoted(function), {}}); }
  addThreads(callers.visited, beliefs);
}

/// Calls that hand one of the functions to another thread.
void Believer::addThreads(const std::vector<NodeId>& nodes, std::vector<Belief>& beliefs) const {
  std::vector<FunctionId> functions;
  for (const NodeId node : nodes) {
    functions.push_back(program_.nodes[node].function);
  }
  std::ranges::sort(functions);
  for (BodyId body = 0; body < program_.bodies.size(); ++body) {
    const PackedVector<Event>& events = program_.bodies[body].body.events;
    for (EventId id = 0; id < events.size(); ++id) {
      for (uint32_t i = 0; i < events[id].arguments.size(); ++i) {
        for (const FunctionId callable : events[id].arguments[i].callables) {
          if (!std::ranges::binary_search(functions, callable)) { continue; }
          const CallableEntry* entry = matcher_.runsElsewhere(events[id], i);
          if (entry == nullptr) { continue; }
          const ChainStep step{.at = shown_.location(shown_.placeOf(body, id)),
                               .function = shown_.display(program_.bodies[body].body.function),
                               .callee = shown_.display(events[id].callee)};
          beliefs.push_back({quoted(callable) + " runs elsewhere, by " + placeOf(entry->source), {step}});
        }
      }
    }
  }
}

void Believer::addArguments(const Event& event, std::vector<Belief>& beliefs) const {
  for (uint32_t i = 0; i < event.arguments.size(); ++i) {
    if (event.arguments[i].callables.empty()) { continue; }
    const std::string callable = quoted(event.arguments[i].callables.front());
    if (const CallableEntry* entry = matcher_.runsElsewhere(event, i)) {
      beliefs.push_back({callable + ", its argument, runs elsewhere, by " + placeOf(entry->source), {}});
    } else if (const CallableEntry* inlined = matcher_.runsInline(event, i)) {
      beliefs.push_back(
          {callable + ", its argument, runs before it returns, by " + placeOf(inlined->source), {}});
    }
  }
}

/// Why the entry does not count for the call; empty when it does.
std::string Believer::stateOf(const BlockEntry& entry, const Event& event) const {
  if (!entry.enabled) { return "but the entry is switched off"; }
  if (event.callee != no_id && classes_.marks[event.callee].never_blocks) {
    return "but it is annotated never to block";
  }
  if (event.callee != no_id && matcher_.neverBlocks(event.callee)) {
    return "but 'never_blocks' of a pack or the configuration names it too";
  }
  if (yieldsAwaitable(event, classes_)) {
    return "but its result is awaitable: who awaits it does not block";
  }
  const auto rule = std::ranges::find(rules_, entry.rule, [](const ActiveRule& r) { return r.rule->id; });
  if (rule == rules_.end()) { return "but that rule is off"; }
  const auto index = static_cast<uint32_t>(rule - rules_.begin());
  return levels_.at(index, event.at.file) ? "" : "but that rule is off for findings in this file";
}

Believer::Entries Believer::entriesOf(BodyId body, EventId id) const {
  const Event& event = eventAt(body, id);
  Entries entries;
  std::vector<const BlockEntry*> known = matcher_.namedBlocks(event);
  std::vector<const BlockEntry*> fitting = matcher_.blocks(event);
  for (const MatchHit& hit : program_.bodies[body].body.matches) {
    if (hit.event != id) { continue; }
    for (const BlockEntry* entry : matcher_.blocksMatching(program_.symbols.text(hit.expression))) {
      known.push_back(entry);
      fitting.push_back(entry);
    }
  }
  for (const BlockEntry* entry : known) {
    const bool fits = std::find(fitting.begin(), fitting.end(), entry) != fitting.end();
    const std::string state =
        fits ? stateOf(*entry, event) : "but its conditions do not hold here: this form does not block";
    entries.active |= state.empty();
    std::string sentence = placeOf(entry->source) + " says that it blocks (" + entry->rule + ")";
    if (!entry->why.empty() && state.empty()) { sentence += ": " + entry->why; }
    entries.beliefs.push_back({sentence + (state.empty() ? "" : ", " + state), {}});
  }
  const bool marked = event.callee != no_id && classes_.marks[event.callee].may_block;
  if (marked) { entries.beliefs.push_back({"it is declared to block, by an annotation or attribute", {}}); }
  entries.active |= marked;
  return entries;
}

/// What the call runs and what blocks in there, by rule.
std::vector<Belief> Believer::waysOn(BodyId body, EventId id) const {
  std::vector<Belief> ways;
  const NodeId node = program_.bodies[body].node;
  for (uint32_t rule = 0; rule < rules_.size(); ++rule) {
    for (const Step& first : reaches_[rule].stepsFrom(node)) {
      if (first.body != body || first.event != id || first.next == no_id) { continue; }
      Chain chain{.rule = rule, .context = node, .level = first.level, .steps = {first}};
      while (chain.steps.back().next != no_id) {
        chain.steps.push_back(reaches_[rule].nearerStepsFrom(chain.steps.back().next).front());
      }
      ways.push_back({"it reaches '" + words_.blockingCallee(chain) + "' (" + rules_[rule].rule->id + ")",
                      words_.steps(chain)});
      break;
    }
  }
  return ways;
}

bool Believer::goesOn(BodyId body, EventId id) const {
  const LinkedBody& linked = program_.bodies[body];
  for (EdgeId edge = linked.first_edge; edge < linked.first_edge + linked.edge_count; ++edge) {
    if (program_.edges[edge].event == id) { return true; }
  }
  return false;
}

std::string Believer::harmless(const Event& event, bool goes_on) const {
  if (goes_on) { return "nothing that it runs is known to block"; }
  if (event.callee == no_id) { return "nobody knows what is called: it goes through a pointer or an object"; }
  if (yieldsAwaitable(event, classes_)) { return "its result is awaitable: it reports its own findings"; }
  if (program_.symbols.functions[event.callee].external) {
    return "it is other people's code, and no pack says that it blocks in this form";
  }
  return "no unit has its body";
}

std::vector<uint32_t> Believer::silencedRules(const Event& event) const {
  std::vector<uint32_t> silenced;
  for (uint32_t rule = 0; rule < rules_.size(); ++rule) {
    const bool reaches = rules_[rule].rule->kind == RuleKind::Reach;
    if (reaches && suppressions_.commentAt(event.at, rule)) { silenced.push_back(rule); }
  }
  return silenced;
}

/// Findings with the place among the steps of their chain.
std::vector<std::string> Believer::reports(const Location& at) const {
  std::vector<std::string> found;
  for (const Finding& finding : findings_) {
    const bool is_step =
        std::ranges::any_of(finding.chain, [&](const ChainStep& step) { return isAt(step.at, at); });
    if (!is_step || found.size() == most_contexts) { continue; }
    std::string text = isActive(finding) ? "reported" : "not reported, suppressed";
    if (!isAt(finding.at, at)) {
      text += " at " + finding.at.file + ":" + std::to_string(finding.at.line) + ":" +
              std::to_string(finding.at.column);
    }
    found.push_back(text + ": " + std::string(toString(finding.severity)) + " [" + finding.rule + "]");
  }
  return found;
}

} // namespace nostall
