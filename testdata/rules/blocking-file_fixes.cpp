// Files that public code read on its loop, before and after it was repaired.
// flags: -isystem {source}/testdata/include/newer
#include <asio.hpp>

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <span>
#include <sstream>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

using asio::awaitable;
using asio::use_awaitable;

struct Request {
  std::string path;
};
struct Response {
  std::string body;
};

std::string readAll(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

namespace before {

// ---- the room on a disk, in a helper

struct Disk {
  std::filesystem::path path;
  std::uintmax_t total = 0;
  std::uintmax_t free = 0;
};
Disk lookAt(const std::filesystem::path& path) {
  const std::filesystem::space_info space = std::filesystem::space(path);
  return {path, space.capacity, space.available};
}
awaitable<Disk> health() {
  const Disk disk = lookAt("/var/lib");      // want: blocking-file via before::lookAt, std::filesystem::space
  co_return disk;
}

// ---- a handler that reads the file it sends

awaitable<Response> handle(Request request) {
  Response response;
  if (!std::filesystem::exists(request.path)) { // want: blocking-file
    response.body = "not found";
    co_return response;
  }
  response.body = readAll(request.path);     // want: blocking-file
  co_return response;
}

// ---- a sensor on a bus

class Sensor {
public:
  explicit Sensor(int fd) : fd_(fd) {}
  awaitable<int> measure() {
    std::uint8_t command = 0xe3;
    std::uint8_t answer[2] = {};
    i2c_msg messages[2] = {};
    messages[0].buf = &command;
    messages[1].buf = answer;
    i2c_rdwr_ioctl_data transfer{messages, 2};
    if (::ioctl(fd_, I2C_RDWR, &transfer) < 0) { co_return -1; } // want: blocking-ipc
    co_return answer[0] << 8 | answer[1];
  }

private:
  int fd_;
};

// ---- flash memory, in chunks "so that it does not take too long"

awaitable<void> flash(int device, std::span<const char> image) {
  constexpr std::size_t chunk = 4096;
  for (std::size_t at = 0; at < image.size(); at += chunk) {
    const std::size_t size = std::min(chunk, image.size() - at);
    if (::write(device, image.data() + at, size) < 0) { co_return; } // want: blocking-file note
    co_await asio::post(use_awaitable);
  }
  ::fsync(device);                           // want: blocking-file
}

} // namespace before

namespace after {

// ---- on a pool

awaitable<before::Disk> health(asio::thread_pool& pool) {
  co_return co_await asio::co_spawn(
      pool, []() -> awaitable<before::Disk> { co_return before::lookAt("/var/lib"); }, use_awaitable); // ok: blocking-file
}

awaitable<Response> handle(Request request, asio::thread_pool& pool) {
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  Response response;
  response.body = readAll(request.path);     // ok: blocking-file
  co_return response;
}

awaitable<int> measure(asio::thread_pool& pool, int fd) {
  auto transfers = [fd]() -> awaitable<int> {
    i2c_rdwr_ioctl_data transfer{nullptr, 0};
    co_return ::ioctl(fd, I2C_RDWR, &transfer); // ok: blocking-ipc
  };
  co_return co_await asio::co_spawn(pool, transfers, use_awaitable);
}

awaitable<void> flash(asio::thread_pool& pool, int device, std::span<const char> image) {
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  if (::write(device, image.data(), image.size()) < 0) { co_return; } // ok: blocking-file
  ::fsync(device);                           // ok: blocking-file
}

} // namespace after
