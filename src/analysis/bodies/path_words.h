// The paths of objects (PathId) in words, and what is a part of what.
#pragma once

#include <string>
#include <string_view>

namespace nostall {

/// "mutex_" for "this.mutex_", "lock" for "local:lock@7", "ns::x" for "global:ns::x".
std::string pathInWords(std::string_view path);

/// `path` is `whole` or a part of it: "this.peer.fd" of "this.peer".
bool isWithin(std::string_view path, std::string_view whole);

} // namespace nostall
