// The command line of nostall.
#pragma once

namespace nostall {

/// What the program ends with. A signal that ends it adds 128 to its number, as shells do.
enum ExitCode : int {
  exit_clean = 0,
  exit_findings = 1, ///< at or above --fail-on
  exit_failure = 2,  ///< the tool could not do (all of) its work
  exit_signal = 128,
};

/// The whole program: parses, works, prints, and returns the exit code. Never throws.
int run(int argc, const char* const* argv);

} // namespace nostall
