// Where the headers of a command's own compiler are. Compilers run only when the user allowed that one.
#pragma once

#include "database/compile_command_flags.h"

#include <map>
#include <string>
#include <vector>

namespace nostall {

struct ToolchainFlags {
  std::vector<std::string> flags; ///< for Clang's driver
  std::vector<std::string> notes; ///< sentences about what is missing
};

/// Answers for the units of one database; asks each compiler once for each set of flags that matter.
class Toolchains {
public:
  /// `query_driver`: globs over absolute paths of compilers.
  explicit Toolchains(std::vector<std::string> query_driver) : query_driver_(std::move(query_driver)) {}

  ToolchainFlags flagsFor(const CommandWords& command, const TranslatedFlags& translated);

private:
  /// What a compiler said, or why it did not.
  struct Answer {
    std::vector<std::string> includes;
    std::string target;
    std::string failure; ///< a sentence; empty when it answered
  };

  bool mayRun(const std::string& compiler) const;
  const Answer& ask(const std::string& compiler, const CommandWords& command,
                    const TranslatedFlags& translated);
  static Answer run(const std::vector<std::string>& command);
  static Answer readAnswer(const std::string& text);
  static void useAnswer(const Answer& answer, const TranslatedFlags& translated, ToolchainFlags& result);

  std::vector<std::string> query_driver_;
  std::map<std::vector<std::string>, Answer> answers_; ///< by command line
};

} // namespace nostall
