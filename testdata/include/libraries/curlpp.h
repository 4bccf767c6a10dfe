// Declarations in the shape of curlpp.
#pragma once

namespace curlpp {
class Easy {
public:
  void perform();
  void reset();
};
} // namespace curlpp
namespace cURLpp = curlpp;
