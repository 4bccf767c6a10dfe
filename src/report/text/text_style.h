// How the text report looks: colours, places, the frame around a line of source.
#pragma once

#include "model/finding.h"

#include <cstddef>
#include <string>

namespace nostall {

/// Colours by what a thing is; plain text when they are off.
class Style {
public:
  explicit Style(bool color) : color_(color) {}

  std::string bold(const std::string& text) const { return paint("1", text); }
  std::string mark(const std::string& text) const { return paint("1;32", text); }
  std::string severity(Severity severity) const;

private:
  std::string paint(const char* code, const std::string& text) const {
    return color_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }

  bool color_;
};

std::string quoted(const std::string& name);

/// "src/a.cpp:12:5", without what is unknown.
std::string placeOf(const std::string& file, uint32_t line, uint32_t column);
std::string placeOf(const Location& at);

struct TextLayout {
  Style style;
  size_t width = 80;           ///< columns that prose and source keep to
  bool wraps_headings = false; ///< not where programs read them
};

/// "src/a.cpp:12:5: error: message [tag]", as compilers write it. `message` and `tag` are printable; what
/// does not fit goes on in indented lines.
std::string headline(const TextLayout& layout, const std::string& place, Severity severity,
                     const std::string& message, const std::string& tag = "");

/// "   12 | ", as wide as GCC and Clang have it.
std::string gutter(const std::string& number);

} // namespace nostall
