// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore
#include "fake/task.h"

#include <QtConcurrent/QtConcurrent>
#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QFuture>
#include <QtCore/QFutureSynchronizer>
#include <QtCore/QFutureWatcher>
#include <QtCore/QMutex>
#include <QtCore/QReadWriteLock>
#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtCore/QWaitCondition>

#include <atomic>

using fake::Task;

void nap() { QThread::msleep(1); }

// ---- waits

Task<> sleeps() {
  QThread::sleep(1);                          // want: blocking-sleep error
  QThread::msleep(1);                         // want: blocking-sleep
  QThread::usleep(1);                         // want: blocking-sleep
  QThread::usleep(0);                         // ok: blocking-sleep
  co_return;
}

Task<> threads(QThread& thread, QThreadPool& pool, QWaitCondition& condition, QMutex& mutex, QSemaphore& semaphore) {
  thread.wait();                              // want: blocking-wait error
  thread.wait(100);                           // want: blocking-wait
  thread.wait(0);                             // ok: blocking-wait
  pool.waitForDone();                         // want: blocking-wait
  condition.wait(&mutex);                     // want: blocking-wait
  condition.wait(&mutex, 100);                // want: blocking-wait
  condition.wait(&mutex, 0);                  // ok: blocking-wait
  semaphore.acquire();                        // want: blocking-wait
  semaphore.tryAcquire();                     // ok: blocking-wait
  semaphore.tryAcquire(1, 0);                 // ok: blocking-wait
  semaphore.tryAcquire(1, 100);               // want: blocking-wait
  semaphore.release();                        // ok: blocking-wait
  co_return;
}

Task<> futures(QFuture<int> future, QFutureWatcher<int>& watcher, QFutureSynchronizer<int>& group, QFutureInterface<int>& raw) {
  future.waitForFinished();                   // want: blocking-wait
  future.result();                            // want: blocking-wait
  future.resultAt(0);                         // want: blocking-wait
  future.results();                           // want: blocking-wait
  future.takeResult();                        // want: blocking-wait
  future.isFinished();                        // ok: blocking-wait
  watcher.waitForFinished();                  // want: blocking-wait
  watcher.result();                           // want: blocking-wait
  group.waitForFinished();                    // want: blocking-wait
  raw.waitForFinished();                      // want: blocking-wait
  raw.waitForResult(0);                       // want: blocking-wait
  co_return;
}

Task<> finished(QFuture<int> future, QFutureWatcher<int>& watcher) {
  if (future.isFinished()) {
    future.result();                          // ok: blocking-wait
  }
  if (watcher.isFinished()) {
    watcher.result();                         // ok: blocking-wait
  }
  co_return;
}

class Listens : public QObject {
public:
  Listens() {
    connect(&watcher_, &QFutureWatcher<int>::finished, this, &Listens::done);
    connect(&other_, &QFutureWatcher<int>::started, this, &Listens::begun);
    future_.then(this, [](QFuture<int> over) { over.result(); });        // ok: blocking-wait   it gets what is over
    future_.then([](QFuture<int> over) { over.waitForFinished(); });     // ok: blocking-wait
  }
  void done() {
    watcher_.result();                        // ok: blocking-wait   called when it is there
    watcher_.waitForFinished();               // want: blocking-wait
  }
  void begun() {
    other_.result();                          // want: blocking-wait
  }

private:
  QFutureWatcher<int> watcher_;
  QFutureWatcher<int> other_;
  QFuture<int> future_;
};

QFuture<int> plain() {
  nap();                                      // ok: blocking-sleep   a QFuture is no async context
  return {};
}

bool keep(const int& number) {
  nap();
  return number > 0;
}
void touch(int&) { nap(); }
int twice(const int& number) {
  nap();
  return number * 2;
}
void add(int& sum, const int& number) { sum += number; }

Task<> concurrent(QList<int> numbers, QThreadPool& pool) {
  QtConcurrent::blockingMap(numbers, touch);                                  // want: blocking-wait
  QtConcurrent::blockingMapped<QList<int>>(numbers, twice);                   // want: blocking-wait
  QtConcurrent::blockingMappedReduced<int>(numbers, twice, add);              // want: blocking-wait
  QtConcurrent::blockingFilter(numbers, keep);                                // want: blocking-wait
  QtConcurrent::blockingFiltered(numbers, keep);                              // want: blocking-wait
  QtConcurrent::blockingFilteredReduced<int>(numbers, keep, add);             // want: blocking-wait
  auto one = QtConcurrent::run([] { nap(); });                                // ok: blocking-sleep   a thread of the pool
  auto two = QtConcurrent::run(&pool, nap);                                   // ok: blocking-sleep
  auto three = QtConcurrent::task([] { nap(); }).spawn();                     // ok: blocking-sleep
  auto four = QtConcurrent::map(numbers, touch);                              // ok: blocking-sleep
  auto five = QtConcurrent::mapped(numbers, twice);                           // ok: blocking-sleep
  auto six = QtConcurrent::mappedReduced<int>(numbers, twice, add);           // ok: blocking-sleep
  auto seven = QtConcurrent::filter(numbers, keep);                           // ok: blocking-sleep
  auto eight = QtConcurrent::filtered(numbers, keep);                         // ok: blocking-sleep
  auto nine = QtConcurrent::filteredReduced<int>(numbers, keep, add);         // ok: blocking-sleep
  QThread* thread = QThread::create([] { nap(); });                           // ok: blocking-sleep   its own thread
  pool.start([] { nap(); });                                                  // ok: blocking-sleep
  pool.tryStart([] { nap(); });                                               // ok: blocking-sleep
  pool.startOnReservedThread([] { nap(); });                                  // ok: blocking-sleep
  thread->start();
  co_return;
}

