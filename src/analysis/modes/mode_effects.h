// What each body does to the modes of objects: `modes:` of the packs, and calls of the program's own
// functions that do so to their parameters, their object or their result.
#pragma once

#include "analysis/bodies/outlines.h"
#include "analysis/modes/mode_flow.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace nostall {

struct BodyModes {
  ModeEvents events;
  std::map<EventId, Mode> results; ///< what calls return or constructors make
};

class ModeEffects {
public:
  ModeEffects(const Program& program, const Matcher& matcher, const Outlines& outlines);

  /// Only of bodies that do anything.
  const std::map<BodyId, BodyModes>& bodies() const { return bodies_; }

  /// The call makes the object blocking or not, as the caller of the function says.
  bool isEither(BodyId body, const ModeChange& change) const;

private:
  /// What a call of a function does to something that its caller can name.
  struct Effect {
    enum class On : uint8_t { Object, Parameter, Result } on = On::Object;
    uint32_t parameter = 0;
    Mode mode = Mode::Nonblocking;

    auto key() const { return std::tuple(on, parameter, mode); }
    bool operator<(const Effect& other) const { return key() < other.key(); }
  };
  /// A call whose result says whether a wait for `path` is over.
  struct Question {
    EventId event = 0;
    PathId path = 0;
    const ModeEntry* entry = nullptr; ///< none: a function of the program; nobody knows which result says so
    bool operator==(const Question&) const = default;
  };

  void readEntries(BodyId body, const Matcher& matcher);
  void addEntry(BodyId body, EventId event, const ModeEntry& entry);
  bool addResult(BodyId body, EventId event, Mode mode);
  EventId awaitedResult(const Body& body, EventId call) const;
  void addAwaitedThreads(BodyId body, const Matcher& matcher);
  bool isSaidByParameter(const Event& event) const;
  bool addChange(BodyId body, const ModeChange& change);
  bool addQuestion(BodyId body, const Question& question);
  void markParameters(FunctionId callable);
  bool passOn();
  bool apply(const Edge& edge, const Effect& effect);
  bool summarise(BodyId body);
  void addChangeEffects(BodyId body, std::set<Effect>& effects) const;
  void addQuestionEffects(BodyId body, std::set<Effect>& effects) const;
  void addResultEffects(BodyId body, std::set<Effect>& effects) const;
  bool isPutBack(BodyId body, PathId path) const;
  bool effectOn(const Body& body, PathId path, Effect& out) const;
  void finish();

  const Program& program_;
  std::map<BodyId, BodyModes> bodies_;
  std::map<BodyId, std::vector<Question>> questions_;
  std::map<NodeId, std::set<Effect>> effects_;
};

/// The object's own path, or that of the object it is a handle of: recv(socket.native_handle(), ...).
PathId handlePath(const Program& program, const Body& body, const Value& object);

} // namespace nostall
