#include "report/text/facts_text.h"

#include "support/text.h"

namespace nostall {
namespace {

const char* nameOf(EventKind kind) {
  switch (kind) {
  case EventKind::Call: return "call";
  case EventKind::Construct: return "construct";
  case EventKind::Destroy: return "destroy";
  case EventKind::Suspend: return "suspend";
  case EventKind::Return: return "return";
  case EventKind::Read: return "read";
  case EventKind::Write: return "write";
  case EventKind::Use: return "use";
  case EventKind::Throw: return "throw";
  }
  return "?";
}

const char* nameOf(UnitState state) {
  switch (state) {
  case UnitState::Ok: return "ok";
  case UnitState::Degraded: return "degraded";
  case UnitState::Failed: return "failed";
  }
  return "?";
}

const char* nameOf(SuspendKind kind) {
  switch (kind) {
  case SuspendKind::None: return "";
  case SuspendKind::Await: return " await";
  case SuspendKind::Yield: return " yield";
  case SuspendKind::Initial: return " initial";
  case SuspendKind::Final: return " final";
  }
  return "";
}

class FactsPrinter {
public:
  explicit FactsPrinter(const UnitFacts& facts) : facts_(facts), symbols_(facts.symbols) {}

  std::string print() {
    out_ = "unit " + text(facts_.path) + " " + nameOf(facts_.state);
    if (facts_.target != 0) { out_ += ", built for " + text(facts_.target); }
    out_ += '\n';
    for (const UnitMessage& message : facts_.messages) {
      out_ += "message " + text(message.file) + ":" + std::to_string(message.line) + ": " +
              text(message.text) + "\n";
    }
    for (const Body& body : facts_.bodies) {
      printBody(body);
    }
    return std::move(out_);
  }

private:
  std::string text(StringId id) const { return printable(symbols_.text(id)); }

  std::string type(TypeId id) const { return id == no_id ? "?" : text(symbols_.types[id].spelling); }

  std::string function(FunctionId id) const { return id == no_id ? "?" : text(symbols_.functions[id].name); }

  std::string place(const SourceRange& at) const {
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  static void flag(std::string& out, bool is_set, const char* word) {
    if (is_set) { out += std::string(" ") + word; }
  }

  static std::string ids(const char* before, const PackedVector<BlockId>& blocks) {
    std::string out;
    for (const uint32_t block : blocks) {
      out += (out.empty() ? before : " ") + std::to_string(block);
    }
    return out;
  }

  void printBody(const Body& body) {
    const FunctionFacts& function = symbols_.functions[body.function];
    out_ += "\n" + text(function.name) + " -> " + type(function.result);
    flag(out_, function.coroutine, "coroutine");
    flag(out_, function.external, "external");
    flag(out_, function.is_virtual, "virtual");
    flag(out_, function.is_instantiation, "instantiation");
    flag(out_, function.uninstantiated, "uninstantiated");
    if (function.at.file != no_id) {
      out_ += "  at " + text(symbols_.files[function.at.file].path) + ":" + place(function.at);
    }
    out_ += "\n";
    for (const Capture& capture : function.captures) {
      out_ += "  captures " + text(capture.name) + (capture.by_reference ? " by reference\n" : "\n");
    }
    for (size_t i = 0; i < body.blocks.size(); ++i) {
      printBlock(body, i);
    }
  }

  void printBlock(const Body& body, size_t index) {
    const Block& block = body.blocks[index];
    out_ += "  block " + std::to_string(index) + ids(" -> ", block.successors) +
            ids(" catch ", block.handlers) + clauses(block) + "\n";
    for (EventId id = block.first; id < block.first + block.count; ++id) {
      out_ += "    #" + std::to_string(id) + " " + event(body.events[id]) + "\n";
    }
    if (block.test) { out_ += "    asks " + test(*block.test) + "\n"; }
  }

  std::string clauses(const Block& block) const {
    std::string out;
    for (const CatchClause& clause : block.catches) {
      out += " catches " + (clause.type == no_id ? "everything" : type(clause.type));
    }
    return out;
  }

  std::string test(const BranchTest& test) const {
    std::string out = (test.negated ? "not " : "") + value(test.value);
    if (!(test.compared_with == Value{})) {
      out += (test.ordered ? " <> " : " == ") + value(test.compared_with);
    }
    return out;
  }

  std::string event(const Event& event) const {
    std::string out = place(event.at) + " " + nameOf(event.kind) + nameOf(event.suspend);
    if (event.callee != no_id) { out += " " + function(event.callee); }
    if (event.type != no_id) { out += " : " + type(event.type); }
    if (event.object) { out += " on " + value(*event.object); }
    for (const Value& argument : event.arguments) {
      out += " (" + value(argument) + ")";
    }
    if (event.target != 0) { out += " into " + text(event.target); }
    flag(out, event.is_virtual, "virtual");
    flag(out, event.discarded, "discarded");
    flag(out, event.cast_to_void, "cast-to-void");
    flag(out, event.awaited, "awaited");
    flag(out, event.implicit, "implicit");
    flag(out, event.in_macro, "in-macro");
    return out;
  }

  std::string constant(const Value& value) const {
    switch (value.constant) {
    case ConstantKind::None: return {};
    case ConstantKind::Integer: return " = " + std::to_string(value.number);
    case ConstantKind::Duration: return " = " + std::to_string(value.number) + "ns";
    case ConstantKind::Null: return " = null";
    case ConstantKind::String: return " = \"" + text(value.text) + "\"";
    }
    return {};
  }

  std::string value(const Value& value) const {
    std::string out = type(value.type);
    if (value.path != 0) { out += " " + text(value.path); }
    out += constant(value);
    for (const StringId name : value.names) {
      out += " named " + text(name);
    }
    for (const FunctionId callable : value.callables) {
      out += " calls " + function(callable);
    }
    if (value.from != no_id) { out += " from #" + std::to_string(value.from); }
    flag(out, value.defaulted, "defaulted");
    flag(out, value.moved, "moved");
    flag(out, value.temporary, "temporary");
    return out;
  }

  const UnitFacts& facts_;
  const Symbols& symbols_;
  std::string out_;
};

} // namespace

std::string factsText(const UnitFacts& facts) {
  return FactsPrinter(facts).print();
}

} // namespace nostall
