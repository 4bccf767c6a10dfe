// Declarations in the shape of glibmm.
#pragma once

#include <functional>
#include <string>

namespace Glib {
std::string file_get_contents(const std::string& name);
class MainContext {
public:
  bool iteration(bool may_block);
};
class MainLoop {
public:
  void run();
  void quit();
};
class SignalTimeout {
public:
  void connect(const std::function<bool()>& slot, unsigned int interval);
};
SignalTimeout signal_timeout();
} // namespace Glib
namespace Gio {
class File {
public:
  bool load_contents(char*& contents, unsigned long& length);
};
} // namespace Gio
