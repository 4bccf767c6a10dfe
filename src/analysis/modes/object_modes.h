// Which objects earlier calls put into a mode in which others do not wait: non-blocking sockets and
// descriptors, futures that were asked whether they are ready. `modes:` of the packs.
#pragma once

#include "analysis/bodies/outlines.h"
#include "analysis/modes/mode_effects.h"
#include "analysis/modes/mode_flow.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace nostall {

class ObjectModes {
public:
  /// The program must outlive this.
  ObjectModes(const Program& program, const Matcher& matcher, const Outlines& outlines);

  /// At the event of the body the object is in the mode. Ready: on every path through the body. Nonblocking:
  /// the same; or, of a body that does not change it, because all code of its class (of the functions around
  /// a lambda) that sets the mode of such an object makes it non-blocking, or because all that the member or
  /// parameter is ever given is non-blocking there.
  bool holds(BodyId body, EventId event, const Value& object, Mode mode) const;

private:
  /// Where a path means one object: 't' and the class for "this.x", 'f' and the outermost function for
  /// locals.
  using Place = std::pair<char, uint32_t>;
  struct Seen {
    PathId path = 0;
    bool nonblocking = false;
    bool blocking = false;
    bool by_constructor = false; ///< it makes every object of the class non-blocking
  };
  struct Given {
    BodyId body = 0;
    EventId event = 0;
  };

  std::optional<Place> placeOf(BodyId body, PathId path) const;
  TypeId declaringClass(TypeId owner, std::string_view member) const;
  void noteSeen(BodyId body, const ModeChange& change);
  void collectCalls() const;
  void collectGiven() const;
  std::vector<Given> callsOf(NodeId function) const;
  bool isTold(BodyId body, EventId event, const Value& object, Mode mode, int depth) const;
  bool isNonblocking(BodyId body, EventId event, const Value& object, int depth) const;
  Seen seenOf(BodyId body, PathId path) const;
  bool isNonblockingByConstruction(BodyId body, PathId path, int depth) const;
  bool isNonblockingPath(BodyId body, EventId event, PathId path, int depth) const;
  bool isGivenNonblocking(BodyId body, PathId path, int depth) const;
  bool isPassed(BodyId body, std::string_view parameter, Mode mode, int depth) const;
  bool isLocalNonblocking(BodyId body, PathId path, int depth) const;
  bool isReturnedNonblocking(BodyId body, EventId call, int depth) const;

  const Program& program_;
  const ModeEffects effects_;
  std::map<BodyId, ModeFlow> flows_; // of bodies that change modes
  std::map<Place, std::vector<Seen>> places_;
  // Made when somebody asks for them:
  mutable bool has_given_ = false;
  mutable std::map<std::pair<TypeId, std::string_view>, std::vector<Given>> given_; // by class, "this.member"
  mutable std::vector<std::pair<NodeId, EdgeId>> calls_;                            // by callee
};

} // namespace nostall
