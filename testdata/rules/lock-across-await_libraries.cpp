// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtNetwork -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
#include <QCoroTask>
#include <QCoroTimer>

#include <QtCore/QMutex>
#include <QtCore/QReadWriteLock>

#include <asio.hpp>

#include <chrono>
#include <mutex>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using namespace std::chrono_literals;

// ---- asio

struct Session {
  asio::steady_timer timer;
  std::mutex mutex;

  asio::awaitable<void> pauses() {
    std::lock_guard lock(mutex);
    timer.expires_after(1s);
    co_await timer.async_wait(asio::use_awaitable);     // want: lock-across-await error
  }
  asio::awaitable<void> pausesUnlocked() {
    {
      std::lock_guard lock(mutex);
      timer.expires_after(1s);
    }
    co_await timer.async_wait(asio::use_awaitable);     // ok: lock-across-await
  }
  asio::awaitable<void> switches() {
    std::unique_lock lock(mutex);
    co_await asio::post(asio::use_awaitable);           // want: lock-across-await error
  }
  asio::awaitable<void> asks() {
    auto executor = co_await asio::this_coro::executor; // ok: lock-across-await
    std::lock_guard lock(mutex);
    static_cast<void>(executor);
  }
};

/// What pools run is not exempt: another thread of the pool may go on with it.
void starts(Session& session, asio::thread_pool& pool) { asio::co_spawn(pool, session.pauses(), asio::detached); } // want: detached-task warning

// ---- Qt and QCoro

QCoro::Task<> sleeps(QMutex& mutex) {
  QMutexLocker locker(&mutex);
  co_await QCoro::sleepFor(1ms);                        // want: lock-across-await error
}

QCoro::Task<> sleepsUnlocked(QMutex& mutex) {
  QMutexLocker locker(&mutex);
  locker.unlock();
  co_await QCoro::sleepFor(1ms);                        // ok: lock-across-await
  locker.relock();
  co_await QCoro::sleepFor(1ms);                        // want: lock-across-await error
}

QCoro::Task<> byHand(QMutex& mutex) {
  mutex.lock();
  co_await QCoro::sleepFor(1ms);                        // want: lock-across-await error
  mutex.unlock();
}

QCoro::Task<> tries(QMutex& mutex) {
  if (!mutex.tryLock()) { co_return; }
  mutex.unlock();
  co_await QCoro::sleepFor(1ms);                        // ok: lock-across-await
}

QCoro::Task<> reads(QReadWriteLock& lock) {
  QReadLocker locker(&lock);
  co_await QCoro::sleepFor(1ms);                        // want: lock-across-await error
}

QCoro::Task<> writes(QReadWriteLock& lock) {
  { QWriteLocker locker(&lock); }
  co_await QCoro::sleepFor(1ms);                        // ok: lock-across-await
}

// NOLINTEND(nostall-blocking-lock)
