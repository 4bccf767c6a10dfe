// Changes of the code that repair findings, where the edit follows from the facts alone.
#pragma once

#include "analysis/findings/spots.h"
#include "analysis/levels/shown.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace nostall {

struct Chain;

class Fixes {
public:
  /// Everything must outlive this.
  Fixes(const Program& program, const Catalog& catalog, const Matcher& matcher, const Shown& shown);

  /// A call that blocks where a coroutine makes it -> the library's own call that is awaited: `fixes:` of
  /// the packs.
  std::vector<Fix> ofChain(const Rule& rule, const Chain& chain, const Context& context) const;
  /// A lost task -> `co_await`; a lock across an await -> braces that end it before.
  std::vector<Fix> ofSpot(const Rule& rule, const Spot& spot) const;

private:
  const Body& bodyOf(BodyId body) const { return program_.bodies[body].body; }
  bool mayAwait(BodyId body, EventId event) const;
  bool canAwait(const Body& body, TypeId type) const;
  bool isLazy(TypeId type) const;
  bool isKnown(const std::vector<std::string>& names) const;
  Location at(FileId file, uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column) const;
  Edit insertion(const SourceRange& before, std::string text) const;
  std::vector<Fix> awaitTask(const Spot& spot) const;
  std::vector<Edit> awaiting(const Event& event) const;
  std::vector<Edit> awaitHeld(const Body& body, const Event& event) const;
  std::vector<Fix> endLockBefore(const Spot& spot) const;

  /// What the program shows that compiles; collected when it is first asked for.
  struct Known {
    std::set<std::pair<StringId, StringId>> awaits; ///< what coroutines of which type await, by name
    std::set<std::string_view> names;               ///< of classes and functions
  };
  const Known& known() const;

  const Program& program_;
  const Catalog& catalog_;
  const Matcher& matcher_;
  const Shown& shown_;
  mutable std::optional<Known> known_;
};

} // namespace nostall
