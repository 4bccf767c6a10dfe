#include "fake/task.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;
using fake::Task;

// ---- streams

Task<> opening(const std::string& path) {
  std::ifstream in(path);                   // want: blocking-file warning
  std::ofstream out(path);                  // want: blocking-file
  std::fstream both(path);                  // want: blocking-file
  std::ifstream none;                       // ok: blocking-file   opens nothing
  std::ifstream moved(std::move(in));       // ok: blocking-file
  none.open(path);                          // want: blocking-file
  out.open(path);                           // want: blocking-file
  both.open(path);                          // want: blocking-file
  none.close();                             // want: blocking-file
  out.close();                              // want: blocking-file
  both.close();                             // want: blocking-file
  std::filebuf buffer;
  buffer.open(path, std::ios::in);          // want: blocking-file
  buffer.close();                           // want: blocking-file
  co_return;
}                                           // ok: blocking-file   the flush at the end is off

Task<> reading(std::ifstream& file, std::fstream& both, std::istringstream& text, std::string& line, char* data, int& number) {
  file >> number;                           // want: blocking-file
  file >> line;                             // want: blocking-file
  both >> number;                           // want: blocking-file
  std::getline(file, line);                 // want: blocking-file
  file.get();                               // want: blocking-file
  file.getline(data, 9);                    // want: blocking-file
  file.read(data, 9);                       // want: blocking-file
  file.ignore();                            // want: blocking-file
  file.peek();                              // want: blocking-file
  file.seekg(0);                            // want: blocking-file
  file.tellg();                             // want: blocking-file
  file.sync();                              // want: blocking-file
  file.readsome(data, 9);                   // ok: blocking-file   takes what is buffered
  text >> number;                           // ok: blocking-file   memory
  std::getline(text, line);                 // ok: blocking-file
  text.read(data, 9);                       // ok: blocking-file
  co_return;
}

Task<> writing(std::ofstream& file, std::ostringstream& text) {
  file.write("a", 1);                       // want: blocking-file
  file.put('a');                            // want: blocking-file
  file.flush();                             // want: blocking-file
  file.seekp(0);                            // want: blocking-file
  text.write("a", 1);                       // ok: blocking-file
  text << "a" << std::endl;                 // ok: blocking-file
  co_return;
}

Task<> console(std::string& line, char* data, wchar_t& wide, int& number) {
  std::cin >> number;                       // want: blocking-console error
  std::cin >> line;                         // want: blocking-console
  std::wcin >> wide;                        // want: blocking-console
  std::getline(std::cin, line);             // want: blocking-console
  std::cin.get();                           // want: blocking-console
  std::cin.getline(data, 9);                // want: blocking-console
  std::cin.read(data, 9);                   // want: blocking-console
  std::cin.ignore();                        // want: blocking-console
  std::cin.peek();                          // want: blocking-console
  std::cin.readsome(data, 9);               // ok: blocking-console
  std::cout << number << std::endl;         // ok: blocking-console   writes are off
  std::cerr << "hello";                     // ok: blocking-console
  std::cout.flush();                        // ok: blocking-console
  std::endl(std::cout);                     // ok: blocking-console
  std::flush(std::cout);                    // ok: blocking-console
  co_return;
}

// ---- file systems

Task<> names(const fs::path& path) {
  fs::canonical(path);                      // want: blocking-file
  fs::weakly_canonical(path);               // want: blocking-file
  fs::relative(path);                       // want: blocking-file
  fs::proximate(path);                      // want: blocking-file
  fs::absolute(path);                       // ok: blocking-file   normally short
  fs::current_path();                       // ok: blocking-file
  fs::temp_directory_path();                // ok: blocking-file
  path.lexically_normal();                  // ok: blocking-file   text only
  co_return;
}

Task<> changes(const fs::path& path) {
  fs::copy(path, path);                     // want: blocking-file
  fs::copy_file(path, path);                // want: blocking-file
  fs::copy_symlink(path, path);             // want: blocking-file
  fs::rename(path, path);                   // want: blocking-file
  fs::resize_file(path, 0);                 // want: blocking-file
  fs::create_directory(path);               // want: blocking-file
  fs::create_directories(path);             // want: blocking-file
  fs::create_directory_symlink(path, path); // want: blocking-file
  fs::create_symlink(path, path);           // want: blocking-file
  fs::create_hard_link(path, path);         // want: blocking-file
  fs::read_symlink(path);                   // want: blocking-file
  fs::remove(path);                         // want: blocking-file
  fs::remove_all(path);                     // want: blocking-file
  fs::permissions(path, fs::perms::all);    // want: blocking-file
  fs::last_write_time(path);                // want: blocking-file
  co_return;
}

