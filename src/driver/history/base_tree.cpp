#include "driver/history/base_tree.h"

#include "driver/history/git.h"
#include "driver/project.h"
#include "support/paths.h"
#include "support/text.h"
#include "support/write_file.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/Support/FileSystem.h>

#include <fcntl.h>
#include <set>
#include <unistd.h>

namespace nostall {
namespace {

namespace fs = llvm::sys::fs;

bool isSource(std::string_view path) {
  const size_t dot = path.rfind('.');
  return dot != std::string_view::npos && llvm::StringSwitch<bool>(path.substr(dot))
                                              .Cases(".cpp", ".cc", ".cxx", ".c++", ".C", ".c", true)
                                              .Default(false);
}

/// Git's names are data: one that leads out of the folder is not followed.
bool staysInside(const std::string& path) {
  return !path.empty() && path.front() != '/' && normalPath(path) == path && !path.starts_with("..");
}

bool writeContent(const std::string& path, std::string_view content) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) { return false; }
  const bool written = writeAll(file, std::string(content));
  return close(file) == 0 && written;
}

/// Makes the folders above a path; each once.
class Folders {
public:
  void makeFor(const std::string& path) {
    const std::string parent = parentPath(path);
    if (made_.insert(parent).second) { fs::create_directories(parent); }
  }

private:
  std::set<std::string> made_;
};

std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

} // namespace

BaseTree::BaseTree(const std::string& folder, const std::string& revision, Problems& problems) {
  const std::string failure = make(folder, revision);
  if (!failure.empty()) { problems.push_back({.message = "--since: " + failure}); }
}

std::string BaseTree::make(const std::string& folder, const std::string& revision) {
  const Git git(folder);
  top_ = git.top();
  if (top_.empty()) { return "'" + printable(folder) + "' is in no git checkout, or git is not installed"; }
  const auto known =
      git.output({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!known) {
    return "git knows no commit '" + printable(revision) +
           "' here: in a shallow clone fetch it first, as with 'git fetch --depth=1000 origin " +
           printable(revision) + "'";
  }
  const auto base = git.output({"merge-base", firstLine(*known), "HEAD"});
  if (!base) {
    return "the commit from which '" + printable(revision) +
           "' and HEAD went apart is not in this clone: fetch more of the history, as with "
           "'git fetch --unshallow' (fetch-depth: 0)";
  }
  llvm::SmallString<128> made;
  if (fs::createUniqueDirectory("nostall-base", made)) { return "there is no folder for temporary files"; }
  llvm::SmallString<128> real;
  folder_ = (fs::real_path(made, real) ? made : real).str().str();
  if (!fill(git, firstLine(*base))) { return "the files of the merge base cannot be written"; }
  linkIgnored(git);
  compare(git, firstLine(*base));
  return {};
}

BaseTree::~BaseTree() {
  if (!folder_.empty()) { fs::remove_directories(folder_); }
}

bool BaseTree::fill(const Git& git, const std::string& commit) {
  Folders folders;
  const std::vector<StoredFile> files = filesOf(git, commit);
  bool written = !files.empty();
  std::vector<std::pair<std::string, std::string>> links; // last, so that nothing is written through one
  written &= readContents(git, files, [&](const StoredFile& file, std::string_view content) {
    if (!staysInside(file.path)) { return; }
    const std::string path = folder_ + "/" + file.path;
    folders.makeFor(path);
    if (file.kind == StoredFile::Link) {
      links.emplace_back(path, content);
    } else {
      written &= writeContent(path, content);
    }
  });
  for (const StoredFile& file : files) {
    if (file.kind != StoredFile::Submodule || !staysInside(file.path)) { continue; }
    folders.makeFor(folder_ + "/" + file.path);
    links.emplace_back(folder_ + "/" + file.path, top_ + "/" + file.path);
  }
  for (const auto& [path, target] : links) {
    (void)symlink(target.c_str(), path.c_str());
  }
  return written;
}

/// What the build made, and whatever else is no part of the history, is what it is today.
void BaseTree::linkIgnored(const Git& git) {
  const auto ignored = git.output(
      {"ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z", "--full-name", ":/"});
  Folders folders;
  for (std::string path : zeroSeparated(ignored.value_or(""))) {
    if (path.ends_with('/')) { path.pop_back(); }
    if (!staysInside(path) || pathExists(folder_ + "/" + path)) { continue; }
    folders.makeFor(folder_ + "/" + path);
    (void)symlink((top_ + "/" + path).c_str(), (folder_ + "/" + path).c_str());
  }
}

void BaseTree::compare(const Git& git, const std::string& commit) {
  // The working tree counts, not only what is committed.
  const auto changes =
      git.output({"diff", "--no-ext-diff", "--no-textconv", "-M", "-z", "--name-status", commit});
  const std::vector<std::string> words = zeroSeparated(changes.value_or(""));
  for (size_t i = 0; i + 1 < words.size(); i += 2) {
    const bool two_names = words[i].starts_with('R') || words[i].starts_with('C');
    if (two_names && i + 2 < words.size()) {
      if (words[i].starts_with('R')) { renamed_[top_ + "/" + words[i + 2]] = top_ + "/" + words[i + 1]; }
      ++i;
    } else if (words[i].starts_with('D') && isSource(words[i + 1])) {
      deleted_.push_back(top_ + "/" + words[i + 1]);
    }
  }
}

} // namespace nostall
