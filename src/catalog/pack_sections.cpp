#include "catalog/pack_sections.h"

#include "support/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nostall {
namespace {

/// The types that a field names, absolute.
std::vector<std::string> readTypes(const YamlField& field, const EntryContext& context) {
  std::vector<std::string> types;
  const std::string what = "'" + field.key + "'";
  for (const LocatedText& written : readTexts(field.value, what, context.problems)) {
    for (std::string& name : context.names.resolve(written, NameKind::Type, what, context.problems)) {
      types.push_back(std::move(name));
    }
  }
  return types;
}

void addTypes(std::vector<std::string> types, Place place, const EntryContext& context,
              std::vector<TypeEntry>& out) {
  for (std::string& type : types) {
    out.push_back({std::move(type), context.library, context.problems.sourceOf(place)});
  }
}

void readTask(MapReader& map, const YamlField& field, const EntryContext& context, LibraryPack& out) {
  static constexpr std::pair<std::string_view, TaskStart> starts[] = {{"lazy", TaskStart::Lazy},
                                                                      {"eager", TaskStart::Eager}};
  static constexpr std::pair<std::string_view, OnDestroy> ends[] = {{"cancel", OnDestroy::Cancel},
                                                                    {"wait", OnDestroy::Wait}};
  TaskEntry task;
  task.start = map.choice<TaskStart>("start", starts).value_or(TaskStart::Unknown);
  task.on_destroy = map.choice<OnDestroy>("on_destroy", ends).value_or(OnDestroy::Nothing);
  task.context = map.boolean("context").value_or(true);
  task.detached = map.boolean("detached").value_or(false);
  task.shared = map.boolean("shared").value_or(false);
  task.library = context.library;
  task.source = context.problems.sourceOf(map.place());
  for (std::string& type : readTypes(field, context)) {
    task.type = std::move(type);
    out.tasks.push_back(task);
  }
}

void readCallback(MapReader& map, const YamlField& field, PatternKind kind, const EntryContext& context,
                  LibraryPack& out) {
  CallableEntry entry;
  entry.patterns = readPatterns(field, kind, context);
  entry.argument = readArgument(map, "argument").value_or(ArgumentSelector{});
  entry.ignores_result = map.boolean("ignores_result").value_or(false);
  readEntryConditions(map, context, entry);
  out.callbacks.push_back(std::move(entry));
}

void readOverrides(MapReader& map, const YamlField& field, const EntryContext& context, LibraryPack& out) {
  MethodOverrideEntry entry;
  entry.patterns = readPatterns(field, PatternKind::Method, context);
  entry.library = context.library;
  entry.source = context.problems.sourceOf(map.place());
  out.overrides.push_back(std::move(entry));
}

constexpr std::array<std::string_view, 10> async_keys = {"task",
                                                         "sync",
                                                         "awaitable",
                                                         "view",
                                                         "no_throw",
                                                         "callback_of",
                                                         "callback_of_function",
                                                         "callback_of_constructor",
                                                         "overrides",
                                                         "annotation"};

/// Keys that go with one of the above.
constexpr std::array<std::string_view, 9> async_details = {
    "start", "on_destroy", "context", "detached", "shared", "argument", "ignores_result", "when", "unless"};

void readAsyncEntry(MapReader& map, const EntryContext& context, LibraryPack& out) {
  const std::vector<const YamlField*> found = map.findAll(async_keys);
  if (found.empty() && map.hasSlipOf(async_keys)) { return; }
  if (found.size() != 1) {
    map.findAll(async_details);
    const std::vector<std::string> words(async_keys.begin(), async_keys.end());
    context.problems.add(found.empty() ? map.place() : found[1]->place,
                         map.what() + " needs exactly one of the keys " + listed(words));
    return;
  }
  const YamlField& field = *found[0];
  const Place place = map.place();
  if (field.key == "task") { readTask(map, field, context, out); }
  if (field.key == "sync") { addTypes(readTypes(field, context), place, context, out.sync_types); }
  if (field.key == "awaitable") { addTypes(readTypes(field, context), place, context, out.awaitables); }
  if (field.key == "view") { addTypes(readTypes(field, context), place, context, out.views); }
  if (field.key == "no_throw") { addTypes(readTypes(field, context), place, context, out.no_throws); }
  if (field.key == "callback_of") { readCallback(map, field, PatternKind::Method, context, out); }
  if (field.key == "callback_of_function") { readCallback(map, field, PatternKind::Function, context, out); }
  if (field.key == "callback_of_constructor") {
    readCallback(map, field, PatternKind::Constructor, context, out);
  }
  if (field.key == "overrides") { readOverrides(map, field, context, out); }
  if (field.key == "annotation") {
    for (LocatedText& text : readTexts(field.value, "'annotation'", context.problems)) {
      out.async_annotations.push_back(std::move(text.value));
    }
  }
}

/// Bare method names of a lock: "lock", "lock_shared".
std::vector<std::string> readMethodNames(MapReader& map, std::string_view key) {
  std::vector<std::string> names;
  for (LocatedText& written : map.texts(key)) {
    const bool conversion = written.value.starts_with("operator ");
    const bool bare = conversion || written.value.find_first_of(":(<> *&") == std::string::npos;
    if (bare) {
      names.push_back(std::move(written.value));
      continue;
    }
    map.problems().add(written.place, "'" + std::string(key) + "' " + quotedForMessage(written.value) +
                                          " must be the bare name of a method, like 'lock'");
  }
  return names;
}

std::vector<std::string> readTagTypes(MapReader& map, std::string_view key, const EntryContext& context) {
  const YamlField* field = map.find(key);
  return field == nullptr ? std::vector<std::string>{} : readTypes(*field, context);
}

void readLockType(MapReader& map, const YamlField& field, LockKind kind, const EntryContext& context,
                  LibraryPack& out) {
  LockEntry entry;
  entry.kind = kind;
  entry.lock = readMethodNames(map, "lock");
  entry.unlock = readMethodNames(map, "unlock");
  if (kind != LockKind::Holder) { entry.try_lock = readMethodNames(map, "try_lock"); }
  if (kind == LockKind::Guard) {
    entry.releases = readMethodNames(map, "releases");
    entry.owns = readMethodNames(map, "owns");
    entry.defer_types = readTagTypes(map, "defers", context);
    entry.adopt_types = readTagTypes(map, "adopts", context);
    entry.try_types = readTagTypes(map, "tries", context);
  }
  entry.library = context.library;
  entry.source = context.problems.sourceOf(map.place());
  for (std::string& type : readTypes(field, context)) {
    entry.type = std::move(type);
    out.locks.push_back(entry);
  }
}

void readLockCall(MapReader& map, const EntryContext& context, LibraryPack& out) {
  static constexpr std::pair<std::string_view, LockAction> actions[] = {
      {"lock", LockAction::Lock}, {"unlock", LockAction::Unlock}, {"try_lock", LockAction::TryLock}};
  const size_t before = context.problems.count();
  LockCallEntry entry;
  readEntry(map, EntryParts::Conditions, context, entry);
  entry.argument = readArgument(map, "argument").value_or(ArgumentSelector{});
  entry.action = map.choice<LockAction>("does", actions).value_or(LockAction::Lock);
  entry.zero_is_success = map.boolean("zero_is_success").value_or(false);
  if (context.problems.count() == before) { out.lock_calls.push_back(std::move(entry)); }
}

void readLock(MapReader& map, const EntryContext& context, LibraryPack& out) {
  static constexpr std::array<std::string_view, 3> keys = {"mutex", "guard", "holder"};
  static constexpr std::array<std::string_view, 2> call_keys = {"function", "method"};
  static constexpr std::array<std::string_view, 5> details = {"lock", "unlock", "try_lock", "releases",
                                                              "owns"};
  const std::vector<const YamlField*> found = map.findAll(keys);
  const std::vector<const YamlField*> calls = map.findAll(call_keys);
  if (found.empty() && !calls.empty()) {
    readLockCall(map, context, out);
    return;
  }
  if (found.size() != 1 || !calls.empty()) {
    map.findAll(details);
    context.problems.add(
        map.place(), map.what() + " needs exactly one of the keys mutex, guard, holder, function or method");
    return;
  }
  static constexpr LockKind kinds[] = {LockKind::Mutex, LockKind::Guard, LockKind::Holder};
  const auto kind = std::find(keys.begin(), keys.end(), found[0]->key) - keys.begin();
  readLockType(map, *found[0], kinds[kind], context, out);
}

/// Runs `read` with a map reader of each entry, and finishes the map.
void forEachMap(const YamlField& section, bool plain_names, const EntryContext& context,
                const std::function<void(MapReader&)>& read) {
  forEachEntry(section, plain_names, context, [&](const YamlNode& node) {
    MapReader map(node, "an entry of '" + section.key + "'", context.problems);
    read(map);
    map.finish();
  });
}

/// Whose mode it is.
void readModeSubject(MapReader& map, const EntryContext& context, ModeEntry& out) {
  const std::optional<uint32_t> argument = map.number("argument", last_argument_index);
  const std::optional<uint32_t> callable = map.number("parameters_of", last_argument_index);
  const bool of_result = map.boolean("result").value_or(false);
  if (argument) { out.of = ModeEntry::Of::Argument; }
  if (callable) { out.of = ModeEntry::Of::Parameters; }
  if (of_result) { out.of = ModeEntry::Of::Result; }
  out.argument = argument.value_or(callable.value_or(0));
  if (int{argument.has_value()} + int{callable.has_value()} + int{of_result} > 1) {
    context.problems.add(map.place(), map.what() +
                                          " speaks of more than one of 'argument', 'parameters_of' and "
                                          "'result': write two entries");
  }
}

} // namespace

