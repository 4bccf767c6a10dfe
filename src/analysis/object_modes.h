// Which objects earlier calls put into a mode in which others do not wait: non-blocking sockets and
// descriptors, futures that were asked whether they are ready. `modes:` of the packs.
#pragma once

#include "analysis/mode_flow.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace nostall {

class ObjectModes {
public:
  /// Both must outlive this.
  ObjectModes(const Program& program, const Matcher& matcher);

  /// At the event of the body the object is in the mode: on every path through the body, or, of a body that
  /// does not change it, because all code of its class (of the functions around a lambda) that sets the mode
  /// of such an object makes it non-blocking.
  bool holds(BodyId body, EventId event, const Value& object, Mode mode) const;

private:
  /// Where a path means one object: 't' and the class for "this.x", 'f' and the outermost function for
  /// locals.
  using Place = std::tuple<char, uint32_t, PathId>;
  struct Seen {
    bool nonblocking = false;
    bool blocking = false;
  };

  void addBody(BodyId body, const Matcher& matcher);
  std::optional<Place> placeOf(BodyId body, PathId path) const;
  PathId pathOf(BodyId body, const Value& object) const;
  bool comesNonblocking(BodyId body, const Value& object) const;

  const Program& program_;
  std::map<BodyId, ModeFlow> flows_; // of bodies that change modes
  std::map<std::pair<BodyId, EventId>, Mode> results_;
  std::map<Place, Seen> places_;
};

} // namespace nostall
