// Declarations in the shape of Boost.Process v2.
#pragma once

namespace boost::process::v2 {
template <typename Executor>
class basic_process {
public:
  int wait();
  bool running();
};
using process = basic_process<int>;
int execute(process child);
} // namespace boost::process::v2
