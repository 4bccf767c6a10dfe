// enable: state-across-await
#include "fake/task.h"

#include <atomic>
#include <memory>
#include <string>

using fake::Task;
using fake::Tick;

struct Connection {};
Task<std::shared_ptr<Connection>> connect();
Task<int> price();
int total = 0;
bool chance();

class Account {
public:
  Task<> charge() {
    int before = balance_;
    int amount = co_await price();
    balance_ = before - amount;                         // want: state-across-await warning
  }
  Task<> inOneExpression() {
    balance_ = balance_ + co_await price();             // want: state-across-await
  }
  Task<> opensTwice() {
    if (connection_ == nullptr) {
      connection_ = co_await connect();                 // want: state-across-await
    }
  }
  Task<> checkThenAct() {
    if (closed_) { co_return; }
    co_await Tick{};
    closed_ = true;                                     // want: state-across-await
  }
  Task<> copiesAnObject() {
    std::string before = name_;
    co_await Tick{};
    name_ = before + "!";                               // want: state-across-await
  }
  Task<> inALoop() {
    int next = next_;
    while (chance()) {
      co_await Tick{};
      next_ = next + 1;                                 // want: state-across-await
    }
  }
  Task<> onOneWay() {
    if (next_ > 3 && chance()) { co_await Tick{}; }
    next_ = 0;                                          // want: state-across-await
  }
  Task<> nested() {
    if (next_ > 3) {
      if (chance()) {
        co_await Tick{};
        next_ = 0;                                      // want: state-across-await
      }
    }
  }
  Task<> ofAGlobal() {
    int before = total;
    co_await Tick{};
    total = before + 1;                                 // want: state-across-await
  }
  Task<> ofAStatic() {
    static int calls = 0;
    int before = calls;
    co_await Tick{};
    calls = before + 1;                                 // want: state-across-await
  }

  Task<> awaitsFirst() {
    int amount = co_await price();
    balance_ = balance_ - amount;                       // ok: state-across-await
  }
  Task<> addsInPlace() {
    balance_ += co_await price();                       // ok: state-across-await   reads it after the await
  }
  Task<> looksAgain() {
    if (connection_ != nullptr) { co_return; }
    auto made = co_await connect();
    if (connection_ == nullptr) { connection_ = made; } // ok: state-across-await
  }
  Task<> claims() {
    if (busy_) { co_return; }
    busy_ = true;
    co_await Tick{};
    busy_ = false;                                      // ok: state-across-await   written before: its own
  }
  Task<> onlyWrites() {
    co_await Tick{};
    closed_ = true;                                     // ok: state-across-await
  }
  Task<> onlyReads() {
    int before = balance_;
    co_await Tick{};
    static_cast<void>(before + balance_);               // ok: state-across-await
  }
  Task<> anotherMember() {
    int before = balance_;
    co_await Tick{};
    next_ = before;                                     // ok: state-across-await
  }
  Task<> counts() {
    ++next_;
    co_await Tick{};
    --next_;                                            // ok: state-across-await   reads what it changes
  }
  Task<> atomics() {
    int before = requests_;
    co_await Tick{};
    requests_ = before + 1;                             // ok: state-across-await   made to be changed by others
  }
  Task<> locals(int value) {
    int before = value;
    co_await Tick{};
    value = before + 1;                                 // ok: state-across-await   nobody else's
  }
  Task<> pollsAFlag() {
    while (!closed_) { co_await Tick{}; }
    closed_ = false;                                    // ok: state-across-await   read in each turn
  }
  void plain() {
    int before = balance_;
    balance_ = before + 1;                              // ok: state-across-await
  }

private:
  int balance_ = 0;
  int next_ = 0;
  bool closed_ = false;
  bool busy_ = false;
  std::string name_;
  std::atomic<int> requests_;
  std::shared_ptr<Connection> connection_;
};
