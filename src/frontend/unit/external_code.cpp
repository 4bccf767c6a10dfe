#include "frontend/unit/external_code.h"

#include <llvm/Support/Path.h>

namespace nostall {

namespace {

bool isInside(llvm::StringRef path, llvm::StringRef folder) {
  while (folder.size() > 1 && folder.back() == '/') {
    folder = folder.drop_back();
  }
  if (folder == "/") { return true; }
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

} // namespace

ExternalCode::ExternalCode(const FrontendOptions& options, llvm::vfs::FileSystem& files)
    : options_(options), files_(files) {}

bool ExternalCode::isExternalFile(llvm::StringRef absolute_path) {
  return isExternalFolder(llvm::sys::path::parent_path(absolute_path));
}

bool ExternalCode::isExternalFolder(llvm::StringRef folder) {
  if (const auto known = folders_.find(folder); known != folders_.end()) { return known->second; }
  const llvm::StringRef root = options_.project_root;
  bool external = false;
  if (!isInside(folder, root)) {
    external = true;
  } else if (folder.size() > root.size()) {
    // CMake's FetchContent puts other people's code into build/_deps; a .git below the root is a
    // submodule or a checkout of its own.
    external = llvm::sys::path::filename(folder) == "_deps" || files_.exists(folder + "/.git");
    for (const std::string& named : options_.external_folders) {
      external |= isInside(folder, named);
    }
    external = external || isExternalFolder(llvm::sys::path::parent_path(folder));
  }
  folders_[folder] = external;
  return external;
}

llvm::StringRef ExternalCode::pathInProject(llvm::StringRef absolute_path) const {
  const llvm::StringRef root = options_.project_root;
  if (root == "/" || !isInside(absolute_path, root)) { return absolute_path; }
  return absolute_path.substr(root.size()).ltrim('/');
}

bool ExternalCode::isExternalNamespace(llvm::StringRef qualified_name) const {
  for (const std::string& name : options_.external_namespaces) {
    const llvm::StringRef rest = qualified_name;
    if (rest.starts_with(name) && rest.substr(name.size()).starts_with("::")) { return true; }
  }
  return false;
}

bool ExternalCode::isGenerated(llvm::StringRef absolute_path) {
  const llvm::StringRef name = llvm::sys::path::filename(absolute_path);
  for (const llvm::StringRef prefix : {"moc_", "qrc_", "ui_"}) {
    if (name.starts_with(prefix)) { return true; }
  }
  for (const llvm::StringRef suffix :
       {".moc", ".pb.cc", ".pb.h", ".grpc.pb.cc", ".grpc.pb.h", "_generated.h"}) {
    if (name.ends_with(suffix)) { return true; }
  }
  return name == "mocs_compilation.cpp";
}

} // namespace nostall
