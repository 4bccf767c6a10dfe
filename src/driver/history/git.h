// What git knows of a project. Git is run with nothing of the repository that could run a program: no hooks,
// no file system monitor, no filters (contents are read as they are stored).
#pragma once

#include "model/finding.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nostall {

class Git {
public:
  /// `folder`: absolute; anywhere in the checkout.
  explicit Git(std::string folder);

  /// What `git ARGUMENTS` writes to standard output; nothing when it fails or there is no git.
  std::optional<std::string> output(const std::vector<std::string>& arguments,
                                    const std::string& input = {}) const;

  /// The checkout's top folder; empty outside of one.
  const std::string& top() const { return top_; }

private:
  std::string folder_;
  std::vector<std::string> settings_; // of each call
  std::string top_;
};

/// Whose code it is: the remote `origin` (without a password in it), the commit, the branch. Nothing without
/// a remote.
std::optional<Revision> revisionOf(const std::string& folder);

/// A file that was there before.
struct StoredFile {
  std::string path;   ///< relative to the top
  std::string object; ///< the name of its content
  enum Kind : unsigned char { Regular, Link, Submodule } kind = Regular;
};

/// The files of a commit, in git's order.
std::vector<StoredFile> filesOf(const Git& git, const std::string& commit);

/// The contents of `files` that are no submodules, in their order. False when git fails.
bool readContents(const Git& git, const std::vector<StoredFile>& files,
                  const std::function<void(const StoredFile& file, std::string_view content)>& take);

/// The words of output that ends each with a zero byte.
std::vector<std::string> zeroSeparated(const std::string& text);

} // namespace nostall
