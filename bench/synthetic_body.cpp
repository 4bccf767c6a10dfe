#include "synthetic_body.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace nostall::synthetic {
namespace {

constexpr uint32_t calls_per_function = 5;
constexpr uint32_t external_classes = 250;
constexpr uint32_t near_modules = 4;
constexpr int tries = 24;

class BodyWriter {
public:
  BodyWriter(UnitTables& tables, const Function& function, uint32_t modules)
      : tables_(tables), self_(function), modules_(modules) {
    id_ = tables.function(function);
    file_ = tables.facts().symbols.functions[id_].at.file;
    line_ = tables.facts().symbols.functions[id_].at.line;
    tables.facts().symbols.functions[id_].defined = true;
  }

  void write() {
    const bool is_member = self_.kind == Kind::Method;
    if (self_.waits != 0 && is_member && happens(25)) { addGuard(); }
    if (self_.kind == Kind::Coroutine && happens(1)) { addGuard(); }
    if (self_.waits != 0) { addWaitingCall(); }
    while (calls_ + ends_.size() < calls_per_function) {
      addSomeCall();
    }
    for (Event& end : ends_) {
      end.full_expression = nextExpression();
      body_.events.push_back(std::move(end));
    }
    if (happens(3)) { add(EventKind::Throw).type = tables_.externalType("std::runtime_error"); }
    Event& result = add(EventKind::Return);
    if (happens(50)) {
      result.arguments.push_back({.type = tables_.externalType("int"), .path = parameter()});
    }
    body_.function = id_;
    addBlocks();
    tables_.facts().bodies.push_back(std::move(body_));
  }

private:
  uint64_t random() { return scrambled((uint64_t{self_.number} << 8) + draws_++); }
  bool happens(uint32_t percent) { return random() % 100 < percent; }
  StringId parameter() { return tables_.text("param:value"); }
  uint32_t nextExpression() { return ++expressions_; }

  Event& add(EventKind kind) {
    const uint32_t line = line_ + 1 + static_cast<uint32_t>(body_.events.size());
    body_.events.push_back(
        {.kind = kind,
         .at = {.file = file_, .line = line, .column = 5, .end_line = line, .end_column = 30},
         .full_expression = nextExpression()});
    return body_.events.back();
  }

  Event& addCall(FunctionId callee) {
    const FunctionFacts& facts = tables_.facts().symbols.functions[callee];
    const TypeId owner = facts.owner;
    const TypeId result = facts.result;
    const bool method = facts.kind == FunctionKind::Method;
    ++calls_;
    PackedVector<Value> arguments = someArguments();
    Event& event = add(EventKind::Call);
    event.callee = callee;
    event.type = result;
    event.discarded = happens(60);
    event.arguments = std::move(arguments);
    if (method && happens(50)) {
      event.object = Value{.type = owner, .path = tables_.text(happens(50) ? "this.peer_" : "this")};
    }
    return event;
  }

  /// Less than half of what real code has.
  PackedVector<Value> someArguments() {
    if (!happens(40)) { return {}; }
    Value value{.type = tables_.externalType(happens(50) ? "int" : "std::basic_string<char>")};
    switch (random() % 4) {
    case 0:
      value.constant = ConstantKind::Integer;
      value.number = static_cast<int64_t>(random() % 64);
      break;
    case 1: value.path = parameter(); break;
    case 2: value.path = tables_.text("this.state_"); break;
    default: value.from = body_.events.empty() ? no_id : static_cast<EventId>(body_.events.size() - 1);
    }
    return {value};
  }

  void addWaitingCall() {
    const std::string blocking(blocking_functions[self_.waits - 1]);
    const uint64_t choice = random() % 10;
    if (choice == 0 && tables_.unit() < 4) {
      addVirtualCall(waiting_interface, methods_per_interface - 1);
    } else if (choice < 7 && callAnother(self_.waits)) {
      return;
    } else {
      addCall(tables_.externalFunction(blocking, false));
    }
  }

