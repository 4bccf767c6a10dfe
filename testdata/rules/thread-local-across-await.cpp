#include "fake/task.h"

#include <string>
#include <vector>

using fake::Task;
using fake::Tick;

struct Context {
  int depth = 0;
  std::string user;
};

thread_local int depth = 0;
thread_local std::string user;
thread_local Context context;
thread_local std::vector<int> scratch;
int global = 0;

void log(const std::string& text);
void count(int value);

// ---- references and pointers

Task<> reference() {
  int& mine = depth;
  co_await Tick{};
  mine = 1;                                             // want: thread-local-across-await warning
}

Task<> pointer() {
  int* mine = &depth;
  co_await Tick{};
  *mine = 1;                                            // want: thread-local-across-await
}

Task<> referenceToAnObject() {
  auto& mine = user;
  co_await Tick{};
  log(mine);                                            // want: thread-local-across-await
}

Task<> referenceToAMember() {
  std::string& mine = context.user;
  co_await Tick{};
  mine.clear();                                         // want: thread-local-across-await
}

Task<> referenceInALoop() {
  auto& mine = scratch;
  for (int i = 0; i < 3; ++i) {
    mine.push_back(i);                                  // want: thread-local-across-await
    co_await Tick{};
  }
}

Task<> referenceUsedBefore() {
  int& mine = depth;
  mine = 1;
  co_await Tick{};                                      // ok: thread-local-across-await   not used any more
}

Task<> referenceAfter() {
  co_await Tick{};
  int& mine = depth;
  mine = 1;                                             // ok: thread-local-across-await
}

Task<> referencePerTurn() {
  for (int i = 0; i < 3; ++i) {
    int& mine = depth;
    mine = i;                                           // ok: thread-local-across-await   bound anew in each turn
    co_await Tick{};
  }
}

Task<> referenceToAGlobal() {
  int& mine = global;
  co_await Tick{};
  mine = 1;                                             // ok: thread-local-across-await   one for all threads
}

// ---- written before, read after

Task<> setBefore() {
  depth = 1;
  co_await Tick{};
  count(depth);                                         // want: thread-local-across-await
}

Task<> objectSetBefore(std::string name) {
  user = name;
  co_await Tick{};
  log(user);                                            // want: thread-local-across-await
}

Task<> memberSetBefore(std::string name) {
  context.user = name;
  co_await Tick{};
  log(context.user);                                    // want: thread-local-across-await
}

Task<> otherMember() {
  context.depth = 1;
  co_await Tick{};
  log(context.user);                                    // ok: thread-local-across-await   another member
}

Task<> onOneWay(bool first) {
  if (first) { depth = 1; }
  co_await Tick{};
  count(depth);                                         // want: thread-local-across-await
}

Task<> countsDepth() {
  ++depth;
  co_await Tick{};
  --depth;                                              // want: thread-local-across-await
}

Task<> sum() {
  for (int i = 0; i < 3; ++i) {
    depth += i;                                         // want: thread-local-across-await
    co_await Tick{};
  }
}

Task<> staticLocal() {
  static thread_local int calls = 0;
  calls = 1;
  co_await Tick{};
  count(calls);                                         // want: thread-local-across-await
}

Task<> setAgain() {
  depth = 1;
  co_await Tick{};
  depth = 2;
  count(depth);                                         // ok: thread-local-across-await   set on this thread
}

Task<> setInEachTurn() {
  for (int i = 0; i < 3; ++i) {
    depth = i;
    count(depth);                                       // ok: thread-local-across-await
    co_await Tick{};
  }
}

Task<> onlyRead() {
  count(depth);
  co_await Tick{};
  count(depth);                                         // ok: thread-local-across-await   read anew
}

Task<> setAfter() {
  co_await Tick{};
  depth = 1;
  count(depth);                                         // ok: thread-local-across-await
}

// ---- read before, written back after

Task<> restores() {
  const int before = depth;
  depth = 1;
  co_await Tick{};
  depth = before;                                       // want: thread-local-across-await
}

Task<> restoresAnObject() {
  const std::string before = user;
  user = "me";
  co_await Tick{};
  user = before;                                        // want: thread-local-across-await
}

Task<> restoresBefore() {
  const int before = depth;
  depth = 1;
  depth = before;
  co_await Tick{};                                      // ok: thread-local-across-await
}

Task<> keepsACopy() {
  const std::string mine = user;
  co_await Tick{};
  log(mine);                                            // ok: thread-local-across-await   a copy of its own
}

// ---- no coroutine

void plain() {
  depth = 1;
  count(depth);                                         // ok: thread-local-across-await
}

fake::Generator<int> numbers() {
  depth = 1;
  co_yield 1;
  count(depth);                                         // ok: thread-local-across-await   goes on where its caller is
}
