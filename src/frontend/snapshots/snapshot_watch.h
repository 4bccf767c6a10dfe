// Sees whether a unit that is parsed on a snapshot would have read the same headers the same way.
#pragma once

#include <clang/Basic/FileEntry.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/SmallVector.h>

#include <vector>

namespace nostall {

/// In a snapshot it notes who includes whom. In a unit it demands that
/// - the unit includes each header that the snapshot began with, outside of any braces (but a system's header
///   may include another within extern "C");
/// - no macro that the unit defines is a word of a header of the snapshot that it includes later, unless that
///   header only defines it to the same, or saw the same;
/// - the unit uses no macro of a header that it has not included yet, unless it would say the same there.
class SnapshotWatch : public clang::PPCallbacks {
public:
  /// The name of the buffers that hold the snapshot's own text.
  static constexpr llvm::StringLiteral text_name = "<nostall snapshot>";
  using GiveUp = std::function<void()>; ///< does not return

  SnapshotWatch(clang::Preprocessor& preprocessor, GiveUp give_up);

  /// The headers so far are the snapshot's.
  void noteWords();
  /// From here on it is the unit's text.
  void beginUnit();

  void InclusionDirective(clang::SourceLocation hash, const clang::Token& directive, llvm::StringRef name,
                          bool angled, clang::CharSourceRange name_range, clang::OptionalFileEntryRef file,
                          llvm::StringRef search_path, llvm::StringRef relative_path,
                          const clang::Module* suggested, bool imported,
                          clang::SrcMgr::CharacteristicKind kind) override;
  void FileChanged(clang::SourceLocation at, FileChangeReason reason, clang::SrcMgr::CharacteristicKind kind,
                   clang::FileID from) override;
  void EndOfMainFile() override;
  void FileSkipped(const clang::FileEntryRef& file, const clang::Token& name,
                   clang::SrcMgr::CharacteristicKind kind) override;
  void MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) override;
  void MacroUndefined(const clang::Token& name, const clang::MacroDefinition& before,
                      const clang::MacroDirective* undefinition) override;
  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& macro, clang::SourceRange range,
                    const clang::MacroArgs* arguments) override;
  void Defined(const clang::Token& name, const clang::MacroDefinition& macro,
               clang::SourceRange range) override;
  void Ifdef(clang::SourceLocation at, const clang::Token& name,
             const clang::MacroDefinition& macro) override;
  void Ifndef(clang::SourceLocation at, const clang::Token& name,
              const clang::MacroDefinition& macro) override;
  void Elifdef(clang::SourceLocation at, const clang::Token& name,
               const clang::MacroDefinition& macro) override;
  void Elifndef(clang::SourceLocation at, const clang::Token& name,
                const clang::MacroDefinition& macro) override;

private:
  using File = const clang::FileEntry*;

  File fileAt(clang::SourceLocation at) const;
  struct Header {
    clang::FileEntryRef file;
    llvm::SmallVector<File, 4> includes;
  };

  /// What a word is a macro for in the snapshot, when it is another one now.
  struct Change {
    const clang::MacroInfo* before = nullptr; ///< none: no macro
    bool to_the_same = false;                 ///< it was defined again, with equal text
  };
  using Changes = llvm::DenseMap<const clang::IdentifierInfo*, Change>;

  /// An #include in the unit of a header of the snapshot that it has not included before.
  struct Inclusion {
    File file = nullptr;
    bool by_system = false; ///< stands in a system's header
  };
  /// A header of the snapshot that Clang reads again, because its guards did not say that it need not.
  struct Reading {
    clang::FileID id;
    Inclusion inclusion;
    Changes changed;                ///< where it begins
    llvm::SmallVector<File> within; ///< what it may find out that it need not include again
  };

  void noteToken(const clang::Token& token);
  /// Marks them as included, and what they include. Gives up when one that was not before would be another
  /// within the braces that are open, or after the unit's macros.
  void include(llvm::ArrayRef<File> files, const Inclusion& from, const Changes& changed);
  bool hasOtherBraces(const Inclusion& from) const;
  void demandUnchanged(File file, const Changes& changed);
  /// Those that are not included yet, and what they include.
  llvm::SmallVector<File> newFiles(llvm::ArrayRef<File> files) const;
  /// In the snapshot the header was read with this definition, which still holds.
  bool sawTheSame(clang::FileEntryRef file, const Change& change) const;
  /// In a header that the snapshot has read and the unit has not included yet.
  bool isHidden(clang::SourceLocation at) const;
  void noteChange(const clang::Token& name, const clang::MacroInfo* before, const clang::MacroInfo* now);
  bool areGuardedAlike(clang::SourceLocation asks, clang::SourceLocation defines,
                       const clang::Token& name) const;
  void noteUse(const clang::Token& name, const clang::MacroDefinition& macro);

  clang::Preprocessor& preprocessor_;
  GiveUp give_up_;
  bool in_unit_ = false;
  llvm::SmallVector<bool> braces_;                     ///< open ones -> they are those of extern "C"
  uint8_t linkage_tokens_ = 0;                         ///< 1 after `extern`, 2 after `extern "C"`
  std::vector<File> demanded_;                         ///< the headers that the snapshot's own text includes
  std::vector<File> commanded_;                        ///< those that the command includes: any unit's
  llvm::DenseMap<File, Header> headers_;               ///< the snapshot's
  llvm::DenseSet<const clang::IdentifierInfo*> words_; ///< that stand in the snapshot's headers
  llvm::DenseSet<File> included_;                      ///< by the unit so far, directly or not
  Inclusion begun_;                                    ///< what Clang does with it is not said yet
  std::vector<Reading> read_again_;
  Changes changed_;
};

} // namespace nostall
