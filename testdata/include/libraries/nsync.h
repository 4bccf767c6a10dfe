// Declarations in the shape of nsync.
#pragma once

namespace nsync {
struct nsync_mu;
struct nsync_cv;
void nsync_mu_lock(nsync_mu* mutex);
int nsync_mu_trylock(nsync_mu* mutex);
void nsync_cv_wait(nsync_cv* condition, nsync_mu* mutex);
} // namespace nsync
