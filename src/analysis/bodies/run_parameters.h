// The callables that a function is given and runs before it returns.
#pragma once

#include "catalog/matcher.h"
#include "program/program.h"

#include <cstdint>
#include <vector>

namespace nostall {

class RunParameters {
public:
  /// A function runs a parameter when its body calls it, or passes it on to what runs it: a function that is
  /// seen to, or one that `inline:` speaks of. Coroutines too, for those who await them.
  RunParameters(const Program& program, const Matcher& matcher);

  bool runs(NodeId node, uint32_t parameter) const {
    return parameter < most_parameters && (run_[node] >> parameter & 1U) != 0;
  }

private:
  static constexpr uint32_t most_parameters = 64;

  /// `node` passes its parameter to `callee` as `argument`.
  struct Passed {
    NodeId node = 0;
    uint32_t parameter = 0;
    NodeId callee = 0;
    uint32_t argument = 0;
  };

  void readBody(BodyId body, const Matcher& matcher);
  void readEvent(BodyId body, EventId id, const Matcher& matcher);
  void add(NodeId node, uint32_t parameter);

  const Program& program_;
  const std::vector<char> holds_callables_; // by TypeId
  std::vector<uint64_t> run_;               // by NodeId: a bit for each parameter
  std::vector<Passed> passed_;
};

} // namespace nostall
