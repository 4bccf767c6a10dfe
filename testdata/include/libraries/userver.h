// Declarations in the shape of userver.
#pragma once

#include "libraries/anything.h"

#include <chrono>
#include <string>

namespace userver {
namespace engine {
class TaskProcessor {};
template <typename T>
class [[nodiscard]] TaskWithResult {
public:
  T Get();
};
void SleepFor(std::chrono::milliseconds time);
void RunStandalone(void (*payload)());
} // namespace engine
namespace utils {
template <typename F>
engine::TaskWithResult<void> Async(std::string name, F&& function) {
  return fake::Anything();
}
template <typename F>
engine::TaskWithResult<void> Async(engine::TaskProcessor& processor, std::string name, F&& function) {
  return fake::Anything();
}
} // namespace utils
namespace server::handlers {
class HttpHandlerBase {
public:
  virtual ~HttpHandlerBase();
  virtual std::string HandleRequestThrow(int request, int& context) const;
};
} // namespace server::handlers
} // namespace userver
