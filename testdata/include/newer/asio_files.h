// Parts of Asio that Debian's packages lack or hide (io_uring, a later Boost), with the same declarations.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <utility>

namespace asio {
#include "newer/asio_parts.inc"
}

namespace boost::asio {
#include "newer/asio_parts.inc"
}
