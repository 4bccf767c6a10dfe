#include "cache/cache_folder.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "support/text.h"

#include <cerrno>
#include <cstring>

namespace nostall {
namespace {

std::string megabytes(uint64_t bytes) {
  constexpr uint64_t tenth = (uint64_t{1} << 20U) / 10;
  const uint64_t tenths = (bytes + tenth / 2) / tenth;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

} // namespace

int showCache() {
  const CacheFolder folder(usualCacheFolder());
  if (folder.path().empty()) {
    return complain("there is no cache: neither NOSTALL_CACHE nor XDG_CACHE_HOME nor HOME names a folder");
  }
  const CacheUse use = folder.use();
  return print("folder  " + printable(folder.path()) + "\n" + //
               "units   " + std::to_string(use.files) + "\n" + "size    " + megabytes(use.bytes) +
               " of at most " + megabytes(usualCacheLimit()) + "\n");
}

int clearCache() {
  const CacheFolder folder(usualCacheFolder());
  if (folder.path().empty() || folder.clear()) { return exit_clean; }
  return complain("cannot clear '" + printable(folder.path()) + "': " + std::strerror(errno));
}

} // namespace nostall
