// What commands say to the person at the terminal, and the exit codes that go with it.
#pragma once

#include "support/problem.h"

#include <string>

namespace nostall {

/// "nostall: SENTENCE" on standard error. Returns the exit code for work that could not be done.
int complain(const std::string& sentence);

/// As complain, a line for each problem.
int complain(const Problems& problems);

/// To standard output. Returns the exit code: clean, unless it could not be written.
int print(const std::string& text);

} // namespace nostall
