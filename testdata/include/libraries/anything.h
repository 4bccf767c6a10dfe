// What a fake function returns that must have a body because a lambda is among its types.
#pragma once

namespace fake {

struct Anything {
  template <typename T>
  operator T() const;
};

} // namespace fake
