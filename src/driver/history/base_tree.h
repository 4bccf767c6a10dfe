// The files of an earlier commit in a folder of their own, with what the build made beside them.
#pragma once

#include "support/problem.h"

#include <map>
#include <string>
#include <vector>

namespace nostall {

class Git;

class BaseTree {
public:
  /// Of the merge base of `revision` and HEAD, for the checkout that `folder` (absolute) lies in. When it
  /// cannot be had, `problems` says why and the rest is of no use.
  BaseTree(const std::string& folder, const std::string& revision, Problems& problems);
  ~BaseTree();
  BaseTree(const BaseTree&) = delete;
  BaseTree& operator=(const BaseTree&) = delete;

  const std::string& top() const { return top_; }       ///< of the checkout
  const std::string& folder() const { return folder_; } ///< plays its part
  /// What files of today were called, by their names now; absolute, in the checkout.
  const std::map<std::string, std::string>& renamed() const { return renamed_; }
  /// Sources that are gone; absolute, in the checkout.
  const std::vector<std::string>& deletedSources() const { return deleted_; }

private:
  /// Why there is none: empty when there is.
  std::string make(const std::string& folder, const std::string& revision);
  bool fill(const Git& git, const std::string& commit);
  void linkIgnored(const Git& git);
  void compare(const Git& git, const std::string& commit);

  std::string top_;
  std::string folder_;
  std::map<std::string, std::string> renamed_;
  std::vector<std::string> deleted_;
};

} // namespace nostall
