#include "catalog/matcher.h"
#include "catalog_text.h"
#include "symbols_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::IsEmpty;

class ConditionTest : public testing::Test, public SymbolsBuilder {
protected:
  ConditionTest() : f(function("f")) {}

  /// `condition` in flow notation holds for the call.
  bool holds(const std::string& condition, const Event& event) const {
    return matches("when: " + condition, event);
  }
  bool matches(const std::string& conditions, const Event& event) const {
    const CatalogResult result =
        loadPack("namespaces: ['::', lib]\nblocks:\n  blocking-sleep:\n    - {function: f, " + conditions +
                 "}\n    - {method: 'T::f', " + conditions + "}\n");
    EXPECT_THAT(placed(result.problems), IsEmpty());
    return !Matcher(result.catalog, symbols).blocks(event).empty();
  }

  FunctionId f;
};

TEST_F(ConditionTest, EqualsTakesNumbers) {
  EXPECT_TRUE(holds("{argument: 0, equals: 3}", call(f, {number(3)})));
  EXPECT_TRUE(holds("{argument: 1, equals: [4, 0x10]}", call(f, {number(3), number(16)})));
  EXPECT_TRUE(holds("{argument: 0, equals: true}", call(f, {number(1)})));
  EXPECT_FALSE(holds("{argument: 0, equals: 3}", call(f, {number(4)})));
  EXPECT_FALSE(holds("{argument: 0, equals: 0}", call(f, {Value{}})));
  EXPECT_FALSE(holds("{argument: 1, equals: 3}", call(f, {number(3)})));
}

TEST_F(ConditionTest, EqualsTakesNullPointers) {
  EXPECT_TRUE(holds("{argument: 0, equals: null}", call(f, {null()})));
  EXPECT_TRUE(holds("{argument: 0, equals: 0}", call(f, {null()})));
  EXPECT_FALSE(holds("{argument: 0, equals: null}", call(f, {Value{}})));
}

TEST_F(ConditionTest, EqualsTakesWrittenNamesAbsoluteAndRelative) {
  EXPECT_TRUE(holds("{argument: 0, equals: F_SETLKW}", call(f, {written({"F_SETLKW"})})));
  EXPECT_TRUE(holds("{argument: 0, equals: mode::wait}", call(f, {written({"lib::mode::wait"})})));
  EXPECT_TRUE(
      holds("{argument: 0, equals: '::std::launch::async'}", call(f, {written({"std::launch::async"})})));
  EXPECT_FALSE(holds("{argument: 0, equals: '::mode::wait'}", call(f, {written({"lib::mode::wait"})})));
  EXPECT_FALSE(holds("{argument: 0, equals: F_SETLKW}", call(f, {written({"F_SETLK"})})));
}

TEST_F(ConditionTest, EqualsTakesStrings) {
  Value mode;
  mode.constant = ConstantKind::String;
  mode.text = string("r");
  EXPECT_TRUE(holds("{argument: 0, equals: r}", call(f, {mode})));
  EXPECT_FALSE(holds("{argument: 0, equals: w}", call(f, {mode})));
}

TEST_F(ConditionTest, AFlagIsOneOfTheNamesWritten) {
  EXPECT_TRUE(
      holds("{argument: 0, has_flag: MSG_DONTWAIT}", call(f, {written({"MSG_PEEK", "MSG_DONTWAIT"})})));
  EXPECT_FALSE(holds("{argument: 0, has_flag: MSG_DONTWAIT}", call(f, {written({"MSG_PEEK"})})));
  // Only an entry that lists numbers knows which bits they are.
  EXPECT_FALSE(holds("{argument: 0, has_flag: MSG_DONTWAIT}", call(f, {number(0x40)})));
}

TEST_F(ConditionTest, AFlagByNumberNeedsAllItsBits) {
  EXPECT_TRUE(holds("{argument: 0, has_flag: 0x40}", call(f, {number(0x42)})));
  EXPECT_FALSE(holds("{argument: 0, has_flag: 0x41}", call(f, {number(0x42)})));
  EXPECT_FALSE(holds("{argument: 0, has_flag: 0}", call(f, {number(0x42)})));
}

TEST_F(ConditionTest, ZeroTimeIsAConstantOfZero) {
  EXPECT_TRUE(holds("{argument: 0, is: zero_time}", call(f, {duration(0)})));
  EXPECT_TRUE(holds("{argument: 0, is: zero_time}", call(f, {number(0)})));
  EXPECT_FALSE(holds("{argument: 0, is: zero_time}", call(f, {duration(1)})));
  EXPECT_FALSE(holds("{argument: 0, is: zero_time}", call(f, {Value{}})));
  // A null timeout of select() means for ever.
  EXPECT_FALSE(holds("{argument: 0, is: zero_time}", call(f, {null()})));
}

TEST_F(ConditionTest, AbsentIsNotWritten) {
  EXPECT_TRUE(holds("{argument: 1, is: absent}", call(f, {number(1)})));
  EXPECT_TRUE(holds("{argument: 1, is: absent}", call(f, {number(1), defaulted(number(2))})));
  EXPECT_FALSE(holds("{argument: 1, is: absent}", call(f, {number(1), number(2)})));
}

TEST_F(ConditionTest, LastIsTheLastWrittenOneAndAnyIsEach) {
  const Event event = call(f, {number(1), number(2), defaulted(number(3))});
  EXPECT_TRUE(holds("{argument: last, equals: 2}", event));
  EXPECT_FALSE(holds("{argument: last, equals: 3}", event));
  EXPECT_FALSE(holds("{argument: last, equals: 3}", call(f)));
  EXPECT_TRUE(holds("{argument: any, equals: 1}", event));
  EXPECT_FALSE(holds("{argument: any, equals: 4}", event));
}

