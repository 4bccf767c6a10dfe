// Declarations in the shape of Trantor.
#pragma once

#include <functional>

namespace trantor {
class EventLoop {
public:
  void loop();
  void quit();
  void queueInLoop(const std::function<void()>& function);
};
class TaskQueue {
public:
  virtual ~TaskQueue();
  virtual void runTaskInQueue(const std::function<void()>& task) = 0;
  void syncTaskInQueue(const std::function<void()>& task);
};
class ConcurrentTaskQueue : public TaskQueue {
public:
  void runTaskInQueue(const std::function<void()>& task) override;
};
} // namespace trantor
