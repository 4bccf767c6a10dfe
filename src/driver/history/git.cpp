#include "driver/history/git.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/FileUtilities.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Program.h>
#include <llvm/Support/raw_ostream.h>

#include <charconv>
#include <unistd.h>

namespace nostall {
namespace {

using llvm::StringRef;

/// What a repository may not choose: it would be a program of its own.
std::vector<std::string> safeSettings() {
  return {"-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
          "-c", "diff.external=",           "-c", "protocol.ext.allow=never"};
}

std::vector<StringRef> environment() {
  std::vector<StringRef> variables = {"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat",
                                      "LC_ALL=C"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const StringRef text(*variable);
    const bool ours = text.starts_with("GIT_OPTIONAL_LOCKS=") || text.starts_with("GIT_TERMINAL_PROMPT=") ||
                      text.starts_with("GIT_PAGER=") || text.starts_with("LC_ALL=") ||
                      text.starts_with("GIT_EXTERNAL_DIFF=");
    if (!ours) { variables.push_back(text); }
  }
  return variables;
}

/// A file that is gone when this is.
class Scratch {
public:
  Scratch() {
    int file = -1;
    ok_ = !llvm::sys::fs::createTemporaryFile("nostall-git", "", file, path_);
    if (ok_) { remover_.setFile(path_); }
    if (file >= 0) { close(file); }
  }
  bool ok() const { return ok_; }
  StringRef path() const { return path_; }
  bool write(StringRef text) const {
    std::error_code error;
    llvm::raw_fd_ostream out(path_, error);
    if (error) { return false; }
    out << text;
    out.close();
    return !out.has_error();
  }

private:
  llvm::SmallString<128> path_;
  llvm::FileRemover remover_;
  bool ok_ = false;
};

std::string withoutLineEnd(std::string text) {
  while (text.ends_with('\n')) {
    text.pop_back();
  }
  return text;
}

/// "https://host/path" of "https://user:password@host/path" and of "git@host:path".
std::string withoutSecrets(std::string address) {
  const size_t scheme = address.find("://");
  const size_t host = scheme == std::string::npos ? 0 : scheme + 3;
  const size_t slash = address.find('/', host);
  const size_t at = address.rfind('@', slash);
  if (at != std::string::npos && at >= host) { address.erase(host, at + 1 - host); }
  if (scheme != std::string::npos) { return address; }
  const size_t colon = address.find(':');
  if (colon == std::string::npos) { return {}; } // a folder on this machine
  address[colon] = '/';
  return "https://" + address;
}

} // namespace

Git::Git(std::string folder) : folder_(std::move(folder)), settings_(safeSettings()) {
  // Filters have names of their own: "filter.lfs.clean".
  const auto filters = output({"config", "-z", "--name-only", "--get-regexp", "^filter\\."});
  for (const std::string& name : zeroSeparated(filters.value_or(""))) {
    settings_.insert(settings_.end(), {"-c", name + (name.ends_with(".required") ? "=false" : "=")});
  }
  top_ = withoutLineEnd(output({"rev-parse", "--show-toplevel"}).value_or(""));
}

std::optional<std::string> Git::output(const std::vector<std::string>& arguments,
                                       const std::string& input) const {
  const auto git = llvm::sys::findProgramByName("git");
  const Scratch in;
  const Scratch out;
  if (!git || !in.ok() || !out.ok() || !in.write(input)) { return std::nullopt; }
  std::vector<StringRef> words = {"git", "-C", folder_};
  words.insert(words.end(), settings_.begin(), settings_.end());
  words.insert(words.end(), arguments.begin(), arguments.end());
  const std::vector<StringRef> variables = environment();
  const std::optional<StringRef> streams[] = {in.path(), out.path(), StringRef("/dev/null")};
  if (llvm::sys::ExecuteAndWait(*git, words, llvm::ArrayRef(variables), streams) != 0) {
    return std::nullopt;
  }
  const auto text = llvm::MemoryBuffer::getFile(out.path());
  return text ? std::optional((*text)->getBuffer().str()) : std::nullopt;
}

std::optional<Revision> revisionOf(const std::string& folder) {
  const Git git(folder);
  if (git.top().empty()) { return std::nullopt; }
  Revision revision;
  revision.repository =
      withoutSecrets(withoutLineEnd(git.output({"config", "remote.origin.url"}).value_or("")));
  if (revision.repository.find("://") == std::string::npos || revision.repository.starts_with("file:")) {
    return std::nullopt;
  }
  revision.commit = withoutLineEnd(git.output({"rev-parse", "HEAD"}).value_or(""));
  revision.branch = withoutLineEnd(git.output({"symbolic-ref", "--short", "-q", "HEAD"}).value_or(""));
  return revision;
}

std::vector<std::string> zeroSeparated(const std::string& text) {
  std::vector<std::string> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\0', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::vector<StoredFile> filesOf(const Git& git, const std::string& commit) {
  std::vector<StoredFile> files;
  const auto listed = git.output({"ls-tree", "-r", "-z", "--full-tree", commit});
  // "MODE TYPE OBJECT\tPATH"
  for (const std::string& line : zeroSeparated(listed.value_or(""))) {
    const size_t tab = line.find('\t');
    const size_t object = line.rfind(' ', tab);
    if (tab == std::string::npos || object == std::string::npos) { continue; }
    StoredFile file{.path = line.substr(tab + 1), .object = line.substr(object + 1, tab - object - 1)};
    if (line.starts_with("160000")) { file.kind = StoredFile::Submodule; }
    if (line.starts_with("120000")) { file.kind = StoredFile::Link; }
    files.push_back(std::move(file));
  }
  return files;
}

bool readContents(const Git& git, const std::vector<StoredFile>& files,
                  const std::function<void(const StoredFile& file, std::string_view content)>& take) {
  std::string wanted;
  for (const StoredFile& file : files) {
    if (file.kind != StoredFile::Submodule) { wanted += file.object + "\n"; }
  }
  const auto contents = git.output({"cat-file", "--batch"}, wanted);
  if (!contents) { return false; }
  // "OBJECT TYPE SIZE\nCONTENT\n"
  std::string_view rest = *contents;
  for (const StoredFile& file : files) {
    if (file.kind == StoredFile::Submodule) { continue; }
    const size_t end = rest.find('\n');
    if (end == std::string_view::npos) { return false; }
    const std::string_view head = rest.substr(0, end);
    size_t size = 0;
    const char* number = head.data() + head.rfind(' ') + 1;
    const bool known = std::from_chars(number, head.data() + head.size(), size).ec == std::errc();
    if (!known || rest.size() < end + 1 + size + 1) { return false; }
    take(file, rest.substr(end + 1, size));
    rest.remove_prefix(end + 1 + size + 1);
  }
  return true;
}

} // namespace nostall
