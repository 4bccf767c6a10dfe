#include "fake/task.h"

#include <boost/nowide/cstdio.hpp>
#include <boost/nowide/cstdlib.hpp>
#include <boost/nowide/filebuf.hpp>
#include <boost/nowide/fstream.hpp>

#include <sstream>
#include <string>

namespace nw = boost::nowide;
using fake::Task;

Task<> opens(const std::string& path) {
  nw::ifstream in(path);                 // want: blocking-file
  nw::ofstream out(path);                // want: blocking-file
  nw::fstream both(path);                // want: blocking-file
  nw::ifstream none;                     // ok: blocking-file   opens nothing
  none.open(path);                       // want: blocking-file
  none.close();                          // want: blocking-file
  co_return;
}
Task<> reads(nw::ifstream& file, std::istringstream& text, std::string& line, char* data, int& number) {
  file.read(data, 9);                    // want: blocking-file
  file >> number;                        // want: blocking-file
  std::getline(file, line);              // want: blocking-file
  std::getline(text, line);              // ok: blocking-file   memory
  text.read(data, 9);                    // ok: blocking-file
  co_return;
}
Task<> writes(nw::ofstream& file) {
  file.write("a", 1);                    // want: blocking-file
  file.flush();                          // want: blocking-file
  co_return;
}
Task<> files(const char* path) {
  nw::fopen(path, "r");                  // want: blocking-file
  nw::remove(path);                      // want: blocking-file
  nw::system(path);                      // want: blocking-process
  nw::getenv(path);                      // ok: blocking-file
  co_return;
}
