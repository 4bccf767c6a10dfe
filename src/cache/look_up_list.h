// The look-ups of a unit as bytes, folder by folder, and whether the disk still answers the same.
#pragma once

#include "cache/file_states.h"
#include "model/look_ups.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nostall {

/// With the stamps that `states` knows for the files that were read. Paths inside `project_root` are kept
/// without it.
std::string encodeLookUps(const LookUps& look_ups, std::string_view project_root, FileStates& states);

/// Nothing when the bytes are damaged.
std::optional<LookUps> decodeLookUps(std::string_view bytes, std::string_view project_root);

enum class Freshness : uint8_t {
  Same,    ///< nothing was touched
  Touched, ///< files were written anew, with the same content
  Changed, //
};

/// Answers for all units of one run: what two units say in the same bytes of a folder is checked once.
class LookUpChecker {
public:
  LookUpChecker(FileStates& states, std::string project_root)
      : states_(states), project_root_(std::move(project_root)) {}

  /// `taken_at`: when the parse began that the look-ups belong to, as FileState::changed counts. Files that
  /// changed about then or later may have changed while they were read: their content decides. Damaged
  /// bytes count as changed.
  Freshness check(std::string_view bytes, int64_t taken_at);

  /// The files changed long enough before `taken_at` for their stamps to tell.
  bool canVouchFor(const LookUps& look_ups, int64_t taken_at) const;

private:
  struct Folder {
    bool changed = false; ///< by what stamps tell for sure
    bool touched = false;
    int64_t newest = 0; ///< of FileState::changed
    std::optional<bool> same_content;
  };
  struct Sum {
    using is_transparent = void;
    size_t operator()(std::string_view bytes) const;
  };

  Folder examined(std::string_view bytes);
  bool hasSameContent(std::string_view bytes);

  FileStates& states_;
  std::string project_root_;
  std::unordered_map<std::string, Folder, Sum, std::equal_to<>> folders_; ///< by their bytes
};

} // namespace nostall
