#include "fake/task.h"
#include "libraries/libtorrent.h"

#include <memory>

using fake::Task;
using namespace std::chrono_literals;

Task<> creates(std::string path) {
  lt::file_storage files;
  lt::add_files(files, path);                            // want: blocking-file
  lt::create_torrent torrent(files);
  lt::set_piece_hashes(torrent, path);                   // want: blocking-file
  lt::set_piece_hashes(torrent, path, [](int) {});       // want: blocking-file
  torrent.generate_buf();                                // ok: blocking-file   works in memory
  co_return;
}
Task<> loads(std::string path, std::vector<char> text, lt::file_storage files) {
  lt::load_torrent_file(path);                           // want: blocking-file
  lt::load_torrent_buffer(text);                         // ok: blocking-file
  lt::torrent_info info(path);                           // want: blocking-file
  lt::torrent_info parsed(files);                        // ok: blocking-file
  auto kept = std::make_shared<lt::torrent_info>(files); // ok: blocking-file
  co_return;
}
Task<> waits(lt::session& session, std::vector<lt::alert*>& alerts) {
  session.wait_for_alert(1s);                            // want: blocking-wait
  session.wait_for_alert(0s);                            // ok: blocking-wait   only looks
  session.pop_alerts(&alerts);                           // ok: blocking-wait
  co_return;
}
Task<> asks(lt::session& session, const lt::add_torrent_params& parameters, lt::torrent_handle& torrent) {
  session.add_torrent(parameters);                       // want: blocking-wait note
  session.async_add_torrent(parameters);                 // ok: blocking-wait   an alert tells
  torrent.status();                                      // want: blocking-wait note
  torrent.pause();                                       // ok: blocking-wait
  co_return;
}
Task<> ends(std::unique_ptr<lt::session> session) {
  session.reset();                                       // missed: blocking-wait the end of what external code holds
  co_return;
}
