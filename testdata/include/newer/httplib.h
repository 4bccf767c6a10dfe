// What later versions of cpp-httplib than Debian's have.
#pragma once

namespace httplib {
class Server {
public:
  void wait_until_ready() const;
};
} // namespace httplib
