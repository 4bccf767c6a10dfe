// The child's side of process_pool.h.
#pragma once

#include "support/process_pool.h"

namespace nostall::worker {

/// How a worker says that it ran out of memory.
inline constexpr int out_of_memory_code = 86;

struct Channels {
  int socket = -1;       ///< indices come in, results go out
  int error_stream = -1; ///< becomes the standard error
};

/// Serves jobs until the parent closes the socket; never returns.
[[noreturn]] void serve(const Channels& channels, const std::function<std::string(size_t)>& job,
                        const PoolOptions& options);

/// Becomes the base of that number; never returns.
[[noreturn]] void serveBase(const Channels& channels, size_t base, const PoolOptions& options);

/// False when nobody listens any more.
bool sendAnswer(int socket, const std::string& bytes);

} // namespace nostall::worker
