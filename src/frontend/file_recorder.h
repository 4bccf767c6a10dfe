// A file system that remembers what Clang asked it.
#pragma once

#include "model/look_ups.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>

namespace nostall {

class FileRecorder : public llvm::vfs::ProxyFileSystem {
public:
  explicit FileRecorder(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files)
      : ProxyFileSystem(std::move(files)) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine& path) override;
  bool exists(const llvm::Twine& path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine& path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine& path, std::error_code& error) override;

  /// For what was asked of others: a header snapshot that holds the files of these look-ups.
  void add(const LookUps& others);

  LookUps lookUps() const;

private:
  struct Known {
    Answer answer = Answer::Missing;
    uint64_t content = 0;
  };

  void note(llvm::StringRef path, Known known);
  std::string absolute(const llvm::Twine& path) const;

  llvm::StringMap<Known> known_;
};

} // namespace nostall
