// Which headers make which snapshots.
#pragma once

#include "frontend/snapshots/snapshot.h"

namespace nostall {

/// Groups units by the flags that their headers can see, and finds what they share: the headers that most
/// units include come first, so that the plan's nodes are like the branches of a tree, and each unit is
/// given the node furthest out that holds nothing but headers the unit includes itself.
/// Reads the units' texts and their headers' for #include lines; whatever it gets wrong costs time only.
SnapshotPlan planSnapshots(const std::vector<CompileCommand>& commands, const FrontendOptions& options);

} // namespace nostall
