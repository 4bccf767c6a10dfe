#include "support/facts_builder.h"

namespace nostall {

/// "Config" of "Config::load"; empty for a free function.
static std::string ownerOf(const std::string& name) {
  const size_t at = name.rfind("::");
  return at == std::string::npos ? std::string() : name.substr(0, at);
}

UnitBuilder::UnitBuilder(const std::string& path, const std::string& target) {
  text("");
  facts_.path = text(path);
  facts_.target = text(target);
  file(path);
}

StringId UnitBuilder::text(const std::string& text) {
  const auto [at, added] = texts_.try_emplace(text, static_cast<StringId>(facts_.symbols.strings.size()));
  if (added) { facts_.symbols.strings.push_back(text); }
  return at->second;
}

FileId UnitBuilder::file(const std::string& path) {
  const auto [at, added] = files_.try_emplace(path, static_cast<FileId>(facts_.symbols.files.size()));
  if (added) { facts_.symbols.files.push_back({.path = text(path)}); }
  return at->second;
}

TypeId UnitBuilder::type(const std::string& spelling) {
  const auto [at, added] = types_.try_emplace(spelling, static_cast<TypeId>(facts_.symbols.types.size()));
  if (!added) { return at->second; }
  const std::string name = spelling.substr(0, spelling.find('<'));
  facts_.symbols.types.push_back({.kind = TypeKind::Record, .name = text(name), .spelling = text(spelling)});
  return at->second;
}

FunctionId UnitBuilder::function(const std::string& name) {
  const auto [at, added] =
      functions_.try_emplace(name, static_cast<FunctionId>(facts_.symbols.functions.size()));
  if (!added) { return at->second; }
  FunctionFacts facts{
      .key = text(name), .name = text(name), .display = text(name), .stable_name = text(name)};
  if (types_.count(ownerOf(name)) != 0) {
    facts.owner = type(ownerOf(name));
    facts.kind = FunctionKind::Method;
  }
  facts_.symbols.functions.push_back(std::move(facts));
  return at->second;
}

BodyBuilder UnitBuilder::define(const std::string& name) {
  const FunctionId id = function(name);
  FunctionFacts& facts = facts_.symbols.functions[id];
  facts.defined = true;
  facts.at = {.file = 0, .line = next_line_++, .column = 6, .end_line = next_line_, .end_column = 9};
  bodies_[id] = facts_.bodies.size();
  facts_.bodies.push_back({.function = id, .blocks = {Block{}}});
  return {*this, id};
}

BodyBuilder UnitBuilder::coroutine(const std::string& name, const std::string& task) {
  const TypeId type = this->type(task);
  facts_.symbols.types[type].has_promise = true;
  facts_.symbols.types[type].awaiter = true;
  BodyBuilder builder = define(name);
  builder.facts().coroutine = true;
  builder.facts().result = type;
  return builder;
}

void UnitBuilder::derive(const std::string& derived, const std::string& base) {
  const TypeId base_type = type(base);
  typeFacts(derived).bases.push_back(base_type);
  typeFacts(derived).polymorphic = true;
  typeFacts(base).polymorphic = true;
}

BodyBuilder UnitBuilder::overrides(const std::string& method, const std::string& base_method) {
  const FunctionId base = function(base_method);
  functionFacts(base_method).is_virtual = true;
  BodyBuilder builder = define(method);
  builder.facts().is_virtual = true;
  builder.facts().overrides.push_back(base);
  return builder;
}

SuppressionComment& UnitBuilder::comment(uint32_t line, std::initializer_list<const char*> names,
                                         CommentKind kind) {
  SuppressionComment comment{.file = 0, .line = line, .column = 30, .kind = kind, .bare = names.size() == 0};
  for (const char* name : names) {
    comment.names.push_back(text(name));
  }
  facts_.comments.push_back(std::move(comment));
  return facts_.comments.back();
}

FunctionFacts& BodyBuilder::facts() {
  return unit_->facts_.symbols.functions[function_];
}

Body& BodyBuilder::body() {
  return unit_->facts_.bodies[unit_->bodies_[function_]];
}

Event& BodyBuilder::add(EventKind kind, uint32_t line) {
  Body& own = body();
  const FileId file = facts().at.file;
  own.events.push_back({.kind = kind,
                        .at = {.file = file, .line = line, .column = 3, .end_line = line, .end_column = 9},
                        .full_expression = static_cast<uint32_t>(own.events.size() + 1)});
  own.blocks.front().count = static_cast<uint32_t>(own.events.size());
  return own.events.back();
}

BodyBuilder& BodyBuilder::calls(const std::string& callee, uint32_t line) {
  const FunctionId id = unit_->function(callee);
  Event& event = add(EventKind::Call, line);
  event.callee = id;
  event.type = unit_->facts_.symbols.functions[id].result;
  return *this;
}

BodyBuilder& BodyBuilder::callsVirtual(const std::string& method, uint32_t line,
                                       const std::string& object_class) {
  calls(method, line);
  const TypeId object = unit_->type(object_class.empty() ? ownerOf(method) : object_class);
  last().is_virtual = true;
  last().object.edit().type = object;
  return *this;
}

BodyBuilder& BodyBuilder::callsPointer(uint32_t line) {
  add(EventKind::Call, line);
  return *this;
}

BodyBuilder& BodyBuilder::passes(const std::string& callable, const std::string& callee, uint32_t line) {
  const FunctionId id = unit_->function(callable);
  calls(callee, line);
  last().arguments.push_back({.callables = {id}});
  return *this;
}

BodyBuilder& BodyBuilder::destroys(const std::string& type, uint32_t line) {
  const TypeId id = unit_->type(type);
  Event& event = add(EventKind::Destroy, line);
  event.type = id;
  event.implicit = true;
  event.callee = unit_->typeFacts(type).destructor;
  return *this;
}

BodyBuilder& BodyBuilder::awaits(const std::string& type, uint32_t line) {
  const TypeId id = unit_->type(type);
  Event& event = add(EventKind::Suspend, line);
  event.suspend = SuspendKind::Await;
  event.type = id;
  unit_->facts_.awaited.push_back(id);
  return *this;
}

BodyBuilder& BodyBuilder::annotated(const std::string& text) {
  const StringId id = unit_->text(text);
  facts().annotations.push_back(id);
  return *this;
}

BodyBuilder& BodyBuilder::at(const std::string& path, uint32_t line) {
  facts().at = {.file = unit_->file(path), .line = line, .column = 6, .end_line = line, .end_column = 9};
  return *this;
}

} // namespace nostall
