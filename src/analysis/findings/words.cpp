#include "analysis/findings/words.h"

#include <algorithm>
#include <cctype>

namespace nostall {

static constexpr char any_library[] = "any";
static constexpr std::string_view nameless_loop = "the event loop";

static void replaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string expand(std::string text, const std::vector<std::pair<std::string, std::string>>& values) {
  for (const auto& [name, value] : values) {
    replaceAll(text, "{" + name + "}", value);
  }
  return text;
}

static bool isInNamespace(std::string_view name, std::string_view space) {
  return name.size() > space.size() + 2 && name.starts_with(space) && name.substr(space.size(), 2) == "::";
}

std::string inNamespaceOf(const std::string& advice, const LibraryPack& pack, std::string_view type_name) {
  const auto wanted = std::find_if(pack.namespaces.begin(), pack.namespaces.end(),
                                   [&](const std::string& space) { return isInNamespace(type_name, space); });
  if (wanted == pack.namespaces.end() || wanted == pack.namespaces.begin()) { return advice; }
  const std::string written = pack.namespaces.front() + "::";
  std::string text = advice;
  for (size_t at = text.find(written); at != std::string::npos; at = text.find(written, at)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool whole =
        std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '_' && before != ':';
    if (whole) { text.replace(at, written.size(), *wanted + "::"); }
    at += whole ? wanted->size() + 2 : written.size();
  }
  return text;
}

/// Of a library with several namespaces (asio, boost::asio) the one that is in use.
static std::string loopName(const LibraryPack& pack, std::string_view type_name) {
  if (pack.namespaces.size() > 1) {
    for (const std::string& space : pack.namespaces) {
      if (isInNamespace(type_name, space)) { return space; }
    }
  }
  return pack.title.empty() ? pack.library : pack.title;
}

Context Words::context(NodeId node) const {
  const Symbols& symbols = input_.program.symbols;
  const FunctionFacts& function = symbols.functions[input_.program.nodes[node].function];
  if (input_.classes.roles[node] != Role::Context) { return {.kind = ContextKind::None}; }
  Context context{.kind = input_.classes.kinds[node]};
  context.started = started(node);
  if (context.kind == ContextKind::Callback) {
    context.library = input_.classes.loop_calls[node].entry->library;
    return context;
  }
  const bool has_task = context.kind == ContextKind::Coroutine || context.kind == ContextKind::TaskFunction;
  if (function.result == no_id || !has_task) { return context; }
  const TypeFacts& type = symbols.types[function.result];
  context.task_type = symbols.text(type.spelling);
  if (const TaskEntry* task = matcher_.task(function.result)) {
    context.library = task->library;
  } else if (const LibraryPack* pack = matcher_.libraryOf(symbols.text(type.name))) {
    context.library = pack->library;
  }
  return context;
}

std::optional<LoopStart> Words::started(NodeId node) const {
  const StartCall& start = input_.places.startOf(node);
  if (start.event == no_id) { return std::nullopt; }
  const Event& event = input_.program.bodies[start.body].body.events[start.event];
  return LoopStart{.at = shown_.location(shown_.placeOf(start.body, start.event)),
                   .function = shown_.display(event.callee)};
}

std::string Words::message(const Rule& rule, const Chain& chain, const Context& context) const {
  const FunctionId function = input_.program.nodes[chain.context].function;
  const Step& last = chain.steps.back();
  const TypeId type = objectType(input_.program.symbols, eventOf(last).type);
  std::string text = expand(
      rule.message,
      {{"callee", blockingCallee(chain)},
       {"function", shown_.display(function)},
       {"type",
        type == no_id ? "" : input_.program.symbols.text(input_.program.symbols.types[type].spelling)}});
  text = onLoopOf(std::move(text), chain.context, context);
  if (chain.steps.size() > 1) { text += ", reached through '" + calleeOf(chain.steps.front()) + "'"; }
  return text;
}

/// "the event loop" with the name of the library whose it is.
std::string Words::onLoopOf(std::string message, NodeId node, const Context& context) const {
  const LibraryPack* pack = catalog_.pack(context.library);
  const size_t at = message.find(nameless_loop);
  if (pack == nullptr || at == std::string::npos) { return message; }
  const std::string title = loopName(*pack, libraryName(node, context));
  return message.replace(at, nameless_loop.size(), "the " + title + " event loop");
}

std::string Words::message(const Rule& rule, const Spot& spot, const Context& context) const {
  const LinkedBody& linked = input_.program.bodies[spot.body];
  const auto variant = rule.messages.find(spot.variant);
  std::string text = expand(variant != rule.messages.end() ? variant->second : rule.message,
                            {{"callee", spot.callee},
                             {"function", shown_.display(linked.body.function)},
                             {"object", spot.object},
                             {"type", spot.type}});
  return onLoopOf(std::move(text), linked.node, context);
}

std::string Words::advice(const Rule& rule, const Spot& spot, const Context& context) const {
  const Symbols& symbols = input_.program.symbols;
  std::string_view type_name;
  std::string library = context.library;
  if (spot.task_type != no_id) {
    type_name = symbols.text(symbols.types[spot.task_type].name);
    const TaskEntry* task = matcher_.task(spot.task_type);
    const LibraryPack* owner = matcher_.libraryOf(type_name);
    if (task != nullptr) {
      library = task->library;
    } else if (owner != nullptr) {
      library = owner->library;
    }
  } else {
    type_name = libraryName(input_.program.bodies[spot.body].node, context);
  }
  const LibraryPack* pack = catalog_.pack(library);
  if (pack == nullptr) { return {}; }
  const auto found = pack->instead.find(rule.id);
  return found == pack->instead.end() ? std::string() : inNamespaceOf(found->second, *pack, type_name);
}

/// A name of the library as the code of the context uses it: it may have several namespaces.
std::string_view Words::libraryName(NodeId node, const Context& context) const {
  if (context.kind != ContextKind::Callback) { return context.task_type; }
  const FunctionId through = input_.classes.loop_calls[node].through;
  const Symbols& symbols = input_.program.symbols;
  return through == no_id ? std::string_view() : symbols.text(symbols.functions[through].name);
}

std::string Words::advice(const Rule& rule, const Chain& chain, const Context& context) const {
  const LibraryPack* pack = catalog_.pack(context.library);
  const BlockEntry* entry = chain.steps.back().call->entry;
  const auto in = [](const auto& advice, const std::string& key) {
    const auto found = advice.find(key);
    return found == advice.end() ? std::string() : found->second;
  };
  std::string text;
  if (entry != nullptr && pack != nullptr) { text = in(entry->instead, pack->library); }
  // What is said of one function is closer than what a library says of all such calls.
  if (text.empty() && entry != nullptr) { text = in(entry->instead, any_library); }
  if (text.empty() && pack != nullptr) { text = in(pack->instead, rule.id); }
  return pack == nullptr ? text : inNamespaceOf(text, *pack, libraryName(chain.context, context));
}

std::vector<ChainStep> Words::steps(const Chain& chain) const {
  std::vector<ChainStep> steps;
  for (const Step& step : chain.steps) {
    const FunctionId function = input_.program.bodies[step.body].body.function;
    const SourceRange& at = shown_.placeOf(step.body, step.event);
    // Code that is written nowhere has the place of what runs it.
    Location location = at.line == 0 && !steps.empty() ? steps.back().at : shown_.location(at);
    steps.push_back({.at = std::move(location),
                     .function = shown_.display(function),
                     .callee = calleeOf(step),
                     .remark = remark(step)});
  }
  return steps;
}

std::string Words::blockingCallee(const Chain& chain) const {
  return calleeOf(chain.steps.back());
}

std::string Words::calleeOf(const Step& step) const {
  if (step.next != no_id) { return shown_.display(input_.program.nodes[step.next].function); }
  const Event& event = eventOf(step);
  if (step.call->entry == nullptr) { return shown_.display(event.callee); }
  for (const Pattern& pattern : step.call->entry->patterns) {
    const auto written = [&](StringId name) { return input_.program.symbols.text(name) == pattern.name; };
    const bool is_object = pattern.kind == PatternKind::Object &&
                           std::any_of(event.object->names.begin(), event.object->names.end(), written);
    if (is_object) { return pattern.name; }
  }
  return shown_.display(event.callee);
}

static std::string counted(uint32_t blocked, uint32_t candidates, const std::string& what) {
  if (blocked == candidates) { return "all " + std::to_string(candidates) + " " + what + " block"; }
  return std::to_string(blocked) + " of " + std::to_string(candidates) + " " + what +
         (blocked == 1 ? " blocks" : " block");
}

std::string Words::remark(const Step& step) const {
  if (step.edge == no_id) { return {}; }
  const Edge& edge = input_.graph.edge(step.edge);
  const std::string& outer = shown_.display(eventOf(step).callee);
  switch (input_.graph.passage(step.edge)) {
  case Passage::None: break;
  case Passage::Inline: return "runs inside '" + outer + "'";
  case Passage::MayRunHere: return "may run inside '" + outer + "'";
  case Passage::Constructs: return "constructed by '" + outer + "'";
  case Passage::Destroys: return "destroyed by '" + outer + "'";
  case Passage::Copies: return "copied by '" + outer + "'";
  }
  if (edge.kind == EdgeKind::Ambiguous) {
    return "one of " + std::to_string(edge.count) + " definitions in different programs";
  }
  if (edge.kind != EdgeKind::Dispatched || edge.candidates < 2) { return {}; }
  return counted(step.blocked, edge.candidates, eventOf(step).is_virtual ? "overrides" : "targets");
}

} // namespace nostall