  void addSomeCall() {
    if (self_.kind == Kind::Coroutine && calls_ < 2) { return addAwait(); }
    // A few coroutines do what they must not.
    if (self_.kind == Kind::Coroutine && happens(1) && callAnother(waitsOf(self_.module, self_.unit))) {
      return;
    }
    const uint64_t choice = random() % 100;
    if (choice < 40) {
      addExternalCall();
    } else if (choice < 46) {
      // The waiting interface is called by what waits alone.
      const auto interface = 1 + static_cast<uint32_t>(random() % (interfaces_per_module - 1));
      addVirtualCall(interface, random() % methods_per_interface);
    } else if (choice < 54 && self_.kind != Kind::Inline && self_.kind != Kind::Destructor) {
      addLocal();
    } else if (choice < 57 && self_.index >= first_free && self_.kind == Kind::Free) {
      handOverLambda();
    } else if (choice == 57 && self_.index >= first_free && self_.kind == Kind::Free && happens(20)) {
      startTask();
    } else if (!callAnother(0)) {
      addExternalCall();
    }
  }

  void addExternalCall() {
    // Few are used by all.
    const auto chance = static_cast<uint32_t>(random());
    const uint32_t number = happens(60) ? chance % 10 : chance % external_classes;
    const std::string owner = "ext::Container" + std::to_string(number);
    addCall(tables_.externalFunction(owner + "::" + (happens(50) ? "append" : "find"), true));
  }

  void addVirtualCall(uint32_t interface, uint32_t method) {
    addCall(tables_.interfaceMethod(self_.module, interface, method)).is_virtual = true;
  }

  void addAwait() {
    Function other = functionAt(self_.module, random() % units_per_module,
                                first_coroutine + random() % coroutines_per_unit);
    if (happens(50)) { other = functionAt(self_.module, self_.unit, other.index); }
    const FunctionId callee = tables_.function(other);
    Event& call = addCall(callee);
    const TypeId type = call.type;
    // A few forget to await.
    call.discarded = random() % 500 == 0;
    if (call.discarded) { return; }
    call.awaited = true;
    const auto from = static_cast<EventId>(body_.events.size() - 1);
    Event& suspend = add(EventKind::Suspend);
    suspend.suspend = SuspendKind::Await;
    suspend.type = type;
    suspend.object = Value{.type = type, .from = from};
    suspend.full_expression = body_.events[from].full_expression;
  }

  /// An object of a class of the module that ends with the function.
  void addLocal() {
    const uint32_t unit = happens(70) ? self_.unit : random() % units_per_module;
    const auto class_in_unit = static_cast<uint32_t>(random() % classes_per_unit);
    const TypeId type = tables_.classType(self_.module, unit, class_in_unit);
    const FunctionId constructor =
        tables_.function(functionAt(self_.module, unit, class_in_unit * members_per_class));
    const StringId path = tables_.text("local:peer@" + std::to_string(line_ + body_.events.size()));
    ++calls_;
    Event& made = add(EventKind::Construct);
    made.callee = constructor;
    made.type = type;
    made.target = path;
    made.arguments.push_back({.type = type, .path = parameter()});
    tables_.facts().constructed.push_back(type);
    Event end{.kind = EventKind::Destroy,
              .at = made.at,
              .callee = tables_.facts().symbols.types[type].destructor,
              .type = type,
              .object = Value{.type = type, .path = path},
              .implicit = true};
    ends_.push_back(std::move(end));
  }

  /// A lock that is held until the function ends.
  void addGuard() {
    const TypeId type = tables_.guardType();
    const StringId path = tables_.text("local:guard@" + std::to_string(line_ + body_.events.size()));
    ++calls_;
    const FunctionId constructor = tables_.guardMember(true);
    const FunctionId destructor = tables_.guardMember(false);
    Event& made = add(EventKind::Construct);
    made.callee = constructor;
    made.type = type;
    made.target = path;
    made.arguments.push_back({.type = tables_.mutexType(), .path = tables_.text("this.mutex_")});
    ends_.push_back({.kind = EventKind::Destroy,
                     .at = made.at,
                     .callee = destructor,
                     .type = type,
                     .object = Value{.type = type, .path = path},
                     .implicit = true});
  }