Task<> questions(const fs::path& path, fs::file_status known) {
  fs::equivalent(path, path);               // want: blocking-file
  fs::file_size(path);                      // want: blocking-file
  fs::hard_link_count(path);                // want: blocking-file
  fs::space(path);                          // want: blocking-file
  fs::status(path);                         // want: blocking-file
  fs::symlink_status(path);                 // want: blocking-file
  fs::is_empty(path);                       // want: blocking-file
  fs::exists(path);                         // want: blocking-file
  fs::exists(known);                        // ok: blocking-file   looks at the status only
  fs::is_block_file(path);                  // want: blocking-file
  fs::is_character_file(path);              // want: blocking-file
  fs::is_directory(path);                   // want: blocking-file
  fs::is_directory(known);                  // ok: blocking-file
  fs::is_fifo(path);                        // want: blocking-file
  fs::is_other(path);                       // want: blocking-file
  fs::is_regular_file(path);                // want: blocking-file
  fs::is_regular_file(known);               // ok: blocking-file
  fs::is_socket(path);                      // want: blocking-file
  fs::is_symlink(path);                     // want: blocking-file
  co_return;
}

Task<> folders(const fs::path& path, std::error_code error) {
  fs::directory_iterator end;               // ok: blocking-file   opens nothing
  fs::directory_iterator one(path);         // want: blocking-file
  ++one;                                    // want: blocking-file
  one.increment(error);                     // want: blocking-file
  fs::recursive_directory_iterator deep(path); // want: blocking-file
  ++deep;                                   // want: blocking-file
  deep.increment(error);                    // want: blocking-file
  deep.pop();                               // want: blocking-file
  one++;                                    // want: blocking-file
  deep++;                                   // want: blocking-file
  co_return;
}

Task<> loop(const fs::path& path) {
  for (const auto& entry : fs::directory_iterator(path)) { // want: blocking-file // want: blocking-file
    (void)entry;
  }
  co_return;
}

Task<> entries(fs::directory_entry& entry) {
  entry.exists();                           // want: blocking-file note
  entry.file_size();                        // want: blocking-file note
  entry.hard_link_count();                  // want: blocking-file
  entry.is_block_file();                    // want: blocking-file
  entry.is_character_file();                // want: blocking-file
  entry.is_directory();                     // want: blocking-file
  entry.is_fifo();                          // want: blocking-file
  entry.is_other();                         // want: blocking-file
  entry.is_regular_file();                  // want: blocking-file
  entry.is_socket();                        // want: blocking-file
  entry.is_symlink();                       // want: blocking-file
  entry.last_write_time();                  // want: blocking-file
  entry.status();                           // want: blocking-file
  entry.symlink_status();                   // want: blocking-file
  entry.refresh();                          // want: blocking-file warning
  entry.assign("a");                        // want: blocking-file
  entry.replace_filename("a");              // want: blocking-file
  entry.path();                             // ok: blocking-file
  co_return;
}

// ---- buffers

Task<> buffers(std::filebuf& file, std::stringbuf& text, char* data) {
  file.sgetn(data, 9);                      // want: blocking-file
  file.sgetc();                             // want: blocking-file
  file.sbumpc();                            // want: blocking-file
  file.snextc();                            // want: blocking-file
  file.sputn(data, 9);                      // want: blocking-file
  file.sputc('a');                          // want: blocking-file
  file.pubsync();                           // want: blocking-file
  file.pubseekoff(0, std::ios::beg);        // want: blocking-file
  file.pubseekpos(0);                       // want: blocking-file
  file.in_avail();                          // ok: blocking-file   what is buffered
  file.is_open();                           // ok: blocking-file
  text.sgetn(data, 9);                      // ok: blocking-file   memory
  text.sputn(data, 9);                      // ok: blocking-file
  text.pubsync();                           // ok: blocking-file
  co_return;
}
