#include "cache/byte_stream.h"
#include "cache/facts_codec.h"
#include "support/checksum.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

/// Sets something in every struct, at both ends of what a field can hold.
UnitFacts sample() {
  UnitFacts facts;
  Symbols& symbols = facts.symbols;
  symbols.strings = {"", "/src/a b\n\xff.cpp", "Task", "nap", "MSG_DONTWAIT"};
  symbols.files = {{.path = 1, .external = false, .generated = true}, {.path = 2, .external = true}};

  TypeFacts task;
  task.kind = TypeKind::Record;
  task.name = 2;
  task.bases = {1};
  task.arguments = {1, 1};
  task.members = {{.name = 3, .type = 1}, {.name = 0, .type = no_id}};
  task.destructor = 1;
  task.has_promise = true;
  task.start = Start::Eager;
  task.nodiscard = true;
  symbols.types = {task, TypeFacts{}};

  FunctionFacts nap;
  nap.kind = FunctionKind::Lambda;
  nap.key = 3;
  nap.owner = 0;
  nap.parameters = {0, 1};
  nap.overrides = {1};
  nap.annotations = {4, 4};
  nap.parameter_names = {3, 0};
  nap.captures = {{.path = 3, .name = 4, .type = 1, .by_reference = true}};
  nap.at = {.file = 1, .line = 12, .column = 5, .end_line = 13, .end_column = UINT32_MAX};
  nap.defined = true;
  nap.runs_before_main = true;
  symbols.functions = {nap, FunctionFacts{}};

  Event event;
  event.kind = EventKind::Use;
  event.suspend = SuspendKind::Final;
  event.at = {.file = 0, .line = 1, .column = 2, .end_line = 1, .end_column = 9};
  event.callee = 1;
  event.object.edit().path = 3;
  event.arguments = {Value{}, Value{}};
  event.arguments[0].constant = ConstantKind::Duration;
  event.arguments[0].number = INT64_MIN;
  event.arguments[0].names = {4};
  event.arguments[0].callables = {0, 1};
  event.arguments[0].from = 1;
  event.arguments[0].moved = true;
  event.arguments[0].temporary = true;
  event.arguments[0].line = 12;
  event.arguments[0].column = 7;
  event.arguments[1].number = INT64_MAX;
  event.target = 4;
  event.full_expression = UINT32_MAX;
  event.list_init = true;
  event.deduced = true;

  Body body;
  body.function = 0;
  body.exit = 1;
  body.blocks = {{.first = 0,
                  .count = 2,
                  .successors = {1},
                  .handlers = {0, 1},
                  .test = BranchTest{.value = {.from = 1},
                                     .compared_with = {.number = 3},
                                     .negated = true,
                                     .ordered = true}},
                 {.first = 2, .count = 0, .catches = {{.type = 1}}}};
  body.statements = {{}, {.at = {.file = 1, .line = 4}, .scope = 2, .declares = 3}};
  body.events = {event, Event{}};
  facts.bodies = {body};

  facts.path = 1;
  facts.target = 2;
  facts.state = UnitState::Degraded;
  facts.comments = {
      {.file = 0, .line = 3, .kind = CommentKind::End, .names = {4}, .bare = true, .reason = 2}};
  facts.messages = {{.file = 1, .line = 7, .column = 1, .text = 4}};
  facts.constructed = {0};
  facts.awaited = {1, 0};
  facts.unresolved_calls = 3;
  facts.skipped_declarations = UINT32_MAX;
  return facts;
}

/// The bytes as decodeFacts takes them, when the payload was changed on purpose.
std::string sealed(const std::string& bytes, const std::string& payload) {
  ByteWriter sum;
  sum.fixed(checksum(payload));
  return bytes.substr(0, bytes.find('\n') + 1) + sum.take() + payload;
}
std::string payloadOf(const std::string& bytes) {
  return bytes.substr(bytes.find('\n') + 1 + 8);
}

TEST(FactsCodec, GivesBackWhatItTook) {
  const UnitFacts facts = sample();
  const auto decoded = decodeFacts(encodeFacts(facts));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(decoded->path, facts.path);
  EXPECT_EQ(decoded->target, facts.target);
  EXPECT_EQ(decoded->state, facts.state);
  EXPECT_EQ(decoded->symbols.strings, facts.symbols.strings);
  ASSERT_EQ(decoded->symbols.files.size(), 2U);
  EXPECT_TRUE(decoded->symbols.files[0].generated);
  EXPECT_TRUE(decoded->symbols.files[1].external);
  EXPECT_EQ(decoded->symbols.types, facts.symbols.types);
  EXPECT_EQ(decoded->symbols.functions, facts.symbols.functions);
  ASSERT_EQ(decoded->bodies.size(), 1U);
  EXPECT_EQ(decoded->bodies[0].function, 0U);
  EXPECT_EQ(decoded->bodies[0].exit, 1U);
  EXPECT_EQ(decoded->bodies[0].blocks, facts.bodies[0].blocks);
  EXPECT_EQ(decoded->bodies[0].statements, facts.bodies[0].statements);
  EXPECT_EQ(decoded->bodies[0].events, facts.bodies[0].events);
  EXPECT_EQ(decoded->comments, facts.comments);
  EXPECT_EQ(decoded->messages, facts.messages);
  EXPECT_EQ(decoded->constructed, facts.constructed);
  EXPECT_EQ(decoded->awaited, facts.awaited);
  EXPECT_EQ(decoded->unresolved_calls, 3U);
  EXPECT_EQ(decoded->broken_coroutines, 0U);
  EXPECT_EQ(decoded->skipped_declarations, UINT32_MAX);
}

