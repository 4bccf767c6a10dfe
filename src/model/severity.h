#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nostall {

/// Ordered: a greater value is worse.
enum class Severity : uint8_t { Note, Warning, Error };

inline constexpr std::string_view toString(Severity severity) {
  switch (severity) {
  case Severity::Note: return "note";
  case Severity::Warning: return "warning";
  case Severity::Error: return "error";
  }
  return "note";
}

inline constexpr std::optional<Severity> severityFromString(std::string_view text) {
  if (text == "note") { return Severity::Note; }
  if (text == "warning") { return Severity::Warning; }
  if (text == "error") { return Severity::Error; }
  return std::nullopt;
}

/// One level lower; a note stays a note.
inline constexpr Severity lowered(Severity severity) {
  return severity == Severity::Error ? Severity::Warning : Severity::Note;
}

} // namespace nostall
