// Which definitions can be linked with which code.
#pragma once

#include "program/program.h"

namespace nostall {

/// The link target defines main.
bool isExecutable(const Program& program, StringId target);

/// Code for executables alone; false for code of libraries and of unknown targets.
bool onlyExecutables(const Program& program, TargetSetId targets);

} // namespace nostall
