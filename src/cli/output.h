// What commands write to the standard streams.
#pragma once

#include <optional>
#include <string>

namespace nostall {

/// Call first in main: a closed standard stream must not become some file that is opened later, writing
/// into a pipe that nobody reads must not end the program, and a signal must leave no half file.
void prepareStreams();

/// Why the bytes could not be written: a sentence; nothing when they were. That nobody reads the other
/// end of a pipe any more is not a failure.
std::optional<std::string> writeStandardOutput(const std::string& bytes);

/// One message for the person at the terminal, as whole lines.
void writeMessage(const std::string& text);

} // namespace nostall
