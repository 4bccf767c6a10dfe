#pragma once

#include <asio.hpp>

// Serves one client.
asio::awaitable<void> session(asio::ip::tcp::socket socket, asio::thread_pool& pool);