CallableEntry readCallable(MapReader& map, const EntryContext& context) {
  CallableEntry entry;
  readEntry(map, EntryParts::Conditions, context, entry);
  entry.argument = readArgument(map, "argument").value_or(ArgumentSelector{});
  entry.ignores_result = map.boolean("ignores_result").value_or(false);
  return entry;
}

void readAsync(const YamlField& section, const EntryContext& context, LibraryPack& out) {
  forEachMap(section, false, context, [&](MapReader& map) { readAsyncEntry(map, context, out); });
}

void readLocks(const YamlField& section, const EntryContext& context, LibraryPack& out) {
  forEachMap(section, false, context, [&](MapReader& map) { readLock(map, context, out); });
}

void readLimits(const YamlField& section, const EntryContext& context, LibraryPack& out) {
  addTypes(readTypes(section, context), section.place, context, out.limits);
}

void readModes(const YamlField& section, const EntryContext& context, LibraryPack& out) {
  static constexpr std::pair<std::string_view, Mode> modes[] = {{"nonblocking", Mode::Nonblocking},
                                                                {"blocking", Mode::Blocking},
                                                                {"joins", Mode::Nonblocking},
                                                                {"joined", Mode::Blocking},
                                                                {"ready", Mode::Ready}};
  forEachMap(section, true, context, [&](MapReader& map) {
    const size_t before = context.problems.count();
    ModeEntry entry;
    readEntry(map, EntryParts::Conditions, context, entry);
    entry.mode = map.choice<Mode>("mode", modes).value_or(Mode::Nonblocking);
    readModeSubject(map, context, entry);
    entry.answer = readAnswer(map, "answer", context.names);
    entry.pending = readAnswer(map, "pending", context.names);
    if ((!entry.answer.isEmpty() || !entry.pending.isEmpty()) && entry.mode != Mode::Ready) {
      context.problems.add(map.place(),
                           map.what() + " says what results mean, which only 'mode: ready' asks for");
    }
    if (context.problems.count() == before) { out.modes.push_back(std::move(entry)); }
  });
}

void readElsewhere(const YamlField& section, const EntryContext& context, LibraryPack& out) {
  forEachMap(section, true, context, [&](MapReader& map) {
    if (const YamlField* executor = map.find("executor")) {
      addTypes(readTypes(*executor, context), map.place(), context, out.executors);
      return;
    }
    out.elsewhere.push_back(readCallable(map, context));
  });
}

} // namespace nostall
