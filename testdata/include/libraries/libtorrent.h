// Declarations in the shape of libtorrent.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace libtorrent {
struct alert {};
struct add_torrent_params {};
struct torrent_status {};
struct file_storage {};
struct error_code {};
inline namespace v2 {
class torrent_info {
public:
  explicit torrent_info(const std::string& filename);
  explicit torrent_info(const file_storage& parsed);
};
class create_torrent {
public:
  explicit create_torrent(file_storage& files);
  std::vector<char> generate_buf() const;
};
class torrent_handle {
public:
  torrent_status status() const;
  void pause() const;
};
} // namespace v2
void add_files(file_storage& files, const std::string& path);
void set_piece_hashes(create_torrent& torrent, const std::string& path);
void set_piece_hashes(create_torrent& torrent, const std::string& path, const std::function<void(int)>& progress);
add_torrent_params load_torrent_file(const std::string& filename);
add_torrent_params load_torrent_buffer(const std::vector<char>& text);
class session_handle {
public:
  alert* wait_for_alert(std::chrono::milliseconds most);
  void pop_alerts(std::vector<alert*>* alerts);
  torrent_handle add_torrent(const add_torrent_params& parameters);
  void async_add_torrent(const add_torrent_params& parameters);
};
class session : public session_handle {
public:
  ~session();
};
} // namespace libtorrent
namespace lt = libtorrent;
