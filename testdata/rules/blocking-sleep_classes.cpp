// Calls through what classes inherit, lend and rename.
#include "fake/task.h"

#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

using fake::Task;

int nap() { return ::usleep(10); }

// ---- a base that calls its derived class

template <typename Derived> struct Service {
  void run() { self().work(); }
  void runTwice() {
    run();
    run();
  }
  Derived& self() { return static_cast<Derived&>(*this); }
};
struct SlowService : Service<SlowService> {
  void work() { nap(); }
};
struct QuickService : Service<QuickService> {
  void work() {}
};

Task<> services(SlowService& slow, QuickService& quick) {
  slow.run();                // want: blocking-sleep via Service::run, SlowService::work, nap, usleep
  slow.runTwice();           // want: blocking-sleep
  quick.run();               // ok: blocking-sleep   its own work does not sleep
  quick.runTwice();          // ok: blocking-sleep
  co_return;
}

// ---- friends

class Account {
public:
  friend void settle(Account& account) { account.wait(); }
  friend void look(const Account&) {}
  friend bool operator<(const Account& left, const Account&) { return left.wait() == 0; }
  friend bool operator>(const Account&, const Account&) { return false; }

private:
  int wait() const { return nap(); }
};

Task<> friends(Account& one, Account& two) {
  settle(one);               // want: blocking-sleep via settle, Account::wait, nap, usleep
  look(one);                 // ok: blocking-sleep
  (void)(one < two);         // want: blocking-sleep
  (void)(one > two);         // ok: blocking-sleep
  co_return;
}

// ---- inherited

struct Base {
  void wait() { nap(); }
  static void rest() { nap(); }
  void hurry() {}

protected:
  void hidden() { nap(); }
};
struct Derived : Base {
  using Base::hidden;
  void hurry(int) { nap(); }
};
struct Shadowing : Base {
  void wait() {}
};
struct Inheriting : private Base {
  using Base::Base;
  void together() { wait(); }
};

Task<> inherited(Derived& derived, Shadowing& shadowing, Inheriting& inheriting) {
  derived.wait();            // want: blocking-sleep
  derived.hidden();          // want: blocking-sleep
  derived.hurry(1);          // want: blocking-sleep
  derived.Base::hurry();     // ok: blocking-sleep
  shadowing.wait();          // ok: blocking-sleep   another one
  shadowing.Base::wait();    // want: blocking-sleep
  inheriting.together();     // want: blocking-sleep
  Derived::rest();           // want: blocking-sleep
  co_return;
}

// ---- constructors and destructors of bases and members

struct SlowBase {
  SlowBase() { nap(); }
};
struct OnSlowBase : SlowBase {};
struct OnSlowBaseToo : SlowBase {
  OnSlowBaseToo() {}
};
struct SlowMember {
  ~SlowMember() { nap(); }
};
struct HoldsMember {
  SlowMember member;
};
struct HoldsDeeper : HoldsMember {
  std::vector<int> numbers;
};
struct Delegates {
  Delegates() : Delegates(1) {}
  explicit Delegates(int) { nap(); }
};
struct Refers {
  explicit Refers(SlowMember& member) : member(member) {}
  SlowMember& member;
};

Task<> members(SlowMember& member) {
  OnSlowBase one;            // want: blocking-sleep
  OnSlowBaseToo two;         // want: blocking-sleep
  Delegates four;            // want: blocking-sleep
  Refers five(member);       // ok: blocking-sleep   it ends no member
  co_await fake::Tick();
  HoldsDeeper three;         // want: blocking-sleep
  co_return;
}

// ---- converted

struct Text {
  operator std::string() const {
    nap();
    return "";
  }
  operator const char*() const { return ""; }
};
struct Number {
  Number(int) { nap(); }
  explicit Number(long) {}
};
void takesText(const std::string&) {}
void takesNumber(Number) {}

Task<> converts(Text text) {
  takesText(text);           // want: blocking-sleep
  const char* plain = text;  // ok: blocking-sleep
  takesNumber(1);            // want: blocking-sleep
  takesNumber(Number(1L));   // ok: blocking-sleep
  (void)plain;
  co_return;
}

// ---- other names

namespace far::away {
inline void rest() { nap(); }
} // namespace far::away
namespace near = far::away;
namespace house {
using far::away::rest;
}
using Alias = SlowService;
template <typename T> using Of = Service<T>;
constexpr auto function = &far::away::rest;

Task<> renamed(Alias& service, Of<SlowService>& base) {
  near::rest();              // want: blocking-sleep
  house::rest();             // want: blocking-sleep
  service.work();            // want: blocking-sleep
  base.run();                // want: blocking-sleep
  co_return;
}

// ---- in circles

void pong(int);
void ping(int round) {
  if (round > 0) { pong(round - 1); }
}
void pong(int round) {
  if (round == 1) { nap(); }
  ping(round);
}
void even(int);
void odd(int round) { round == 0 ? (void)0 : even(round - 1); }
void even(int round) { round == 0 ? (void)0 : odd(round - 1); }

Task<> circles() {
  ping(9);                   // want: blocking-sleep via ping, pong, nap, usleep
  even(9);                   // ok: blocking-sleep   it only turns
  co_return;
}

// ---- made when somebody comes by

int& counter() {
  thread_local int count = nap();
  return count;
}
struct Registry {
  static Registry& instance() {
    static Registry registry;
    return registry;
  }
  Registry() { nap(); }
};
struct Settings {
  static Settings& instance() {
    static Settings settings;
    return settings;
  }
};
thread_local int late = 0;

Task<> statics() {
  counter() = 1;             // want: blocking-sleep
  Registry::instance();      // want: blocking-sleep
  Settings::instance();      // ok: blocking-sleep
  late = 1;                  // ok: blocking-sleep
  co_return;
}