  /// asio::co_spawn(loop, coroutine(), asio::detached)
  void startTask() {
    const FunctionId coroutine = tables_.function(
        functionAt(self_.module, self_.unit, first_coroutine + random() % coroutines_per_unit));
    Event& task = addCall(coroutine);
    task.discarded = false;
    const TypeId type = task.type;
    const uint32_t expression = task.full_expression;
    const auto from = static_cast<EventId>(body_.events.size() - 1);
    Event& call = addCall(tables_.externalFunction("asio::co_spawn", false));
    call.full_expression = expression;
    call.arguments = {Value{.type = tables_.externalType("asio::io_context"), .path = parameter()},
                      Value{.type = type, .from = from},
                      Value{.type = tables_.externalType("asio::detached_t")}};
  }

  void handOverLambda() {
    const Function lambda = functionAt(self_.module, self_.unit, first_lambda + random() % lambdas_per_unit);
    const FunctionId callable = tables_.function(lambda);
    const Value closure{.type = tables_.externalType("int"), .callables = {callable}};
    const TypeId loop = tables_.externalType("asio::io_context");
    switch (handedTo(lambda)) {
    case Handed::Algorithm: addCall(tables_.externalFunction("std::for_each", false)); break;
    case Handed::Loop: addCall(tables_.externalFunction("asio::post", false)); break;
    case Handed::Thread:
      addCall(tables_.externalFunction("std::thread::thread", true)).kind = EventKind::Construct;
      break;
    }
    Event& call = body_.events.back();
    call.arguments = {};
    if (handedTo(lambda) == Handed::Loop) { call.arguments.push_back({.type = loop}); }
    if (handedTo(lambda) == Handed::Algorithm) {
      call.arguments.push_back({.type = loop, .path = parameter()});
    }
    call.arguments.push_back(closure);
  }

  /// One whose units wait for the same.
  uint32_t distantModule() {
    const auto steps = static_cast<uint32_t>(random() % 8);
    return (self_.module + steps * static_cast<uint32_t>(blocking_functions.size())) % modules_;
  }

  /// Calls some plain function that waits for `waits`, or for nothing; false when none was found soon.
  bool callAnother(uint32_t waits) {
    for (int i = 0; i < tries; ++i) {
      const uint64_t choice = random() % 100;
      uint32_t module = self_.module;
      uint32_t unit = self_.unit;
      if (choice >= 50) { unit = random() % units_per_module; }
      if (waits != 0 && choice >= 50) { unit = self_.unit / 4 * 4 + unit % 4; }
      if (waits != 0 && choice >= 85) { module = distantModule(); }
      if (waits == 0 && choice >= 75) {
        module = (self_.module + static_cast<uint32_t>(random() % near_modules)) % modules_;
      }
      Function other = functionAt(module, unit, random() % functions_per_unit);
      if (waits == 0 && choice % 25 == 0) {
        other = functionOf(module * functions_per_module + random() % inline_functions);
      }
      const bool callable =
          other.kind == Kind::Method || other.kind == Kind::Free || other.kind == Kind::Inline;
      if (!callable || other.waits != waits) { continue; }
      addCall(tables_.function(other));
      return true;
    }
    return false;
  }

  /// Every other body has a branch in the middle, or a loop.
  void addBlocks() {
    const auto count = static_cast<uint32_t>(body_.events.size());
    if (self_.number % 2 == 0) {
      body_.blocks.push_back({.count = count});
      return;
    }
    const uint32_t head = count / 3;
    const uint32_t tail = count - count / 3;
    const bool loops = self_.number % 8 == 1;
    body_.blocks.push_back({.first = 0, .count = head, .successors = {1, 2}});
    body_.blocks.push_back({.first = head, .count = tail - head, .successors = {loops ? 0U : 2U}});
    body_.blocks.push_back({.first = tail, .count = count - tail});
    body_.exit = 2;
  }

  UnitTables& tables_;
  const Function self_;
  const uint32_t modules_;
  FunctionId id_ = 0;
  FileId file_ = 0;
  uint32_t line_ = 0;
  uint32_t calls_ = 0;
  uint32_t expressions_ = 0;
  uint64_t draws_ = 0;
  Body body_;
  std::vector<Event> ends_; // of locals
};

} // namespace

void writeBody(UnitTables& tables, const Function& function, uint32_t modules) {
  BodyWriter(tables, function, modules).write();
}

} // namespace nostall::synthetic
