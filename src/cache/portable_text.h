// Texts without the folder that the project stands in, so that what is kept of a project is of use
// wherever it stands.
#pragma once

#include "cache/byte_stream.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Takes `folder` (absolute, in normal form) out of the text wherever a path begins with it, and says where
/// that was, from left to right: putting it back there, from right to left, restores the text. "/" is never
/// taken out.
std::vector<size_t> takeOut(std::string& text, std::string_view folder);

/// The way back.
void putBack(std::string& text, const std::vector<size_t>& places, std::string_view folder);

/// The text without the folder, and where it was.
void writePortable(ByteWriter& out, std::string text, std::string_view folder);
/// The way back; `in` has failed when the bytes are damaged.
std::string readPortable(ByteReader& in, std::string_view folder);

} // namespace nostall