void forgets() { QtConcurrent::run([] { nap(); }); }                          // ok: blocking-sleep

// ---- locks

Task<> locks(QMutex& mutex, QBasicMutex& basic, QRecursiveMutex& recursive, QReadWriteLock& shared) {
  mutex.lock();                               // want: blocking-lock note
  mutex.tryLock();                            // ok: blocking-lock
  mutex.tryLock(0);                           // ok: blocking-lock
  mutex.tryLock(100);                         // want: blocking-lock
  mutex.unlock();                             // ok: blocking-lock
  basic.lock();                               // want: blocking-lock
  recursive.lock();                           // want: blocking-lock
  recursive.tryLock(100);                     // want: blocking-lock
  shared.lockForRead();                       // want: blocking-lock
  shared.lockForWrite();                      // want: blocking-lock
  shared.tryLockForRead();                    // ok: blocking-lock
  shared.tryLockForRead(100);                 // want: blocking-lock
  shared.tryLockForWrite(100);                // want: blocking-lock
  QMutexLocker guard(&mutex);                 // want: blocking-lock
  guard.unlock();                             // ok: blocking-lock
  guard.relock();                             // want: blocking-lock
  QReadLocker reader(&shared);                // want: blocking-lock
  QWriteLocker writer(&shared);               // want: blocking-lock
  co_return;
}

// ---- loops

Task<> loops(QEventLoop& loop, QAbstractEventDispatcher& dispatcher, QCoreApplication& application) {
  loop.exec();                                // want: nested-event-loop error
  loop.processEvents();                       // want: nested-event-loop warning
  QCoreApplication::exec();                   // want: nested-event-loop error
  application.exec();                         // want: nested-event-loop error
  QCoreApplication::processEvents();          // want: nested-event-loop warning
  dispatcher.processEvents(QEventLoop::AllEvents); // want: nested-event-loop warning
  loop.quit();                                // ok: nested-event-loop
  co_return;
}

class Worker : public QThread {
  void run() override {
    nap();                                    // ok: blocking-sleep   its own thread
    exec();                                   // ok: nested-event-loop
  }
};

class Loop : public QThread {
public:
  Task<> turns() {
    exec();                                   // want: nested-event-loop
    co_return;
  }
};

int main(int count, char** values) {
  QCoreApplication application(count, values);
  return application.exec();                  // ok: nested-event-loop   this is the loop
}

// ---- slots and events run on the loop

struct Receiver : QObject {
  void slot() {
    nap();                                    // want: blocking-sleep
  }

  bool event(QEvent* event) override {
    nap();                                    // want: blocking-sleep
    return QObject::event(event);
  }
  bool eventFilter(QObject*, QEvent*) override {
    nap();                                    // want: blocking-sleep
    return false;
  }
  void timerEvent(QTimerEvent*) override {
    nap();                                    // want: blocking-sleep
  }
  void childEvent(QChildEvent*) override {
    nap();                                    // want: blocking-sleep
  }
  void customEvent(QEvent*) override {
    nap();                                    // want: blocking-sleep
  }
};

void connects(QTimer& timer, Receiver& receiver) {
  QObject::connect(&timer, &QTimer::timeout, [] { nap(); });                   // want: blocking-sleep
  QObject::connect(&timer, &QTimer::timeout, &receiver, &Receiver::slot);
  QTimer::singleShot(1, [] { nap(); });                                        // want: blocking-sleep
  timer.callOnTimeout([] { nap(); });                                          // want: blocking-sleep
  QMetaObject::invokeMethod(&receiver, [] { nap(); }, Qt::QueuedConnection);   // want: blocking-sleep
}

void moved(QTimer& timer, QThread& thread, Receiver& stays) {
  auto* worker = new Receiver;
  worker->moveToThread(&thread);
  QObject::connect(&timer, &QTimer::timeout, worker, [] { nap(); });           // ok: blocking-sleep   on the worker's thread
  QObject::connect(&timer, &QTimer::timeout, &stays, [] { nap(); });           // want: blocking-sleep
  QMetaObject::invokeMethod(worker, [] { nap(); });                            // ok: blocking-sleep
  QTimer::singleShot(1, worker, [] { nap(); });                                // ok: blocking-sleep
}

struct Owner {
  QTimer timer;
  Receiver worker;
  QThread thread;

  Owner() { worker.moveToThread(&thread); }
  void connect() {
    QObject::connect(&timer, &QTimer::timeout, &worker, [] { nap(); });        // ok: blocking-sleep   moved in the constructor
  }
};

Task<> crossing(QTimer& timer, Receiver& receiver) {
  QMetaObject::invokeMethod(&receiver, [] {}, Qt::BlockingQueuedConnection);   // want: blocking-wait error
  QMetaObject::invokeMethod(&receiver, [] {}, Qt::QueuedConnection);           // ok: blocking-wait
  QObject::connect(&timer, &QTimer::timeout, &receiver, [] {}, Qt::BlockingQueuedConnection); // want: blocking-wait warning
  co_return;
}

std::atomic<bool> done;
Task<> spins() {
  while (!done) { QThread::yieldCurrentThread(); }                             // want: busy-loop
  co_return;
}
