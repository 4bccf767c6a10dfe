#include "thumbnails.h"

#include <asio/post.hpp>
#include <chrono>
#include <thread>

// Slow, but on a thread of its own: nothing to report here.
void renderThumbnail(asio::thread_pool& pool, std::string name) {
  asio::post(pool, [name = std::move(name)] {
    std::this_thread::sleep_for(std::chrono::seconds(1)); // stands for the work
  });
}
