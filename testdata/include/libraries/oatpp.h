// Declarations in the shape of Oat++.
#pragma once

namespace oatpp::async {
class Action {};
class AbstractCoroutine {
public:
  virtual ~AbstractCoroutine();
  virtual Action act() = 0;
};
template <typename T>
class Coroutine : public AbstractCoroutine {
public:
  Action finish() const;
};
class Executor {
public:
  void waitTasksFinished();
  void stop();
};
} // namespace oatpp::async
