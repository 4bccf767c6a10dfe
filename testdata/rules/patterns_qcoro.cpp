// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtConcurrent -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
// enable: state-across-await sequential-await swallowed-cancellation
// Loops, locks and state in coroutines of QCoro, whose tasks are eager.
#include <QCoroCore>
#include <QCoroTask>
#include <QCoroTimer>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFile>
#include <QtCore/QMutex>
#include <QtCore/QString>
#include <QtCore/QThread>

#include <atomic>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using namespace std::chrono_literals;

std::atomic<bool> ready;
QMutex mutex;
QString shared_text;
thread_local QString current_user;

QCoro::Task<> save(QString text);
QCoro::Task<int> count(QString folder);
QCoro::Task<QString> load(int id);
void log(const QString& text);

// ---- lock-across-await

QCoro::Task<> locks() {
  QMutexLocker locker(&mutex);
  co_await save(shared_text);                               // want: lock-across-await error
}
QCoro::Task<> unlocksFirst() {
  QMutexLocker locker(&mutex);
  const QString text = shared_text;
  locker.unlock();
  co_await save(text);                                      // ok: lock-across-await
}
QCoro::Task<> ownScope() {
  QString text;
  {
    QMutexLocker locker(&mutex);
    text = shared_text;
  }
  co_await save(text);                                      // ok: lock-across-await
}
QCoro::Task<> byHand() {
  mutex.lock();
  co_await save(shared_text);                               // want: lock-across-await
  mutex.unlock();
}

// ---- blocking-under-lock

void writesInAThread() {
  auto future = QtConcurrent::run([] {
    QMutexLocker locker(&mutex);
    QThread::msleep(20);                                    // want: blocking-under-lock note
  });
  auto other = QtConcurrent::run([] {
    QThread::msleep(20);                                    // ok: blocking-under-lock
    QMutexLocker locker(&mutex);
  });
}

// ---- busy-loop

QCoro::Task<> spins() {
  while (!ready.load()) {}                                  // want: busy-loop warning
  while (!ready) { QThread::yieldCurrentThread(); }         // want: busy-loop
  while (!ready) { co_await QCoro::sleepFor(10ms); }        // ok: busy-loop
}

// ---- thread-local-across-await

QCoro::Task<> asUser(QString name) {
  current_user = name;
  co_await save(name);
  log(current_user);                                        // want: thread-local-across-await warning
}
QCoro::Task<> asUserAgain(QString name) {
  co_await save(name);
  current_user = name;
  log(current_user);                                        // ok: thread-local-across-await
}

// ---- state-across-await

class Model {
public:
  QCoro::Task<> refresh() {
    if (loading_) { co_return; }
    co_await save("one");
    loading_ = true;                                        // want: state-across-await warning
  }
  QCoro::Task<> claimsFirst() {
    if (loading_) { co_return; }
    loading_ = true;                                        // ok: state-across-await   before it suspends
    co_await save("one");
  }

private:
  bool loading_ = false;
};

// ---- sequential-await

QCoro::Task<QString> both() {
  QString first = co_await load(1);
  QString second = co_await load(2);                        // want: sequential-await note
  co_return first + second;
}
QCoro::Task<QString> bothAtOnce() {
  auto first = load(1);
  auto second = load(2);
  QString text = co_await first;
  co_return text + co_await second;                         // ok: sequential-await   both run already
}

// ---- swallowed-cancellation

QCoro::Task<> keepsGoing() {
  for (;;) {
    try {
      co_await save("again");                               // want: swallowed-cancellation warning
    } catch (...) {
    }
  }
}
QCoro::Task<> stopsOnOthers() {
  for (;;) {
    try {
      co_await save("again");                               // ok: swallowed-cancellation
    } catch (const std::exception& error) {
      log(error.what());
    }
  }
}

// NOLINTEND(nostall-blocking-lock)
