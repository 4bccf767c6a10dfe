// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtConcurrent -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
// QCoro's tasks are eager: a call without co_await runs, and what it throws goes nowhere.
#include <QCoroAsyncGenerator>
#include <QCoroCore>
#include <QCoroFuture>
#include <QCoroTask>
#include <QCoroTimer>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <functional>

using namespace std::chrono_literals;

QCoro::Task<> addMessage(const QString& text);
QCoro::Task<int> countMessages();
QCoro::AsyncGenerator<int> messages();

QCoro::Task<> receive(QTimer& timer, QFuture<int> future) {
  addMessage("one");                               // want: unawaited-task error
  countMessages();                                 // want: unawaited-task
  QCoro::sleepFor(1s);                             // want: unawaited-task
  qCoro(timer).waitForTimeout();                   // want: unawaited-task
  qCoro(future).waitForFinished();                 // want: unawaited-task
  auto count = countMessages();                    // want: unawaited-task error
  auto slept = QCoro::sleepFor(1s);                // want: unawaited-task
  std::function<void(QString)> handler = [](QString text) -> QCoro::Task<> { // want: unawaited-task warning
    co_await addMessage(text);
  };
  co_await addMessage("two");                      // ok: unawaited-task
  auto counted = countMessages();                  // ok: unawaited-task
  if (co_await counted > 1) { co_return; }
  auto all = messages();                           // ok: unawaited-task   a generator
  auto chained = countMessages().then([](int n) { return n + 1; }); // want: unawaited-task
  countMessages().then([](int) {});                // want: unawaited-task
  co_await timer;                                  // ok: unawaited-task
}

class Model : public QObject {
public:
  void refresh() {
    QCoro::connect(countMessages(), this, [](int) {}); // ok: unawaited-task
    addMessage("refreshed");                       // want: unawaited-task
    QCoro::waitFor(addMessage("saved"));           // ok: unawaited-task
    QtConcurrent::run([] {});                      // ok: unawaited-task   a future
    QtConcurrent::run([] { throw 1; });            // want: detached-task note
    auto running = QtConcurrent::run([] { return 1; }); // ok: unawaited-task
    (void)running;
  }
};
