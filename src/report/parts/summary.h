// The sentences that end a report.
#pragma once

#include "model/finding.h"

#include <string>

namespace nostall {

/// "3 errors, 1 warning in 14 units (2 not parsed), 41 calls through pointers not followed."
std::string summaryLine(const Report& report);

/// "1 note", "3 errors".
std::string counted(uint64_t number, const std::string& singular);

/// "started by 'asio::co_spawn'", of a context whose start is visible.
std::string startSentence(const Context& context);

/// `Finding::instead`, printable, with its line ends.
std::string adviceLines(const Finding& finding);

} // namespace nostall
