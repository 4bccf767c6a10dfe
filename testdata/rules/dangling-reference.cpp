// Home-grown tasks that outlive what they refer to.
#include "fake/task.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using fake::EagerTask;
using fake::Task;

void use(const std::string& text) noexcept;
void use(std::string_view text) noexcept;
void use(int number) noexcept;

Task<> greet(const std::string& name) {
  co_await fake::Tick();
  use(name);
}
Task<> view(std::string_view name) {
  co_await fake::Tick();
  use(name);
}
Task<> sum(std::span<const int> numbers) {
  co_await fake::Tick();
  use(numbers[0]);
}
Task<> own(std::string name) {
  co_await fake::Tick();
  use(name);
}
Task<> ignore(const std::string& /*name*/) { co_await fake::Tick(); }
EagerTask greetAtOnce(const std::string& name) {
  use(name);
  co_await fake::Tick();
}
EagerTask greetLater(const std::string& name) {
  co_await fake::Tick();
  use(name);
}
Task<> both(Task<> first, Task<> second);
void run(Task<> task);
std::string makeName();

// ---- temporaries

Task<> forwardsTemporary() { return greet("Ada"); }           // want: dangling-reference warning
Task<> forwardsCall() { return greet(makeName()); }           // want: dangling-reference
Task<> forwardsView() { return view(makeName()); }            // want: dangling-reference
Task<> forwardsLiteral() { return view("Ada"); }              // ok: dangling-reference   a literal lives for ever
Task<> forwardsValue() { return own("Ada"); }                 // ok: dangling-reference   a copy in the frame
Task<> forwardsUnused() { return ignore("Ada"); }             // ok: dangling-reference   never looked at
Task<> forwardsParameter(const std::string& name) { return greet(name); } // ok: dangling-reference   the caller's
Task<> awaitsTemporary() { co_await greet("Ada"); }           // ok: dangling-reference   lives as long as the await
Task<> awaitsBoth() { co_await both(greet("Ada"), greet(makeName())); } // ok: dangling-reference
void runsTemporary() { run(greet("Ada")); }                   // ok: dangling-reference   may run to its end in there

Task<> holdsTemporary() {
  auto task = greet("Ada");                                   // want: dangling-reference
  co_await std::move(task);
  auto safe = own("Ada");                                     // ok: dangling-reference
  co_await std::move(safe);
}

void throwsAway() {
  (void)greetAtOnce("Ada");                                   // ok: dangling-reference   looks before it is suspended
  (void)greetLater("Ada");                                    // want: dangling-reference
}

// ---- locals

Task<> forwardsLocal() {
  std::string name = makeName();
  return greet(name);                                         // want: dangling-reference warning
}
Task<> forwardsCopy() {
  std::string name = makeName();
  return own(name);                                           // ok: dangling-reference
}
Task<> forwardsOwnParameter(std::string name) {
  return greet(name);                                         // want: dangling-reference
}
Task<> forwardsStatic() {
  static std::string name = makeName();
  return greet(name);                                         // ok: dangling-reference
}
Task<> forwardsReference(std::vector<std::string>& names) {
  std::string& name = names[0];
  return greet(name);                                         // ok: dangling-reference   a reference to what lives on
}
Task<> forwardsShared(std::shared_ptr<std::string> name) {
  return greet(*name);                                        // ok: dangling-reference   others may hold it
}
Task<> awaitsLocal() {
  std::string name = makeName();
  co_await greet(name);                                       // ok: dangling-reference
  auto task = greet(name);
  co_await std::move(task);                                   // ok: dangling-reference
}

// ---- views, pointers and numbers

Task<> pointer(const std::string* name) {
  co_await fake::Tick();
  use(*name);
}
Task<> text(const char* name) {
  co_await fake::Tick();
  use(std::string_view(name));
}
Task<> number(const int& count) {
  co_await fake::Tick();
  use(count + 1);
}
Task<> copied(int count) {
  co_await fake::Tick();
  use(count + 1);
}

