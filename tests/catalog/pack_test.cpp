#include "catalog_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class PackMistakes : public testing::TestWithParam<Mistake> {};

/// The text is lines 3 and following of a pack.
TEST_P(PackMistakes, AreToldOnceAtTheirPlace) {
  EXPECT_THAT(problemsOf(std::string("schema: 1\nlibrary: x\n") + GetParam().text),
              ElementsAre(StartsWith(GetParam().problem)));
}

INSTANTIATE_TEST_SUITE_P(
    Sections, PackMistakes,
    testing::Values(
        Mistake{"bloks: {}\n",
                "3:1: a library pack has the unknown key 'bloks': did you mean 'blocks'? allowed are"},
        Mistake{"blocks: [x]\n", "3:9: 'blocks' must be a map from rule to entries"},
        Mistake{"blocks: {blocking-slep: [f]}\n", "3:10: there is no rule 'blocking-slep': did you mean "
                                                  "'blocking-sleep'? use blocking-sleep, or add"},
        Mistake{"blocks: {lock-across-await: [f]}\n",
                "3:10: the rule 'lock-across-await' is not of kind 'reach': no list of calls feeds it"},
        Mistake{"blocks: {blocking-sleep: f}\n",
                "3:26: 'blocking-sleep' must be a list ('- ...'): found the text 'f'"},
        Mistake{"instead: {blocking-slep: x}\n",
                "3:11: there is no rule 'blocking-slep': did you mean 'blocking-sleep'?"},
        Mistake{"instead: {blocking-sleep: [x]}\n",
                "3:27: the advice for 'blocking-sleep' must be text: found a list"},
        Mistake{"match: {blocking-slep: x}\n", "3:9: there is no rule 'blocking-slep'"},
        Mistake{"namespaces: [a b]\n", "3:14: the namespace 'a b' is not written as one"},
        Mistake{"namespaces: [a, '::a']\n", "3:17: the namespace '::a' is listed twice"},
        Mistake{"namespaces: std::__cxx11\n", "3:13: the namespace 'std::__cxx11' is not written as one"},
        Mistake{"defines: {A: 1}\n", "3:10: 'defines' must be a list ('- ...'): found a map"},
        Mistake{"defines: [{value: 1}]\n", "3:11: an entry of 'defines' needs the key 'name'"},
        Mistake{"async: [x]\n",
                "3:9: an entry of 'async' must be a map ('{key: value}'): found the text 'x'"},
        Mistake{"async: [{taks: T}]\n",
                "3:10: an entry of 'async' has the unknown key 'taks': did you mean 'task'?"},
        Mistake{"async: [{start: lazy}]\n",
                "3:9: an entry of 'async' needs exactly one of the keys task, sync"},
        Mistake{"async: [{task: A, sync: A}]\n",
                "3:19: an entry of 'async' needs exactly one of the keys task, sync"},
        Mistake{"async: [{task: A, start: later}]\n", "3:26: start 'later' is unknown: use lazy or eager"},
        Mistake{"async: [{task: A, on_destroy: canel}]\n",
                "3:31: on_destroy 'canel' is unknown: did you mean 'cancel'?"},
        Mistake{"async: [{callback_of: f}]\n", "3:23: 'callback_of' 'f' names no class: a method is written"},
        Mistake{"async: [{callback_of: A::f, argument: -1}]\n",
                "3:39: 'argument' is the text '-1': use a number from 0"},
        Mistake{"elsewhere: [{executor: T, argument: 1}]\n",
                "3:27: an entry of 'elsewhere' has the unknown key 'argument'"},
        Mistake{"inline: [{function: f, argument: frist}]\n",
                "3:34: 'argument' is the text 'frist': use a number"},
        Mistake{"switches: [{method: A::f, to: lop}]\n", "3:31: to 'lop' is unknown: did you mean 'loop'?"},
        Mistake{"constructs: [{function: f, type_argument: 99}]\n",
                "3:43: 'type_argument' must be a number from 0 to 63"},
        Mistake{"never_blocks: [{function: f, when: {returns: void}}]\n",
                "3:30: an entry of 'never_blocks' has the unknown key 'when'"},
        Mistake{
            "modes: [{function: f, argument: 1, result: true}]\n",
            "3:9: an entry of 'modes' speaks of more than one of 'argument', 'parameters_of' and 'result'"},
        Mistake{"modes: [{function: f, argument: 1, answer: 0}]\n",
                "3:9: an entry of 'modes' says what results mean, which only 'mode: ready' asks for"},
        Mistake{"blocks: {blocking-sleep: [{function: f, time: {argument: 0}}]}\n",
                "3:47: 'time' needs the key 'unit'"},
        Mistake{"blocks: {blocking-sleep: [{function: f, time: {argument: 0, unit: m}}]}\n",
                "3:67: unit 'm' is unknown: did you mean 'ms'?"},
        Mistake{"never_blocks: [{object: f}]\n", "3:17: an entry of 'never_blocks' cannot be an 'object'"},
        Mistake{"locks: [{mutex: M, guard: G}]\n",
                "3:9: an entry of 'locks' needs exactly one of the keys mutex, guard, holder, function or method"},
        Mistake{"locks: [{mutex: M, function: f}]\n", "3:9: an entry of 'locks' needs exactly one of the keys"},
        Mistake{"locks: [{holder: H, try_lock: [t]}]\n",
                "3:21: an entry of 'locks' has the unknown key 'try_lock'"},
        Mistake{"locks: [{function: f, does: unlok}]\n", "3:29: does 'unlok' is unknown: did you mean 'unlock'?"},
        Mistake{"limits: {type: T}\n", "3:9: 'limits' must be text or a list of texts: found a map"},
        Mistake{"looks: [{function: f, does: lock}]\n", "3:23: an entry of 'looks' has the unknown key 'does'"},
        Mistake{"locks: [{mutex: M, lock: M::lock}]\n",
                "3:26: 'lock' 'M::lock' must be the bare name of a method"},
        Mistake{"locks: [{mutex: M, defers: D}]\n",
                "3:20: an entry of 'locks' has the unknown key 'defers'"}));

