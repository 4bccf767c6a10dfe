#include "fake/task.h"

#include <Poco/ActiveResult.h>
#include <Poco/Condition.h>
#include <Poco/DirectoryIterator.h>
#include <Poco/Event.h>
#include <Poco/File.h>
#include <Poco/FileStream.h>
#include <Poco/Mutex.h>
#include <Poco/NamedEvent.h>
#include <Poco/NamedMutex.h>
#include <Poco/Notification.h>
#include <Poco/NotificationQueue.h>
#include <Poco/PriorityNotificationQueue.h>
#include <Poco/Process.h>
#include <Poco/RWLock.h>
#include <Poco/Semaphore.h>
#include <Poco/StreamCopier.h>
#include <Poco/TaskManager.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>
#include <Poco/TimedNotificationQueue.h>
#include <Poco/Timer.h>
#include <Poco/URI.h>
#include <Poco/URIStreamOpener.h>

#include <sstream>

using fake::Task;

void nap() { Poco::Thread::sleep(1); }

Task<> sleeps() {
  Poco::Thread::sleep(1);                          // want: blocking-sleep error
  Poco::Thread::sleep(0);                          // ok: blocking-sleep
  Poco::Thread::trySleep(1);                       // want: blocking-sleep
  co_return;
}

// ---- files

Task<> files(Poco::File& file, std::istream& in, std::ostream& out, std::string& text, std::vector<std::string>& names) {
  Poco::FileInputStream input("a");                // want: blocking-file warning
  Poco::FileOutputStream output("a");              // want: blocking-file
  Poco::FileStream both("a");                      // want: blocking-file
  Poco::FileStream none;                           // ok: blocking-file
  none.open("a", std::ios::in);                    // want: blocking-file
  Poco::StreamCopier::copyStream(in, out);         // want: blocking-file note
  Poco::StreamCopier::copyToString(in, text);      // want: blocking-file note
  file.exists();                                   // want: blocking-file
  file.isFile();                                   // want: blocking-file
  file.isDirectory();                              // want: blocking-file
  file.getSize();                                  // want: blocking-file
  file.getLastModified();                          // want: blocking-file
  file.list(names);                                // want: blocking-file
  file.copyTo("b");                                // want: blocking-file
  file.moveTo("b");                                // want: blocking-file
  file.renameTo("b");                              // want: blocking-file
  file.remove();                                   // want: blocking-file
  file.createFile();                               // want: blocking-file
  file.createDirectory();                          // want: blocking-file
  file.createDirectories();                        // want: blocking-file
  file.path();                                     // ok: blocking-file   text only
  Poco::DirectoryIterator end;                     // ok: blocking-file
  Poco::DirectoryIterator begin(std::string("a")); // want: blocking-file
  co_return;
}

Task<> opener(Poco::URIStreamOpener& streams, const Poco::URI& uri) {
  streams.open(uri);                               // want: blocking-http error
  co_return;
}

// ---- processes and threads

Task<> processes(Poco::ProcessHandle& handle) {
  handle.wait();                                   // want: blocking-process error
  Poco::Process::wait(handle);                     // want: blocking-process
  Poco::Process::launch("true", {});               // want: blocking-process
  co_return;
}

struct Job : Poco::Runnable {
  void run() override { nap(); }                   // ok: blocking-sleep   its own thread
};

Task<> threads(Poco::Thread& thread, Poco::Event& event, Poco::Semaphore& semaphore, Poco::Condition& condition, Poco::Mutex& mutex,
               Poco::ActiveResult<int>& result) {
  thread.startFunc([] { nap(); });                 // ok: blocking-sleep   another thread
  thread.join();                                   // want: blocking-wait error
  thread.tryJoin(100);                             // want: blocking-wait
  thread.tryJoin(0);                               // ok: blocking-wait
  event.wait();                                    // want: blocking-wait
  event.tryWait(100);                              // want: blocking-wait
  event.tryWait(0);                                // ok: blocking-wait
  event.set();                                     // ok: blocking-wait
  semaphore.wait();                                // want: blocking-wait
  semaphore.tryWait(100);                          // want: blocking-wait
  condition.wait(mutex);                           // want: blocking-wait
  condition.tryWait(mutex, 100);                   // want: blocking-wait
  condition.tryWait(mutex, 0);                     // ok: blocking-wait
  if (result.available()) {
    result.wait();                                 // ok: blocking-wait
  }
  result.wait();                                   // want: blocking-wait
  result.tryWait(100);                             // want: blocking-wait
  co_return;
}

void work(void*) { nap(); }

Task<> pools(Poco::Thread& thread, Poco::ThreadPool& pool, Poco::TaskManager& tasks, Poco::Timer& timer, Poco::NotificationQueue& queue,
             Poco::PriorityNotificationQueue& priorities, Poco::TimedNotificationQueue& timed, Job& job) {
  thread.start(work, nullptr);                     // ok: blocking-sleep   another thread
  pool.start(job);                                 // ok: blocking-sleep
  pool.startWithPriority(Poco::Thread::PRIO_LOW, job); // ok: blocking-sleep
  pool.joinAll();                                  // want: blocking-wait
  pool.stopAll();                                  // want: blocking-wait
  tasks.joinAll();                                 // want: blocking-wait
  timer.stop();                                    // want: blocking-wait
  queue.dequeueNotification();                     // ok: blocking-wait
  queue.waitDequeueNotification();                 // want: blocking-wait
  priorities.waitDequeueNotification();            // want: blocking-wait
  timed.waitDequeueNotification();                 // want: blocking-wait
  co_return;
}

// ---- locks

Task<> locks(Poco::Mutex& mutex, Poco::FastMutex& fast, Poco::RWLock& shared, Poco::NamedMutex& named, Poco::NamedEvent& event) {
  mutex.lock();                                    // want: blocking-lock note
  mutex.tryLock();                                 // ok: blocking-lock
  mutex.tryLock(100);                              // want: blocking-lock
  mutex.unlock();                                  // ok: blocking-lock
  fast.lock();                                     // want: blocking-lock
  fast.tryLock(100);                               // want: blocking-lock
  shared.readLock();                               // want: blocking-lock
  shared.writeLock();                              // want: blocking-lock
  named.lock();                                    // want: blocking-ipc warning
  event.wait();                                    // want: blocking-ipc
  {
    Poco::ScopedLock<Poco::Mutex> guard(mutex);    // want: blocking-lock
  }
  Poco::ScopedLockWithUnlock<Poco::Mutex> guard(mutex); // want: blocking-lock
  Poco::ScopedRWLock reader(shared);               // want: blocking-lock
  co_return;
}
