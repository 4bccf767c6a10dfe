// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtConcurrent -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
// QCoro's tasks are eager and keep their exceptions for whoever awaits them.
#include <QCoroCore>
#include <QCoroTask>
#include <QCoroTimer>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <exception>
#include <stdexcept>

using namespace std::chrono_literals;

QCoro::Task<> upload(QString file);

QCoro::Task<> uploadTwice(QString file) {
  co_await upload(file);
  co_await upload(file);
}
QCoro::Task<> uploadSafely(QString file) {
  try {
    co_await upload(file);
  } catch (const std::exception& error) {
    qWarning("%s", error.what());
  }
}
QCoro::Task<> rest() { co_return; }

class Model : public QObject {
public:
  void save(QString file) {
    (void)uploadTwice(file);                       // want: detached-task warning
    (void)upload(file);                            // want: detached-task warning
    (void)uploadSafely(file);                      // ok: detached-task
    (void)rest();                                 // ok: detached-task
    QCoro::connect(uploadTwice(file), this, [] {}); // ok: detached-task   it is held
    QtConcurrent::run([] { throw std::runtime_error("lost"); }); // want: detached-task note
    auto future = QtConcurrent::run([] { throw std::runtime_error("kept"); }); // ok: detached-task
  }
};
