#include "cli/commands.h"
#include "cli/messages.h"

namespace nostall {

int printVersion() {
  return print("nostall " NOSTALL_VERSION " (Clang " NOSTALL_CLANG_VERSION ")\n");
}

} // namespace nostall
