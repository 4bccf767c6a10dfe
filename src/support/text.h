// Text from outside (file names, messages of the compiler, what the user typed) made fit to be shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

enum class Tabs : bool {
  Escape,
  Keep, ///< for lines of source, where the caret below repeats the tabs
};

/// `text` with every byte that a terminal could obey or that is not UTF-8 written as \xNN: control
/// characters (line ends and tabs too), the C1 controls, line separators and the characters that turn
/// the direction of text. Anything else stays as it is.
std::string printable(std::string_view text, Tabs tabs = Tabs::Escape);

/// Bytes of the first character of `text`; 1 when it does not begin with UTF-8, 0 when it is empty.
size_t characterLength(std::string_view text);

/// Columns of a terminal that `text` takes as it stands: 2 for wide characters, 0 for combining ones.
size_t displayWidth(std::string_view text);

/// Code units that `text` has in UTF-16, a byte that is not UTF-8 counted as one.
size_t utf16Length(std::string_view text);

/// How many bytes have to be inserted, removed, replaced or swapped with their neighbour.
size_t editDistance(std::string_view left, std::string_view right);

/// The candidate nearest to `word` in spelling, for "did you mean"; empty when none is near. Of equally
/// near ones the first.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "a, b or c" for sentences that say what is allowed.
std::string listed(const std::vector<std::string>& words, std::string_view last = "or");

} // namespace nostall
