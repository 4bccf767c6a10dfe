// Prose for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nostall {

/// Columns that wrapped text keeps to where it can; a longer word is left whole.
inline constexpr size_t text_width = 100;

/// `text` broken at spaces, `first` before its first line and `rest` before the others. Line ends in
/// `text` and the spaces that follow them are kept, so that code stays readable. Ends with a line end.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest,
                    size_t width = text_width);

/// `text` and the spaces that it lacks to fill `width` columns.
std::string padded(std::string text, size_t width);

} // namespace nostall
