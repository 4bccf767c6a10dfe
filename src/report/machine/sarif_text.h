// Sentences of a SARIF log.
#pragma once

#include "model/finding.h"

#include <string>
#include <string_view>

namespace nostall {

/// Text for a `message`: SARIF reads "[text](target)" as a link, which code such as `[&](int x)` is not, and
/// takes "\[" for a bracket.
std::string sarifText(std::string_view text);

/// The whole finding in words, because viewers show little else: what blocks, how the coroutine gets
/// there, what to write instead.
std::string resultMessage(const Finding& finding);

/// "'Config::load' calls 'retry' (2 of 5 overrides block)"
std::string stepMessage(const ChainStep& step);

/// "BlockingSleep" for "blocking-sleep".
std::string pascalCase(std::string_view id);

/// `text` with one full stop at its end.
std::string sentence(std::string_view text);

} // namespace nostall
