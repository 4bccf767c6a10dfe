// What Clang's driver is called when this tool runs it.
#pragma once

#include <string>
#include <string_view>

namespace nostall {

/// The driver looks for helpers (amdgpu-arch, nvptx-arch) beside itself before it looks into PATH, and runs
/// them to learn what `native` is: under a bare name that is the working folder, which belongs to the
/// repository. This is the same driver in a folder that does not exist.
inline std::string safeDriverName(std::string_view name) {
  const size_t slash = name.rfind('/');
  return "/nonexistent/nostall/" +
         std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

} // namespace nostall
