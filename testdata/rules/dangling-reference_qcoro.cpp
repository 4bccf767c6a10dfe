// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtConcurrent -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
// QCoro's tasks are eager: what counts is what they use after they were suspended.
#include <QCoroCore>
#include <QCoroTask>
#include <QCoroTimer>

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

using namespace std::chrono_literals;

void show(const QString& text);

QCoro::Task<> showLater(const QString& text) {
  co_await QCoro::sleepFor(1s);
  show(text);
}
QCoro::Task<> showNow(const QString& text) {
  show(text);
  co_await QCoro::sleepFor(1s);
}
QCoro::Task<> showOwn(QString text) {
  co_await QCoro::sleepFor(1s);
  show(text);
}
QString title();

QCoro::Task<> forwardsLater() { return showLater(title()); } // want: dangling-reference warning
QCoro::Task<> forwardsNow() { return showNow(title()); }     // ok: dangling-reference   looks before it is suspended
QCoro::Task<> forwardsOwn() { return showOwn(title()); }     // ok: dangling-reference
QCoro::Task<> awaitsLater() { co_await showLater(title()); } // ok: dangling-reference
QCoro::Task<> forwardsLocal() {
  QString text = title();
  return showLater(text);                                    // want: dangling-reference
}

void timers(QString text, QObject* context) {
  QTimer::singleShot(1s, context, [text]() -> QCoro::Task<> { // want: dangling-reference
    co_await QCoro::sleepFor(1s);
    show(text);
  });
  QTimer::singleShot(1s, context, [text]() -> QCoro::Task<> { // ok: dangling-reference   looks before it is suspended
    show(text);
    co_await QCoro::sleepFor(1s);
  });
  QTimer::singleShot(1s, context, [text] { show(text); });    // ok: dangling-reference   no coroutine
}

QCoro::Task<> inPlace(QString text) {
  auto later = [text]() -> QCoro::Task<> {                    // want: dangling-reference
    co_await QCoro::sleepFor(1s);
    show(text);
  }();
  co_await later;
  co_await [text]() -> QCoro::Task<> {                        // ok: dangling-reference
    co_await QCoro::sleepFor(1s);
    show(text);
  }();
}
