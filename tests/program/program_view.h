// A linked program read by name, for tests.
#pragma once

#include "program/program.h"

#include <string>
#include <vector>

namespace nostall {

/// "load@/p/a.cpp" for each function that `name` calls and that has a body, in order of the calls; the file
/// tells definitions of one name apart.
inline std::vector<std::string> calleesOf(const Program& program, const std::string& name) {
  std::vector<std::string> found;
  for (const LinkedBody& body : program.bodies) {
    if (program.symbols.text(program.symbols.functions[body.body.function].name) != name) { continue; }
    for (EdgeId id = body.first_edge; id < body.first_edge + body.edge_count; ++id) {
      const Edge& edge = program.edges[id];
      for (uint32_t i = edge.first; i < edge.first + edge.count; ++i) {
        const FunctionFacts& callee = program.symbols.functions[program.nodes[program.callees[i]].function];
        const FileId file = callee.at.file;
        found.push_back(program.symbols.text(callee.name) + "@" +
                        (file == no_id ? "" : program.symbols.text(program.symbols.files[file].path)));
      }
    }
  }
  return found;
}

/// The only edge of the program.
inline Edge onlyEdge(const Program& program) {
  return program.edges.size() == 1 ? program.edges[0] : Edge{};
}

inline const FunctionFacts* functionNamed(const Program& program, const std::string& name) {
  for (const FunctionFacts& function : program.symbols.functions) {
    if (program.symbols.text(function.name) == name) { return &function; }
  }
  return nullptr;
}

} // namespace nostall
