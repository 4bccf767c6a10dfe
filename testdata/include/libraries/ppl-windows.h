// Declarations in the shape of Parallel Patterns Library.
#pragma once

#include "libraries/anything.h"

namespace Concurrency {
template <typename T>
class task {
public:
  T get() const;
  template <typename F>
  task then(F continuation) const {
    return fake::Anything();
  }
};
} // namespace Concurrency
namespace concurrency = Concurrency;
