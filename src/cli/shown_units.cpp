#include "cli/shown_units.h"

#include "cli/messages.h"
#include "cli/progress.h"

namespace nostall {

CachedUnits takeUnitsShown(const CheckOptions& options, const Inputs& inputs, const PathPrinter& paths) {
  Progress progress(!options.quiet);
  const auto show = [&](size_t ended, size_t total, const std::string& file) {
    progress.show(ended, total, paths.print(file));
  };
  CachedUnits units = takeAllUnits(options, inputs, show);
  progress.clear();
  if (!units.not_kept.empty()) { complain(units.not_kept); }
  return units;
}

} // namespace nostall