Task<> viewOfLocal() {
  std::string name = makeName();
  return view(name);                                          // want: dangling-reference warning
}
Task<> viewOfParameter(std::string name) { return view(name); } // want: dangling-reference
Task<> viewOfReference(const std::string& name) { return view(name); } // ok: dangling-reference   the caller's
Task<> partOfLocal() {
  std::string name = makeName();
  return view(std::string_view(name).substr(1));              // want: dangling-reference
}
Task<> spanOfLocal() {
  std::vector<int> numbers{1};
  return sum(numbers);                                        // want: dangling-reference
}
Task<> spanOfArray() {
  int numbers[3] = {1, 2, 3};
  return sum(numbers);                                        // want: dangling-reference
}
Task<> spanOfStatic() {
  static int numbers[3] = {1, 2, 3};
  return sum(numbers);                                        // ok: dangling-reference
}
Task<> pointerToLocal() {
  std::string name = makeName();
  return pointer(&name);                                      // want: dangling-reference
}
Task<> textOfLocal() {
  std::string name = makeName();
  return text(name.c_str());                                  // want: dangling-reference
}
Task<> numberOfLocal() {
  int count = 1;
  return number(count);                                       // want: dangling-reference
}
Task<> numberOfParameter(int count) { return number(count); } // want: dangling-reference
Task<> numberOfReference(std::vector<int>& counts) {
  int& count = counts[0];
  return number(count);                                       // ok: dangling-reference
}
Task<> numberByValue() {
  int count = 1;
  return copied(count);                                       // ok: dangling-reference
}
Task<> numberInLambda() {
  int count = 1;
  auto work = [&count] { return number(count); };             // ok: dangling-reference   not the lambda's own
  co_await work();
}
Task<> viewAwaited() {
  std::string name = makeName();
  co_await view(name);                                        // ok: dangling-reference
}

// ---- captures

Task<> calledInPlace(int number) {
  return [number]() -> Task<> {                               // want: dangling-reference warning
    co_await fake::Tick();
    use(number);
  }();
}
Task<> heldInPlace(int number) {
  auto task = [&number]() -> Task<> {                         // want: dangling-reference
    co_await fake::Tick();
    use(number);
  }();
  co_await std::move(task);
}
Task<> awaitedInPlace(int number) {
  co_await [number]() -> Task<> {                             // ok: dangling-reference   the closure waits too
    co_await fake::Tick();
    use(number);
  }();
}
Task<> withoutCaptures(int number) {
  return [](int own_number) -> Task<> {                       // ok: dangling-reference   parameters live in the frame
    co_await fake::Tick();
    use(own_number);
  }(number);
}
Task<> localClosure(int number) {
  auto work = [number]() -> Task<> {
    co_await fake::Tick();
    use(number);
  };
  return work();                                              // want: dangling-reference
}
Task<> localClosureAwaited(int number) {
  auto work = [number]() -> Task<> {
    co_await fake::Tick();
    use(number);
  };
  co_await work();                                            // ok: dangling-reference
  auto task = work();
  co_await std::move(task);                                   // ok: dangling-reference   both end with the function
}
void eagerInPlace(int number) {
  (void)[number]() -> EagerTask {                             // want: dangling-reference
    co_await fake::Tick();
    use(number);
  }();
  (void)[number]() -> EagerTask {                             // ok: dangling-reference   looks before it is suspended
    use(number);
    co_await fake::Tick();
  }();
}

// ---- objects

struct Client {
  std::string host;
  Task<> connect() {
    co_await fake::Tick();
    use(host);
  }
  Task<> idle() { co_await fake::Tick(); }
};
Client makeClient();

Task<> forwardsTemporaryObject() { return makeClient().connect(); } // want: dangling-reference
Task<> forwardsIdleObject() { return makeClient().idle(); }   // ok: dangling-reference   its members are not used
Task<> forwardsLocalObject() {
  Client client = makeClient();
  return client.connect();                                    // want: dangling-reference
}
Task<> awaitsTemporaryObject() { co_await makeClient().connect(); } // ok: dangling-reference
Task<> forwardsThis(Client& client) { return client.connect(); }    // ok: dangling-reference

// ---- what a home-grown starter is given

/// Runs on its own.
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept {}
    void return_void() {}
  };
};
Detached start(Task<> work) { co_await std::move(work); }
template <typename Function> Detached keep(Function work) { co_await work(); }
template <typename Function> Detached forget(Function&& work) { co_await work(); }

void starts(int number) {
  start([number]() -> Task<> {                                // want: dangling-reference warning // want: detached-task note
    co_await fake::Tick();
    use(number);
  }());
  forget([number]() -> Task<> {                               // want: dangling-reference
    co_await fake::Tick();
    use(number);
  });
  keep([number]() -> Task<> {                                 // ok: dangling-reference   the closure lives in the frame
    co_await fake::Tick();
    use(number);
  });
  std::string name = makeName();
  start(view(name));                                          // want: dangling-reference // want: detached-task note
  start(own(name));                                           // ok: dangling-reference // want: detached-task note
}

Task<> inAFunctionObject(int number) {
  std::function<Task<>()> work = [number]() -> Task<> {
    co_await fake::Tick();
    use(number);
  };
  return work();                                              // want: dangling-reference
}
