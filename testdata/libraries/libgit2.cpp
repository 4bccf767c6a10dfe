#include "fake/task.h"
#include "libraries/libgit2.h"

using fake::Task;

Task<> opens(git_repository** out) { git_repository_open(out, "."); co_return; }              // want: blocking-file
Task<> clones(git_repository** out) { git_clone(out, "https://a", ".", nullptr); co_return; } // want: blocking-http
Task<> asks(git_repository* repository) { git_repository_path(repository); co_return; }       // ok: blocking-file   known