class EntryMistakes : public testing::TestWithParam<Mistake> {};

/// Line 5 is an entry of `blocks:`.
TEST_P(EntryMistakes, AreToldOnceAndTheEntryIsLeftOut) {
  const std::string sections =
      std::string("namespaces: [asio, boost::asio]\nblocks: {blocking-sleep: [\n") + GetParam().text + "]}\n";
  EXPECT_THAT(problemsOf("schema: 1\nlibrary: x\n" + sections), ElementsAre(StartsWith(GetParam().problem)));
  EXPECT_THAT(loadPack(sections).catalog.packs[0].blocks, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Names, EntryMistakes,
    testing::Values(
        Mistake{"f()", "5:1: 'function' 'f()' has parentheses: write the name alone, 'f'"},
        Mistake{"{method: 'A::f(int)'}",
                "5:10: 'method' 'A::f(int)' has parentheses: write the name alone, 'A::f'"},
        Mistake{"{method: 'A<int>::f'}",
                "5:10: 'method' 'A<int>::f' has template arguments: write it without, 'A::f'"},
        Mistake{"'a::*'", "5:1: 'function' 'a::*' holds a wildcard"},
        Mistake{"a b", "5:1: 'function' 'a b' is not a name"},
        Mistake{"'a:b'", "5:1: 'function' 'a:b' is not a name"},
        Mistake{"'1a'", "5:1: 'function' '1a' is not a name"},
        Mistake{"'a::'", "5:1: 'function' 'a::' is not a name"},
        Mistake{"'a::::b'", "5:1: 'function' 'a::::b' is not a qualified name"},
        Mistake{"''", "5:1: 'function' is empty"},
        Mistake{"{method: f}", "5:10: 'method' 'f' names no class: a method is written 'Class::member'"},
        Mistake{"{method: A::A}", "5:10: 'method' 'A::A' is a constructor: write 'constructor: A'"},
        Mistake{"{method: 'A::~A'}", "5:10: 'method' 'A::~A' is a destructor: write 'destructor: A'"},
        Mistake{"{constructor: 'A*'}", "5:15: 'constructor' 'A*' holds a wildcard"},
        Mistake{"{constructor: 'const A'}", "5:15: 'constructor' 'const A' is not the name of a type"},
        Mistake{"{function: '::std::__cxx11::f'}", "5:12: 'function' '::std::__cxx11::f' holds an inline "
                                                   "namespace, which no rule sees: write 'std::f'"},
        Mistake{"std::f",
                "5:1: 'function' 'std::f' would mean 'asio::std::f', as names are relative to the pack's "
                "namespaces: write '::std::f'"},
        Mistake{"boost::asio::f",
                "5:1: 'function' 'boost::asio::f' would mean 'asio::boost::asio::f', as names are "
                "relative to the pack's namespaces: write 'f' or '::boost::asio::f'"}));

INSTANTIATE_TEST_SUITE_P(
    Patterns, EntryMistakes,
    testing::Values(
        Mistake{"{cost: short}",
                "5:1: an entry of 'blocking-sleep' names nothing to match: write one of 'function'"},
        Mistake{"{functoin: f}",
                "5:2: an entry of 'blocking-sleep' has the unknown key 'functoin': did you mean"},
        Mistake{"{function: f, method: A::g}", "5:15: an entry of 'blocking-sleep' has two patterns, "
                                               "'function' and 'method': write two entries"},
        Mistake{"{function: []}", "5:12: 'function' lists no name"},
        Mistake{"{function: {a: b}}", "5:12: 'function' must be text or a list of texts: found a map"},
        Mistake{"{function: [[f]]}", "5:13: an item of 'function' must be text: found a list"},
        Mistake{"[f]",
                "5:1: an entry of 'blocking-sleep' must be a map ('{key: value}') or the name of a function"},
        Mistake{"{function: f, cost: 1}", "5:21: cost '1' is unknown: use always, may_wait or short"},
        Mistake{"{function: f, severity: warnign}",
                "5:25: severity 'warnign' is unknown: did you mean 'warning'?"},
        Mistake{"{function: f, instead: {aisoo: g}}",
                "5:25: there is no pack for the library 'aisoo': use the 'library' of a pack, or any"},
        Mistake{"{function: f, instead: x}", "5:24: 'instead' must be a map ('library: what to write')"}));

INSTANTIATE_TEST_SUITE_P(
    Conditions, EntryMistakes,
    testing::Values(
        Mistake{"{function: f, when: x}", "5:21: a condition of 'when' must be a map"},
        Mistake{"{function: f, when: []}", "5:21: 'when' lists no condition"},
        Mistake{"{function: f, when: {equals: 1}}",
                "5:21: a condition of 'when' has no subject: write 'argument'"},
        Mistake{"{function: f, when: {argument: 0}}",
                "5:21: a condition of 'when' has no test: write 'equals'"},
        Mistake{"{function: f, when: {argument: 0, eqals: 1}}",
                "5:35: a condition of 'when' has the unknown key 'eqals': did you mean 'equals'?"},
        Mistake{"{function: f, when: {argument: 0, equals: 1, is: null}}",
                "5:46: a condition of 'when' has two tests, 'equals' and 'is': write two conditions"},
        Mistake{
            "{function: f, when: {argument: 0, equals: 1, returns: void}}",
            "5:46: a condition of 'when' has two subjects, 'argument' and 'returns': write two conditions"},
        Mistake{"{function: f, when: {argument: 64, equals: 1}}",
                "5:32: 'argument' is the text '64': use a number from 0 "
                "to 63, 'last' or 'any'"},
        Mistake{"{function: f, when: {argument: 0, equals: []}}", "5:43: 'equals' lists no value"},
        Mistake{"{function: f, when: {argument: 0, is: zerotime}}",
                "5:39: is 'zerotime' is unknown: did you mean 'zero_time'? use zero_time, null or absent"},
        Mistake{"{function: f, when: {argument: last, is: absent}}",
                "5:21: 'is: absent' needs the number of an argument"},
        Mistake{"{function: f, when: {argument: 0, type: 'A&'}}",
                "5:41: the type in 'type' 'A&' is not the name of a type"},
        Mistake{"{function: f, unless: {arguments: {}}}", "5:24: 'arguments' needs 'at_least' or 'at_most'"},
        Mistake{"{function: f, unless: {arguments: {at_least: 2, at_most: 1}}}",
                "5:35: no call has at least 2 and at most 1"},
        Mistake{"{function: f, unless: {object: {}}}",
                "5:32: 'object' has no test: write 'type', 'refers_to' or 'mode'"},
        Mistake{"{function: f, unless: {object: {mode: blocking}}}",
                "5:39: mode 'blocking' is unknown: use nonblocking, joins or ready"},
        Mistake{"{function: f, unless: {argument: 0, mode: redy}}",
                "5:43: mode 'redy' is unknown: did you mean 'ready'? use nonblocking, joins or ready"},
        Mistake{"{function: f, unless: {result: used}}",
                "5:32: 'result' is the text 'used': only 'discarded' is known"},
        Mistake{"{function: f, when: {copy_or_move: false}}",
                "5:36: 'copy_or_move' is the text 'false': only 'true'"},
        Mistake{"{function: f, when: {argument: 0, refers_to: std::cin}}",
                "5:46: 'refers_to' 'std::cin' would mean 'asio::std::cin'"}));

TEST(Pack, TheSamePatternWithTheSameConditionsIsAMistake) {
  EXPECT_THAT(
      problemsOf("schema: 1\nlibrary: x\nblocks:\n  blocking-sleep:\n    - f\n    - {function: [g, f]}\n"),
      ElementsAre("6:7: 'f' is listed twice with the same conditions, first in line 5"));
}

TEST(Pack, TheSamePatternWithOtherConditionsIsNone) {
  EXPECT_THAT(problemsOf(R"(schema: 1
library: x
blocks:
  blocking-sleep:
    - {function: f, when: {argument: 0, equals: 1}}
    - {function: f, when: {argument: 0, equals: 2}}
    - {function: f, unless: {argument: 0, equals: 2}}
    - {constructor: f}
)"),
              IsEmpty());
}

TEST(Pack, NamesAreRelativeToEachNamespaceUnlessAbsolute) {
  const CatalogResult result = loadPack("namespaces: [asio, '::boost::asio']\nblocks:\n  blocking-sleep:\n"
                                        "    - {method: [timer::wait, '::x::T::operator()']}\n");
  ASSERT_THAT(placed(result.problems), IsEmpty());
  std::vector<std::string> names;
  for (const Pattern& pattern : result.catalog.packs[0].blocks[0].patterns) {
    names.push_back(pattern.name);
  }
  EXPECT_THAT(names, ElementsAre("asio::timer::wait", "boost::asio::timer::wait", "x::T::operator()"));
}

TEST(Pack, OperatorsAndConversionsAreNames) {
  for (const char* name :
       {"operator>>", "a::operator<", "a::operator->", "a::operator==", "a::operator<=>"}) {
    EXPECT_THAT(loadPack(std::string("inline: [{function: '") + name + "'}]\n").problems, IsEmpty()) << name;
  }
  for (const char* name :
       {"A::operator()", "A::operator bool", "A::operator std::string", "A::operator*", "A::operatorX"}) {
    EXPECT_THAT(loadPack(std::string("inline: [{method: '") + name + "'}]\n").problems, IsEmpty()) << name;
  }
}

TEST(Pack, ValuesOfConditionsAreNumbersNamesAndNull) {
  const CatalogResult result = loadPack(
      "namespaces: asio\nblocks:\n  blocking-sleep:\n    - function: f\n      when: {argument: 1, equals: "
      "[0x10, -2, true, null, FLAG, '::std::launch::async', '7']}\n");
  ASSERT_THAT(placed(result.problems), IsEmpty());
  const Condition& condition = result.catalog.packs[0].blocks[0].when[0];
  EXPECT_EQ(condition.subject, Subject::Argument);
  EXPECT_EQ(condition.index, 1U);
  EXPECT_THAT(condition.numbers, ElementsAre(16, -2, 1, 0));
  EXPECT_THAT(condition.names, ElementsAre("FLAG", "asio::FLAG", "std::launch::async", "7", "asio::7"));
}

TEST(Pack, ABlockEntryIsReadWhole) {
  const CatalogResult result = loadPack(R"(title: The X
blocks:
  blocking-sleep:
    - function: f
      cost: may_wait
      severity: note
      in_callback: warning
      enabled: false
      approximate: true
      why: until it ends
      instead: {x: this, any: that}
    - g
)");
  ASSERT_THAT(placed(result.problems), IsEmpty());
  const LibraryPack& pack = result.catalog.packs[0];
  EXPECT_EQ(pack.title, "The X");
  EXPECT_THAT(pack.namespaces, ElementsAre(""));
  ASSERT_THAT(pack.blocks, SizeIs(2));
  const BlockEntry& entry = pack.blocks[0];
  EXPECT_EQ(entry.rule, "blocking-sleep");
  EXPECT_EQ(entry.cost, Cost::MayWait);
  EXPECT_EQ(entry.severity, Severity::Note);
  EXPECT_EQ(entry.in_callback, Severity::Warning);
  EXPECT_FALSE(entry.enabled);
  EXPECT_TRUE(entry.approximate);
  EXPECT_EQ(entry.why, "until it ends");
  EXPECT_EQ(entry.instead.at("any"), "that");
  EXPECT_EQ(entry.library, "x");
  EXPECT_EQ(entry.source.line, 6U);
  EXPECT_EQ(pack.blocks[1].severity, std::nullopt);
  EXPECT_TRUE(pack.blocks[1].enabled);
}

TEST(Pack, EverySectionIsRead) {
  const CatalogResult result = loadPack(R"(namespaces: n
external_namespaces: n
async:
  - {task: T, start: lazy, on_destroy: cancel, context: false, detached: true, shared: true}
  - {sync: E}
  - {awaitable: "::QTimer"}
  - {view: S}
  - {no_throw: R}
  - {callback_of: A::f, argument: last}
  - {callback_of_function: f, argument: 1}
  - {overrides: A::g}
  - {annotation: "n::async"}
elsewhere:
  - {function: post, argument: 1, when: {argument: 0, type: pool}}
  - {executor: pool}
inline: [each]
drops: [{method: T::then, argument: 0}]
constructs: [{function: make, type_argument: 1}, {method: "box::emplace", class_type_argument: 2}]
destroys: [{destructor: box}]
copies: [{method: box::push}]
defines: [{name: A, value: "2"}, {name: B}]
never_blocks: [quick]
switches: [{method: pool::schedule, to: loop, until: next_async}]
detaches:
  - {function: spawn, when: {argument: last, refers_to: detached}}
  - {method: T::start, handler: last, context_only: true}
locks:
  - {mutex: M, lock: lock, unlock: [unlock], try_lock: try_lock}
  - {guard: G, releases: release, owns: [owns, operator bool], defers: "::std::defer_lock_t", adopts: A, tries: B}
  - {holder: H, lock: emplace, unlock: reset}
  - {function: c_try, argument: 0, does: try_lock, zero_is_success: true}
looks: [{method: A::ready}]
limits: [L, "::M"]
peers: [{function: read}]
deadlines: [{function: until}]
modes:
  - {method: T::non_blocking, mode: blocking}
  - {function: ioctl, argument: 1}
  - {function: open, result: true, mode: ready}
instead: {blocking-sleep: do this, a-rule-of-another-set: do that}
match: {blocking-sleep: callExpr()}
)");
  ASSERT_THAT(placed(result.problems), IsEmpty());
  const LibraryPack& pack = result.catalog.packs[0];
  EXPECT_THAT(pack.external_namespaces, ElementsAre("n"));
  ASSERT_THAT(pack.tasks, SizeIs(1));
  EXPECT_EQ(pack.tasks[0].type, "n::T");
  EXPECT_EQ(pack.tasks[0].start, TaskStart::Lazy);
  EXPECT_EQ(pack.tasks[0].on_destroy, OnDestroy::Cancel);
  EXPECT_FALSE(pack.tasks[0].context);
  EXPECT_TRUE(pack.tasks[0].detached);
  EXPECT_TRUE(pack.tasks[0].shared);
  EXPECT_EQ(pack.sync_types[0].type, "n::E");
  EXPECT_EQ(pack.awaitables[0].type, "QTimer");
  EXPECT_EQ(pack.views[0].type, "n::S");
  EXPECT_EQ(pack.no_throws[0].type, "n::R");
  ASSERT_THAT(pack.callbacks, SizeIs(2));
  EXPECT_EQ(pack.callbacks[0].patterns[0].kind, PatternKind::Method);
  EXPECT_EQ(pack.callbacks[0].argument.kind, ArgumentSelector::Kind::Last);
  EXPECT_EQ(pack.callbacks[1].argument.index, 1U);
  EXPECT_EQ(pack.overrides[0].patterns[0].name, "n::A::g");
  EXPECT_THAT(pack.async_annotations, ElementsAre("n::async"));
  EXPECT_THAT(pack.elsewhere[0].when[0].names, ElementsAre("n::pool"));
  EXPECT_EQ(pack.executors[0].type, "n::pool");
  EXPECT_EQ(pack.inlines[0].argument.kind, ArgumentSelector::Kind::Any);
  EXPECT_EQ(pack.drops[0].argument.kind, ArgumentSelector::Kind::Index);
  EXPECT_EQ(pack.constructs[0].type_argument, 1U);
  EXPECT_FALSE(pack.constructs[0].of_class);
  EXPECT_EQ(pack.constructs[1].type_argument, 2U);
  EXPECT_TRUE(pack.constructs[1].of_class);
  EXPECT_EQ(pack.destroys[0].patterns[0].kind, PatternKind::Destructor);
  EXPECT_EQ(pack.copies[0].patterns[0].name, "n::box::push");
  EXPECT_EQ(pack.defines[0].value, "2");
  EXPECT_EQ(pack.defines[1].value, "1");
  EXPECT_EQ(pack.never_blocks[0].patterns[0].name, "n::quick");
  EXPECT_TRUE(pack.switches[0].to_loop);
  EXPECT_EQ(pack.switches[0].until, SwitchUntil::NextAsync);
  EXPECT_THAT(pack.detaches[0].when[0].names, ElementsAre("n::detached"));
  EXPECT_FALSE(pack.detaches[0].handler.has_value());
  EXPECT_FALSE(pack.detaches[0].context_only);
  ASSERT_TRUE(pack.detaches[1].handler.has_value());
  EXPECT_EQ(pack.detaches[1].handler->kind, ArgumentSelector::Kind::Last);
  EXPECT_TRUE(pack.detaches[1].context_only);
  EXPECT_EQ(pack.locks[0].kind, LockKind::Mutex);
  EXPECT_THAT(pack.locks[0].lock, ElementsAre("lock"));
  EXPECT_EQ(pack.locks[1].kind, LockKind::Guard);
  EXPECT_THAT(pack.locks[1].releases, ElementsAre("release"));
  EXPECT_THAT(pack.locks[1].owns, ElementsAre("owns", "operator bool"));
  EXPECT_THAT(pack.locks[1].defer_types, ElementsAre("std::defer_lock_t"));
  EXPECT_EQ(pack.locks[2].kind, LockKind::Holder);
  ASSERT_THAT(pack.lock_calls, SizeIs(1));
  EXPECT_EQ(pack.lock_calls[0].action, LockAction::TryLock);
  EXPECT_TRUE(pack.lock_calls[0].zero_is_success);
  EXPECT_EQ(pack.looks[0].patterns[0].name, "n::A::ready");
  ASSERT_THAT(pack.limits, SizeIs(2));
  EXPECT_EQ(pack.limits[0].type, "n::L");
  EXPECT_EQ(pack.limits[1].type, "M");
  EXPECT_EQ(pack.peers[0].patterns[0].name, "n::read");
  EXPECT_EQ(pack.deadlines[0].patterns[0].name, "n::until");
  ASSERT_THAT(pack.modes, SizeIs(3));
  EXPECT_EQ(pack.modes[0].of, ModeEntry::Of::Object);
  EXPECT_EQ(pack.modes[0].mode, Mode::Blocking);
  EXPECT_EQ(pack.modes[1].of, ModeEntry::Of::Argument);
  EXPECT_EQ(pack.modes[1].argument, 1U);
  EXPECT_EQ(pack.modes[1].mode, Mode::Nonblocking);
  EXPECT_EQ(pack.modes[2].of, ModeEntry::Of::Result);
  EXPECT_EQ(pack.modes[2].mode, Mode::Ready);
  EXPECT_EQ(pack.instead.at("blocking-sleep"), "do this");
  EXPECT_EQ(pack.instead.at("a-rule-of-another-set"), "do that");
  EXPECT_EQ(pack.matches[0].expression, "callExpr()");
}

TEST(Pack, FilesOfOneLibraryAreOnePack) {
  const std::string head = "schema: 1\nlibrary: x\nnamespaces: ";
  const CatalogResult result =
      loadCatalog({{"sleep", sleep_rule},
                   {"1", head + "a\nblocks: {blocking-sleep: [f]}\ninstead: {blocking-sleep: old}\n"},
                   {"2", head + "b\nblocks: {blocking-sleep: [f]}\ninstead: {blocking-sleep: new}\n"}});
  ASSERT_THAT(placed(result.problems), IsEmpty());
  ASSERT_THAT(result.catalog.packs, SizeIs(1));
  const LibraryPack& pack = result.catalog.packs[0];
  EXPECT_THAT(pack.namespaces, ElementsAre("a", "b"));
  ASSERT_THAT(pack.blocks, SizeIs(2));
  EXPECT_EQ(pack.blocks[1].patterns[0].name, "b::f");
  EXPECT_EQ(pack.blocks[1].source.file, "2");
  EXPECT_EQ(pack.instead.at("blocking-sleep"), "new");
}

TEST(Pack, APackWithoutANameIsToldAndLeftOut) {
  EXPECT_THAT(problemsOf("schema: 1\nlibrary:\n"), ElementsAre("2:1: 'library' must be text: found nothing"));
}

} // namespace
} // namespace nostall
