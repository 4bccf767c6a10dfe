// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtNetwork -isystem /usr/include/{multiarch}/qt6/QtDBus -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
#include <QCoroAsyncGenerator>
#include <QCoroCore>
#include <QCoroDBusPendingCall>
#include <QCoroDBusPendingReply>
#include <QCoroFuture>
#include <QCoroGenerator>
#include <QCoroNetworkReply>
#include <QCoroProcess>
#include <QCoroTask>
#include <QCoroTimer>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QProcess>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>

using namespace std::chrono_literals;

QCoro::Task<> sleeps() {
  QThread::msleep(1);                              // want: blocking-sleep error
  co_await QCoro::sleepFor(1ms);                   // ok: blocking-sleep   suspends
}

QCoro::Task<> waits(QProcess& process, QFuture<int> future, QTimer& timer, QNetworkReply* reply, QDBusPendingReply<int> call,
                    QDBusPendingCall pending) {
  co_await qCoro(process).waitForFinished();       // ok: blocking-process   suspends
  process.waitForFinished();                       // want: blocking-process
  co_await future;                                 // ok: blocking-wait
  future.waitForFinished();                        // want: blocking-wait
  co_await timer;                                  // ok: blocking-wait
  co_await reply;                                  // ok: blocking-http
  co_await call;                                   // ok: blocking-rpc
  co_await pending;                                // ok: blocking-rpc
}

QCoro::Task<> nested() {
  QCoro::waitFor(sleeps());                        // want: nested-event-loop error
  co_return;
}

QCoro::Task<int> plain() {
  QThread::msleep(1);                              // want: blocking-sleep
  return []() -> QCoro::Task<int> { co_return 1; }();
}

QCoro::AsyncGenerator<int> numbers() {
  QThread::msleep(1);                              // want: blocking-sleep
  co_yield 1;
}

QCoro::Generator<int> synchronous() {
  QThread::msleep(1);                              // ok: blocking-sleep   a generator runs in its caller
  co_yield 1;
}

// ---- what follows a task runs on the loop

struct View : QObject {
  void show(int) { QThread::msleep(1); }
};
QCoro::Task<int> fetches() { co_return 1; }
void follows(View* view) {
  auto shown = fetches().then([](int) { QThread::msleep(1); });                           // want: blocking-sleep
  auto failed = fetches().then([](int) {}, [](const std::exception&) { QThread::msleep(1); }); // want: blocking-sleep
  QCoro::connect(fetches(), view, [](int) { QThread::msleep(1); });                       // want: blocking-sleep
  QCoro::connect(fetches(), view, [view](int number) { view->show(number); });            // want: blocking-sleep
  QCoro::connect(std::move(shown), view, [] {});                                          // ok: blocking-sleep
  QCoro::connect(std::move(failed), view, [] {
    QFuture<void> elsewhere = QtConcurrent::run([] { QThread::msleep(1); });              // ok: blocking-sleep   on the pool
  });
}

int main() {
  QCoro::waitFor(sleeps());                        // ok: nested-event-loop   no loop runs here
}
