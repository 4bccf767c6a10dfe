// Paths as text. Nothing here looks at a disk: symbolic links keep the names the build gives them.
#pragma once

#include <string>
#include <string_view>

namespace nostall {

/// "/a/b" for "/a/./x/../b//": no ".", "..", doubled or trailing slashes. A relative path stays relative
/// ("" becomes ".").
std::string normalPath(std::string_view path);

/// `path` as it is meant in `directory` (absolute), in normal form.
std::string absolutePath(std::string_view path, std::string_view directory);

/// The path is the folder or below it. Both absolute and in normal form.
bool isInside(std::string_view path, std::string_view folder);

/// `path` relative to `folder` when it is inside of it ("." for the folder itself), else unchanged. Both
/// absolute and in normal form.
std::string relativeTo(std::string_view path, std::string_view folder);

/// "/a" for "/a/b", "/" for "/a" and "/"; "." for a bare name.
std::string parentPath(std::string_view path);

/// "b" for "/a/b".
std::string_view baseName(std::string_view path);

/// `*` matches within one path component, `**` across them, `?` one byte, `[a-z]` and `[!a-z]` one of a
/// set. A pattern without a slash is tried on the base name.
bool globMatches(std::string_view pattern, std::string_view path);

/// globMatches holds for `path` (relative, in normal form) or for a folder that it lies in. A pattern that
/// begins with a slash begins at the folder that `path` is relative to: "/build" is no "src/build".
bool globCovers(std::string_view pattern, std::string_view path);

} // namespace nostall
