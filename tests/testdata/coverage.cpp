#include "testdata/coverage.h"

#include <algorithm>
#include <iterator>

namespace nostall::testdata {
namespace {

template <typename EntryType>
std::vector<EntryType> onePatternEach(const std::vector<EntryType>& entries) {
  std::vector<EntryType> result;
  for (const EntryType& entry : entries) {
    for (const Pattern& pattern : entry.patterns) {
      result.push_back(entry);
      result.back().patterns = {pattern};
    }
  }
  return result;
}

std::string sentence(const SourceOfRule& source, const std::string& name, const char* section) {
  return source.file + ":" + std::to_string(source.line) + ": no test uses " + name + " (" + section + ")";
}

template <typename EntryType>
void collectUnused(const std::vector<EntryType>& entries, const char* section,
                   const std::set<const void*>& used, std::vector<std::string>& sentences) {
  for (const EntryType& entry : entries) {
    if (used.count(&entry) == 0) {
      sentences.push_back(sentence(entry.source, entry.patterns.front().name, section));
    }
  }
}

template <typename EntryType>
void collectUnusedTypes(const std::vector<EntryType>& entries, const char* section,
                        const std::set<const void*>& used, std::vector<std::string>& sentences) {
  for (const EntryType& entry : entries) {
    if (used.count(&entry) == 0) { sentences.push_back(sentence(entry.source, entry.type, section)); }
  }
}

} // namespace

Coverage::Coverage(const LibraryPack& pack) {
  LibraryPack split = pack;
  split.blocks = onePatternEach(pack.blocks);
  split.callbacks = onePatternEach(pack.callbacks);
  split.overrides = onePatternEach(pack.overrides);
  split.elsewhere = onePatternEach(pack.elsewhere);
  split.inlines = onePatternEach(pack.inlines);
  split.constructs = onePatternEach(pack.constructs);
  split.destroys = onePatternEach(pack.destroys);
  split.copies = onePatternEach(pack.copies);
  split.switches = onePatternEach(pack.switches);
  split.detaches = onePatternEach(pack.detaches);
  split.modes = onePatternEach(pack.modes);
  split.moves = onePatternEach(pack.moves);
  split.drops = onePatternEach(pack.drops);
  split.lock_calls = onePatternEach(pack.lock_calls);
  split.looks = onePatternEach(pack.looks);
  split.peers = onePatternEach(pack.peers);
  split.deadlines = onePatternEach(pack.deadlines);
  catalog_.packs.push_back(std::move(split));
}

void Coverage::add(const Program& program) {
  const Matcher matcher(catalog_, program.symbols);
  for (const LinkedBody& linked : program.bodies) {
    for (const Event& event : linked.body.events) {
      addEvent(matcher, event);
    }
    used_.insert(matcher.overridesContext(linked.body.function));
  }
  addTypes(matcher, program.symbols);
}

void Coverage::addEvent(const Matcher& matcher, const Event& event) {
  if (event.kind != EventKind::Call && event.kind != EventKind::Construct &&
      event.kind != EventKind::Destroy) {
    return;
  }
  const std::vector<const BlockEntry*> blocks = matcher.blocks(event);
  used_.insert(blocks.begin(), blocks.end());
  // What mode objects are in the analysis knows; here it is enough that the name is used.
  const std::vector<const BlockEntry*> in_any_mode =
      matcher.blocks(event, [](const Value&, Mode mode) { return mode != Mode::Ready; });
  used_.insert(in_any_mode.begin(), in_any_mode.end());
  used_.insert(matcher.moves(event));
  used_.insert(matcher.switches(event));
  used_.insert(matcher.detaches(event));
  used_.insert(matcher.changesMode(event));
  used_.insert(matcher.looks(event));
  used_.insert(matcher.waitsForPeer(event));
  used_.insert(matcher.setsDeadline(event));
  used_.insert(matcher.constructs(event));
  used_.insert(matcher.destroys(event));
  used_.insert(matcher.copies(event));
  addCallables(matcher, event);
}

void Coverage::addCallables(const Matcher& matcher, const Event& event) {
  for (uint32_t argument = 0; argument < event.arguments.size(); ++argument) {
    used_.insert(matcher.runsInline(event, argument));
    used_.insert(matcher.runsElsewhere(event, argument));
    used_.insert(matcher.isCallback(event, argument));
    used_.insert(matcher.drops(event, argument));
    used_.insert(matcher.lockCall(event, argument));
  }
}

void Coverage::addTypes(const Matcher& matcher, const Symbols& symbols) {
  const LibraryPack& pack = catalog_.packs.front();
  for (TypeId type = 0; type < symbols.types.size(); ++type) {
    used_.insert(matcher.task(type));
    used_.insert(matcher.lock(type));
    used_.insert(matcher.limits(type));
    const std::string& name = symbols.text(symbols.types[type].name);
    for (const auto* list :
         {&pack.sync_types, &pack.awaitables, &pack.views, &pack.no_throws, &pack.executors}) {
      for (const TypeEntry& entry : *list) {
        if (entry.type == name) { used_.insert(&entry); }
      }
    }
  }
}

std::vector<std::string> Coverage::unused() const {
  const LibraryPack& pack = catalog_.packs.front();
  std::vector<std::string> sentences;
  collectUnused(pack.blocks, "blocks", used_, sentences);
  collectUnusedTypes(pack.tasks, "task", used_, sentences);
  collectUnusedTypes(pack.sync_types, "sync", used_, sentences);
  collectUnusedTypes(pack.awaitables, "awaitable", used_, sentences);
  collectUnusedTypes(pack.views, "view", used_, sentences);
  collectUnusedTypes(pack.no_throws, "no_throw", used_, sentences);
  collectUnused(pack.callbacks, "callback_of", used_, sentences);
  collectUnused(pack.overrides, "overrides", used_, sentences);
  collectUnused(pack.elsewhere, "elsewhere", used_, sentences);
  collectUnusedTypes(pack.executors, "executor", used_, sentences);
  collectUnused(pack.inlines, "inline", used_, sentences);
  collectUnused(pack.constructs, "constructs", used_, sentences);
  collectUnused(pack.destroys, "destroys", used_, sentences);
  collectUnused(pack.copies, "copies", used_, sentences);
  collectUnused(pack.switches, "switches", used_, sentences);
  collectUnused(pack.detaches, "detaches", used_, sentences);
  collectUnused(pack.moves, "moves", used_, sentences);
  collectUnused(pack.drops, "drops", used_, sentences);
  collectUnused(pack.modes, "modes", used_, sentences);
  collectUnusedTypes(pack.locks, "locks", used_, sentences);
  collectUnused(pack.lock_calls, "locks", used_, sentences);
  collectUnused(pack.looks, "looks", used_, sentences);
  collectUnusedTypes(pack.limits, "limits", used_, sentences);
  collectUnused(pack.peers, "peers", used_, sentences);
  collectUnused(pack.deadlines, "deadlines", used_, sentences);
  return sentences;
}

} // namespace nostall::testdata
