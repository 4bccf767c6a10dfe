#include "fake/task.h"

#include <future>
#include <memory>
#include <thread>
#include <vector>

using fake::Task;

void work();

// What was moved from, or handed on, has nothing left to wait for.
struct Worker {
  ~Worker() { thread.join(); }
  std::thread thread;
};
struct Holder {
  std::unique_ptr<Worker> worker;
  Holder() { worker = std::make_unique<Worker>(); }
};
std::shared_ptr<Worker> shared() {
  static auto only = std::make_shared<Worker>();
  return only;
}
void use(const Worker&);
void start(std::shared_ptr<Worker> worker);

Task<> makes(std::vector<std::jthread>& threads) {
  threads.push_back(std::jthread(work));     // ok: blocking-wait   the temporary was moved from
  std::jthread local(work);                  // ok: blocking-wait   so was this
  threads.push_back(std::move(local));
  std::jthread kept(work);                   // want: blocking-wait
  co_return;
}
Task<> singletons() {
  use(*shared());                            // ok: blocking-wait   the singleton lives on
  start(shared());                           // ok: blocking-wait
  co_return;
}
struct Owner {
  std::unique_ptr<Worker> worker;
  Owner() : worker(std::make_unique<Worker>()) {}
  Owner(const Owner&) = delete;
};
Task<> owns() {
  new Owner;                                 // ok: blocking-wait   its member lives on
  std::thread([keep = shared()] { use(*keep); }).detach(); // ok: blocking-wait   the thread has its own copy // want: detached-task
  co_return;
}
Task<> ends() {
  auto worker = std::make_unique<Worker>();  // want: blocking-wait via Worker::~Worker, std::thread::join
  co_return;
}
Task<> constructs() {
  static Holder holder;                      // ok: blocking-wait   ends with the program
  co_return;
}
