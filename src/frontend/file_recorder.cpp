#include "frontend/file_recorder.h"

#include "support/checksum.h"

#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <algorithm>
#include <functional>

namespace nostall {
namespace {

/// Tells the checksum of its content to `told` when it is read.
class RecordedFile : public llvm::vfs::File {
public:
  RecordedFile(std::unique_ptr<llvm::vfs::File> file, std::function<void(uint64_t content)> told)
      : file_(std::move(file)), told_(std::move(told)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override { return file_->status(); }
  llvm::ErrorOr<std::string> getName() override { return file_->getName(); }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine& name, int64_t size, bool ends_with_null, bool is_volatile) override {
    auto buffer = file_->getBuffer(name, size, ends_with_null, is_volatile);
    if (buffer) { told_(checksum((*buffer)->getBuffer())); }
    return buffer;
  }
  std::error_code close() override { return file_->close(); }

private:
  std::unique_ptr<llvm::vfs::File> file_;
  std::function<void(uint64_t)> told_;
};

} // namespace

llvm::ErrorOr<llvm::vfs::Status> FileRecorder::status(const llvm::Twine& path) {
  auto found = ProxyFileSystem::status(path);
  note(absolute(path), {.answer = found ? Answer::Present : Answer::Missing});
  return found;
}

bool FileRecorder::exists(const llvm::Twine& path) {
  const auto found = status(path);
  return found && found->exists();
}

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> FileRecorder::openFileForRead(const llvm::Twine& path) {
  auto file = ProxyFileSystem::openFileForRead(path);
  const std::string name = absolute(path);
  const bool nothing_there = !file && file.getError() == std::errc::no_such_file_or_directory;
  note(name, {.answer = nothing_there ? Answer::Missing : Answer::Present});
  if (!file) { return file; }
  return std::make_unique<RecordedFile>(std::move(*file), [this, name](uint64_t content) {
    note(name, {.answer = Answer::Content, .content = content});
  });
}

llvm::vfs::directory_iterator FileRecorder::dir_begin(const llvm::Twine& path, std::error_code& error) {
  std::vector<std::string> names;
  auto entry = ProxyFileSystem::dir_begin(path, error);
  for (; !error && entry != llvm::vfs::directory_iterator(); entry.increment(error)) {
    names.push_back(llvm::sys::path::filename(entry->path()).str());
  }
  if (error) {
    note(absolute(path), {.answer = Answer::Missing});
  } else {
    note(absolute(path), {.answer = Answer::Content, .content = listingChecksum(std::move(names))});
  }
  return ProxyFileSystem::dir_begin(path, error);
}

void FileRecorder::add(const LookUps& others) {
  for (const LookUp& other : others) {
    note(other.path, {.answer = other.answer, .content = other.content});
  }
}

LookUps FileRecorder::lookUps() const {
  LookUps all;
  all.reserve(known_.size());
  for (const auto& entry : known_) {
    all.push_back({entry.first().str(), entry.second.answer, entry.second.content});
  }
  std::sort(all.begin(), all.end(),
            [](const LookUp& left, const LookUp& right) { return left.path < right.path; });
  return all;
}

void FileRecorder::note(llvm::StringRef path, Known known) {
  const auto [entry, added] = known_.try_emplace(path, known);
  // The answers are ordered: who has read a file knows more than who has seen it.
  if (!added && known.answer > entry->second.answer) { entry->second = known; }
}

std::string FileRecorder::absolute(const llvm::Twine& path) const {
  llvm::SmallString<256> name;
  path.toVector(name);
  if (!llvm::sys::path::is_absolute(name)) { (void)makeAbsolute(name); }
  return std::string(name);
}

} // namespace nostall
