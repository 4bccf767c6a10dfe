// Declarations in the shape of Qpid Proton.
#pragma once

namespace proton {
class container {
public:
  void run();
  void stop();
};
} // namespace proton
