// The command line of nostall.
#pragma once

namespace nostall {

// What the program ends with.
inline constexpr int exit_clean = 0;
inline constexpr int exit_findings = 1; ///< at or above --fail-on
inline constexpr int exit_failure = 2;  ///< the tool could not do (all of) its work
inline constexpr int exit_signal = 128; ///< plus the number of the signal that ended it, as shells do

/// The whole program: parses, works, prints, and returns the exit code. Never throws.
int run(int argc, const char* const* argv);

} // namespace nostall
