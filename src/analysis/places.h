// Which async contexts run on the loop's thread at all: semantics.md section 2.
#pragma once

#include "analysis/classify.h"

namespace nostall {

/// Takes the role of a context from coroutines and functions whose only uses are as the callable of a call
/// that runs it on another thread (`elsewhere:` of the packs).
void leaveOutElsewhere(const Program& program, const Matcher& matcher, Classes& classes);

/// classify, and then leaveOutElsewhere.
Classes classifyAll(const Program& program, const Catalog& catalog, const Matcher& matcher);

} // namespace nostall
