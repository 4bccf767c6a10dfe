// Declarations in the shape of Boost.Fiber.
#pragma once

namespace boost::fibers {
class fiber {
public:
  void join();
};
} // namespace boost::fibers
