// Clang's errors -> messages of the unit.
#pragma once

#include "frontend/unit/string_table.h"

#include <clang/Basic/Diagnostic.h>

namespace nostall {

class MessageCollector : public clang::DiagnosticConsumer {
public:
  MessageCollector(StringTable& strings, std::vector<UnitMessage>& messages)
      : strings_(strings), messages_(messages) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& diagnostic) override;

  /// From here on errors are not the user's: they come from instantiating what the compiler would not.
  void mute() { muted_ = true; }
  uint32_t errors() const { return errors_; }

private:
  /// Enough to act on; the hundredth error of a missing header says nothing new.
  static constexpr size_t most_messages = 20;

  StringTable& strings_;
  std::vector<UnitMessage>& messages_;
  uint32_t errors_ = 0;
  bool muted_ = false;
};

} // namespace nostall