TEST(FactsCodec, SameFactsGiveTheSameBytes) {
  const std::string bytes = encodeFacts(sample());
  EXPECT_EQ(bytes, encodeFacts(sample()));
  EXPECT_EQ(bytes, encodeFacts(*decodeFacts(bytes)));
}

TEST(FactsCodec, RefusesBytesCutShort) {
  const std::string bytes = encodeFacts(sample());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decodeFacts(std::string_view(bytes).substr(0, size))) << size << " bytes";
  }
  EXPECT_FALSE(decodeFacts(bytes + '\0')) << "one byte too many";
}

TEST(FactsCodec, RefusesAnyChangedByte) {
  const std::string bytes = encodeFacts(sample());
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ (1U << bit));
      EXPECT_FALSE(decodeFacts(damaged)) << "byte " << i << " bit " << bit;
    }
  }
}

template <typename T>
const T& itemOf(const PackedVector<T>& items, size_t index) {
  static const T none;
  EXPECT_LT(index, items.size());
  return index < items.size() ? items[index] : none;
}

/// Every id of the facts can be followed.
void followEveryId(const UnitFacts& facts) {
  const Symbols& symbols = facts.symbols;
  size_t sum = symbols.text(facts.path).size();
  for (const TypeFacts& type : symbols.types) {
    sum += symbols.text(type.name).size();
    for (const TypeId base : type.bases) {
      sum += symbols.types.at(base).name;
    }
    if (type.destructor != no_id) { sum += symbols.functions.at(type.destructor).name; }
  }
  for (const Body& body : facts.bodies) {
    sum += symbols.functions.at(body.function).name;
    for (const Block& block : body.blocks) {
      for (uint32_t i = 0; i < block.count; ++i) {
        sum += itemOf(body.events, block.first + i).target;
      }
      for (const BlockId next : block.successors) {
        sum += itemOf(body.blocks, next).count;
      }
      for (const BlockId next : block.handlers) {
        sum += itemOf(body.blocks, next).count;
      }
    }
    for (const Event& event : body.events) {
      for (const Value& value : event.arguments) {
        if (value.from != no_id) { sum += itemOf(body.events, value.from).target; }
        for (const FunctionId callable : value.callables) {
          sum += symbols.functions.at(callable).name;
        }
        for (const StringId name : value.names) {
          sum += symbols.strings.at(name).size();
        }
      }
    }
  }
  EXPECT_GE(sum, 0U);
}

TEST(FactsCodec, ChecksEveryIdEvenBehindAnIntactChecksum) {
  const std::string bytes = encodeFacts(sample());
  const std::string payload = payloadOf(bytes);
  ASSERT_TRUE(decodeFacts(sealed(bytes, payload)).has_value());
  size_t refused = 0;
  for (size_t i = 0; i < payload.size(); ++i) {
    for (unsigned change = 1; change < 256; ++change) {
      std::string damaged = payload;
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      const auto decoded = decodeFacts(sealed(bytes, damaged));
      if (decoded) { followEveryId(*decoded); }
      refused += decoded ? 0 : 1;
    }
  }
  EXPECT_GT(refused, payload.size()) << "ids out of range must be refused";
}

TEST(FactsCodec, RefusesIdsOutOfRange) {
  const auto refuses = [](const auto& spoil) {
    UnitFacts facts = sample();
    spoil(facts);
    return !decodeFacts(encodeFacts(facts)).has_value();
  };
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.path = 5; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.symbols.types[0].bases = {2}; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.symbols.types[0].destructor = 2; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.symbols.functions[0].overrides = {no_id}; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.symbols.functions[0].at.file = 2; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.bodies[0].function = no_id; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.bodies[0].entry = 2; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.bodies[0].blocks[0].count = 3; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.bodies[0].blocks[0].first = UINT32_MAX; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.bodies[0].blocks[0].successors = {2}; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.bodies[0].events[0].arguments[0].from = 2; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.symbols.strings[0] = "x"; }));
  EXPECT_TRUE(refuses([](UnitFacts& facts) { facts.symbols.types[0].kind = static_cast<TypeKind>(6); }));
  EXPECT_FALSE(refuses([](UnitFacts& facts) { facts.bodies[0].exit = no_id; })) << "an endless loop";
}

TEST(FactsCodec, RefusesAnotherVersionAndOtherFiles) {
  std::string bytes = encodeFacts(sample());
  EXPECT_FALSE(decodeFacts(""));
  EXPECT_FALSE(decodeFacts("hello"));
  bytes[bytes.find('\n') - 1] = '0';
  EXPECT_FALSE(decodeFacts(bytes));
}

TEST(FactsCodec, DoesNotTakeMemoryForACountThatCannotBe) {
  ByteWriter payload;
  for (int i = 0; i < 3; ++i) {
    payload.number(UINT64_MAX);
  }
  EXPECT_FALSE(decodeFacts(sealed(encodeFacts(sample()), payload.take())));
}

TEST(FactsCodec, KeepsEmptyFacts) {
  UnitFacts nothing;
  nothing.symbols.strings = {""};
  EXPECT_TRUE(decodeFacts(encodeFacts(nothing)).has_value());
}

} // namespace
} // namespace nostall
