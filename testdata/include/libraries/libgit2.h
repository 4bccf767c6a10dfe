// Declarations in the shape of libgit2.
#pragma once

extern "C" {
struct git_repository;
struct git_remote;
int git_repository_open(git_repository** out, const char* path);
int git_clone(git_repository** out, const char* url, const char* path, const void* options);
const char* git_repository_path(git_repository* repository);
}
