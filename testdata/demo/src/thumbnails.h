#pragma once

#include <asio/thread_pool.hpp>
#include <string>

// Renders a picture in the background.
void renderThumbnail(asio::thread_pool& pool, std::string name);
