// Declarations in the shape of C++ REST SDK.
#pragma once

#include "libraries/anything.h"

namespace pplx {
template <typename T>
class task {
public:
  T get() const;
  bool is_done() const;
  template <typename F>
  task then(F&& continuation) const {
    return fake::Anything();
  }
};
} // namespace pplx
