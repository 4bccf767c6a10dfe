// Which patterns of a library pack programs use: the proof that a pack is tested line by line.
#pragma once

#include "catalog/catalog.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <set>
#include <string>
#include <vector>

namespace nostall::testdata {

class Coverage {
public:
  explicit Coverage(const LibraryPack& pack);

  /// Marks what the program's calls match, and the task and lock types it mentions.
  void add(const Program& program);

  /// "rules/libraries/asio.yaml:12: no test uses asio::read (blocks)", in the order of the file.
  std::vector<std::string> unused() const;

private:
  void addEvent(const Matcher& matcher, const Event& event);
  void addCallables(const Matcher& matcher, const Event& event);
  void addTypes(const Matcher& matcher, const Symbols& symbols);

  Catalog catalog_; ///< the pack with one pattern an entry: an entry that matches names its pattern
  std::set<const void*> used_; ///< entries of catalog_
};

} // namespace nostall::testdata
