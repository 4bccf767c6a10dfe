// Whether Clang's driver accepts flags that its option table knows: values and targets may still be wrong.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace nostall {

/// Answers for the units of one database; asks the driver once for each set of options.
class FlagCheck {
public:
  /// Takes the options out that Clang would refuse ("-march=znver9", "-mthumb" on x86) and returns them.
  /// Each is one word.
  std::vector<std::string> takeRefused(std::vector<std::string>& options);

private:
  std::map<std::vector<std::string>, std::vector<std::string>> refused_; ///< by options that were asked about
};

} // namespace nostall
