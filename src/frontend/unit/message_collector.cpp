#include "frontend/unit/message_collector.h"

#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/SmallString.h>

namespace nostall {

void MessageCollector::HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                                        const clang::Diagnostic& diagnostic) {
  if (muted_ || level < clang::DiagnosticsEngine::Error) { return; }
  ++errors_;
  if (messages_.size() >= most_messages) { return; }
  llvm::SmallString<256> text;
  diagnostic.FormatDiagnostic(text);
  UnitMessage message;
  message.text = strings_.id(text);
  if (diagnostic.hasSourceManager() && diagnostic.getLocation().isValid()) {
    const clang::PresumedLoc place = diagnostic.getSourceManager().getPresumedLoc(
        diagnostic.getSourceManager().getExpansionLoc(diagnostic.getLocation()), /*UseLineDirectives=*/false);
    if (place.isValid()) {
      message.file = strings_.id(place.getFilename());
      message.line = place.getLine();
      message.column = place.getColumn();
    }
  }
  messages_.push_back(message);
}

} // namespace nostall