TEST_F(ConditionTest, TypesAreSeenThroughPointersReferencesAndBases) {
  const TypeId pool = record("lib::pool");
  const TypeId derived = projectRecord("MyPool", {pool});
  for (const TypeId type : {pool, derived, pointer(pool), reference(pointer(derived))}) {
    EXPECT_TRUE(holds("{argument: 0, type: [other, pool]}", call(f, {typed(type)})));
    EXPECT_FALSE(holds("{argument: 0, type: '::pool'}", call(f, {typed(type)})));
  }
  EXPECT_FALSE(holds("{argument: 0, type: pool}", call(f, {Value{}})));
}

TEST_F(ConditionTest, TypeArgumentsAreSeenInArgumentsOfArguments) {
  const TypeId pool = record("lib::pool");
  const TypeId strand = record("lib::strand");
  const TypeId binder = record("lib::binder");
  symbols.types[strand].arguments = {pool};
  symbols.types[binder].arguments = {builtin("int"), strand};
  for (const TypeId type : {strand, binder, reference(binder)}) {
    EXPECT_TRUE(holds("{argument: 0, type_argument: [other, pool]}", call(f, {typed(type)})));
    EXPECT_FALSE(holds("{argument: 0, type_argument: other}", call(f, {typed(type)})));
  }
  EXPECT_FALSE(holds("{argument: 0, type_argument: pool}", call(f, {typed(pool)})));
  EXPECT_FALSE(holds("{argument: 0, type_argument: pool}", call(f, {Value{}})));
}

TEST_F(ConditionTest, APointerToABuiltinTypeIsNotThatType) {
  const TypeId nothing = builtin("void");
  symbols.functions[f].result = nothing;
  EXPECT_TRUE(holds("{returns: void}", call(f)));
  symbols.functions[f].result = pointer(nothing);
  EXPECT_FALSE(holds("{returns: void}", call(f)));
}

TEST_F(ConditionTest, TheReturnTypeIsTheCallees) {
  symbols.functions[f].result = reference(record("lib::Response"));
  EXPECT_TRUE(holds("{returns: Response}", call(f)));
  EXPECT_FALSE(holds("{returns: [void, '::Response']}", call(f)));
}

TEST_F(ConditionTest, OnlyWrittenArgumentsCount) {
  const Event event = call(f, {number(1), defaulted(number(2))});
  EXPECT_TRUE(holds("{arguments: {at_least: 1, at_most: 1}}", event));
  EXPECT_TRUE(holds("{arguments: {at_least: 1}}", event));
  EXPECT_FALSE(holds("{arguments: {at_least: 2}}", event));
  EXPECT_FALSE(holds("{arguments: {at_most: 0}}", event));
}

TEST_F(ConditionTest, AResultIsDiscardedAlsoOnPurpose) {
  Event event = call(f);
  EXPECT_FALSE(holds("{result: discarded}", event));
  event.discarded = true;
  EXPECT_TRUE(holds("{result: discarded}", event));
  event.discarded = false;
  event.cast_to_void = true;
  EXPECT_TRUE(holds("{result: discarded}", event));
}

TEST_F(ConditionTest, CopiesAndMovesAreKnownByTheCallee) {
  EXPECT_FALSE(holds("{copy_or_move: true}", call(f)));
  symbols.functions[f].copy_or_move = true;
  EXPECT_TRUE(holds("{copy_or_move: true}", call(f)));
}

TEST_F(ConditionTest, TheObjectIsKnownByTypeAndByName) {
  const TypeId owner = record("T");
  const TypeId special = record("lib::S", {owner});
  const FunctionId method_f = method(owner, "f");
  EXPECT_TRUE(holds("{object: {type: S}}", callOn(pointer(special), method_f)));
  EXPECT_FALSE(holds("{object: {type: S}}", callOn(owner, method_f)));
  EXPECT_TRUE(holds("{object: {type: T}}", call(method_f)));
  Event event = call(method_f);
  event.object = global("lib::cin");
  EXPECT_TRUE(holds("{object: {refers_to: cin}}", event));
  EXPECT_FALSE(holds("{object: {refers_to: '::cin'}}", event));
}

TEST_F(ConditionTest, AnArgumentMayReferToAGlobal) {
  EXPECT_TRUE(holds("{argument: 0, refers_to: '::std::cin'}", call(f, {global("std::cin")})));
  EXPECT_TRUE(holds("{argument: 0, refers_to: '::std::cin'}", call(f, {written({"std::cin"})})));
  EXPECT_FALSE(holds("{argument: 0, refers_to: '::std::cin'}", call(f, {global("std::cin.member")})));
}

TEST_F(ConditionTest, TheModeOfAnObjectIsNotKnownFromACall) {
  EXPECT_FALSE(holds("{object: {mode: nonblocking}}", call(f)));
  EXPECT_FALSE(holds("{argument: 0, mode: ready}", call(f, {number(1)})));
  EXPECT_TRUE(matches("unless: {object: {mode: nonblocking}}", call(f)));
}

TEST_F(ConditionTest, AllOfWhenAndNoneOfUnless) {
  const std::string both = "[{argument: 0, equals: 1}, {argument: 1, equals: 2}]";
  EXPECT_TRUE(matches("when: " + both, call(f, {number(1), number(2)})));
  EXPECT_FALSE(matches("when: " + both, call(f, {number(1), number(3)})));
  EXPECT_TRUE(matches("unless: " + both, call(f, {number(3), number(3)})));
  EXPECT_FALSE(matches("unless: " + both, call(f, {number(1), number(3)})));
  EXPECT_FALSE(matches("when: {argument: 0, equals: 1}, unless: {argument: 1, equals: 2}",
                       call(f, {number(1), number(2)})));
}

} // namespace
} // namespace nostall
