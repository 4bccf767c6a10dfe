// Declarations in the shape of Abseil.
#pragma once

namespace absl {
class Duration {};
Duration Seconds(long long n);
Duration ZeroDuration();
void SleepFor(Duration time);
class Condition;
class Mutex {
public:
  void Lock();
  void Unlock();
  bool TryLock();
  void Await(const Condition& condition);
};
class MutexLock {
public:
  explicit MutexLock(Mutex* mutex);
  ~MutexLock();
};
class ReleasableMutexLock {
public:
  explicit ReleasableMutexLock(Mutex* mutex);
  ~ReleasableMutexLock();
  void Release();
};
class Notification {
public:
  bool HasBeenNotified() const;
  void WaitForNotification() const;
};
class BlockingCounter {
public:
  void Wait();
  bool DecrementCount();
};
} // namespace absl
