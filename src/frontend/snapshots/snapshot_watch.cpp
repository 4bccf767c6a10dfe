#include "frontend/snapshots/snapshot_watch.h"

#include "frontend/snapshots/include_scan.h"

#include <clang/Basic/SourceManager.h>

namespace nostall {

SnapshotWatch::SnapshotWatch(clang::Preprocessor& preprocessor, GiveUp give_up)
    : preprocessor_(preprocessor), give_up_(std::move(give_up)) {
  preprocessor.setTokenWatcher([this](const clang::Token& token) { noteToken(token); });
}

void SnapshotWatch::noteToken(const clang::Token& token) {
  if (token.is(clang::tok::l_brace)) { braces_.push_back(linkage_tokens_ == 2); }
  if (token.is(clang::tok::r_brace) && !braces_.empty()) { braces_.pop_back(); }
  if (token.is(clang::tok::kw_extern)) {
    linkage_tokens_ = 1;
  } else {
    linkage_tokens_ = linkage_tokens_ == 1 && token.is(clang::tok::string_literal) ? 2 : 0;
  }
}

void SnapshotWatch::noteWords() {
  for (const auto& entry : preprocessor_.getIdentifierTable()) {
    words_.insert(entry.getValue());
  }
}

void SnapshotWatch::beginUnit() {
  in_unit_ = true;
  braces_.clear();
  for (const File file : newFiles(commanded_)) {
    included_.insert(file);
  }
}

void SnapshotWatch::EndOfMainFile() {
  for (const File file : demanded_) {
    if (!included_.contains(file)) { give_up_(); }
  }
}

SnapshotWatch::File SnapshotWatch::fileAt(clang::SourceLocation at) const {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  return sources.getFileEntryForID(sources.getFileID(sources.getExpansionLoc(at)));
}

void SnapshotWatch::InclusionDirective(clang::SourceLocation hash, const clang::Token& /*directive*/,
                                       llvm::StringRef /*name*/, bool /*angled*/,
                                       clang::CharSourceRange /*name_range*/,
                                       clang::OptionalFileEntryRef file, llvm::StringRef /*search_path*/,
                                       llvm::StringRef /*relative_path*/, const clang::Module* /*suggested*/,
                                       bool /*imported*/, clang::SrcMgr::CharacteristicKind /*kind*/) {
  if (!file) { return; }
  const File entry = &file->getFileEntry();
  if (in_unit_) {
    const bool by_system = preprocessor_.getSourceManager().isInSystemHeader(hash);
    begun_ = Inclusion{headers_.contains(entry) && !included_.contains(entry) ? entry : nullptr, by_system};
    return;
  }
  headers_.try_emplace(entry, Header{*file, {}});
  const auto from = headers_.find(fileAt(hash));
  if (from != headers_.end()) {
    from->second.includes.push_back(entry);
  } else if (preprocessor_.getSourceManager().getBufferName(hash) == text_name) {
    demanded_.push_back(entry);
  } else {
    commanded_.push_back(entry);
  }
}

void SnapshotWatch::FileSkipped(const clang::FileEntryRef& file, const clang::Token& /*name*/,
                                clang::SrcMgr::CharacteristicKind /*kind*/) {
  if (begun_.file != &file.getFileEntry()) { return; }
  include(begun_.file, begun_, changed_);
  begun_ = {};
}

void SnapshotWatch::FileChanged(clang::SourceLocation at, FileChangeReason reason,
                                clang::SrcMgr::CharacteristicKind /*kind*/, clang::FileID from) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  if (reason == EnterFile && begun_.file != nullptr) {
    included_.insert(begun_.file);
    const auto within = newFiles(headers_.find(begun_.file)->second.includes);
    read_again_.push_back({sources.getFileID(at), begun_, changed_, within});
    begun_ = {};
  }
  if (reason != ExitFile || read_again_.empty() || read_again_.back().id != from) { return; }
  const Reading reading = std::move(read_again_.back());
  read_again_.pop_back();
  // What it did not include again because its own conditions say that it did already.
  include(reading.within, reading.inclusion, reading.changed);
}

llvm::SmallVector<SnapshotWatch::File> SnapshotWatch::newFiles(llvm::ArrayRef<File> files) const {
  llvm::SmallVector<File> found;
  llvm::DenseSet<File> seen;
  llvm::SmallVector<File, 32> next(files.begin(), files.end());
  while (!next.empty()) {
    const auto known = headers_.find(next.pop_back_val());
    if (known == headers_.end() || included_.contains(known->first)) { continue; }
    if (!seen.insert(known->first).second) { continue; }
    found.push_back(known->first);
    next.append(known->second.includes.begin(), known->second.includes.end());
  }
  return found;
}

void SnapshotWatch::include(llvm::ArrayRef<File> files, const Inclusion& from, const Changes& changed) {
  for (const File file : newFiles(files)) {
    if (hasOtherBraces(from)) { give_up_(); }
    demandUnchanged(file, changed);
    included_.insert(file);
  }
}

bool SnapshotWatch::hasOtherBraces(const Inclusion& from) const {
  // The headers of C are written for either linkage, those of projects perhaps not.
  return from.by_system ? !llvm::all_of(braces_, [](bool linkage) { return linkage; }) : !braces_.empty();
}

void SnapshotWatch::demandUnchanged(File file, const Changes& changed) {
  if (changed.empty()) { return; }
  const clang::FileEntryRef known = headers_.find(file)->second.file;
  const auto buffer = preprocessor_.getSourceManager().getMemoryBufferForFileOrNone(known);
  for (const auto& [word, change] : changed) {
    const auto mentions = change.to_the_same ? asksForWord : mentionsWord;
    if (buffer && !mentions(buffer->getBuffer(), word->getName())) { continue; }
    if (!sawTheSame(known, change)) { give_up_(); }
  }
}

bool SnapshotWatch::sawTheSame(clang::FileEntryRef file, const Change& change) const {
  if (!change.to_the_same) { return false; }
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const clang::SourceLocation begin = sources.getLocForStartOfFile(sources.translateFile(file));
  return begin.isValid() && sources.isBeforeInSLocAddrSpace(change.before->getDefinitionLoc(), begin);
}

void SnapshotWatch::noteChange(const clang::Token& name, const clang::MacroInfo* before,
                               const clang::MacroInfo* now) {
  if (!in_unit_ || !words_.contains(name.getIdentifierInfo())) { return; }
  auto change = changed_.find(name.getIdentifierInfo());
  if (change == changed_.end()) {
    // What stands in a header that the snapshot has read would have been so without it.
    if (const File file = fileAt(name.getLocation()); file != nullptr && headers_.contains(file)) { return; }
    change = changed_.try_emplace(name.getIdentifierInfo(), Change{before}).first;
  }
  before = change->second.before;
  const bool as_it_was = before == nullptr && now == nullptr;
  change->second.to_the_same =
      before != nullptr && now != nullptr && now->isIdenticalTo(*before, preprocessor_, true);
  // "#define __need_size_t", #include <stddef.h>, which undefines it: as it was.
  if (as_it_was) { changed_.erase(change); }
}

bool SnapshotWatch::isHidden(clang::SourceLocation at) const {
  const File file = fileAt(at);
  if (file == nullptr || !headers_.contains(file) || included_.contains(file)) { return false; }
  return llvm::none_of(read_again_,
                       [&](const Reading& reading) { return llvm::is_contained(reading.within, file); });
}

/// "#ifndef W, typedef A B;, #define W, #endif" stands in several headers of C: whichever comes first, the
/// outcome is the same.
bool SnapshotWatch::areGuardedAlike(clang::SourceLocation asks, clang::SourceLocation defines,
                                    const clang::Token& name) const {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const auto guarded = [&](clang::SourceLocation at) {
    const auto [file, offset] = sources.getDecomposedExpansionLoc(at);
    return guardedText(sources.getBufferData(file), offset, name.getIdentifierInfo()->getName());
  };
  if (!isHidden(defines) || !sources.isInSystemHeader(asks) || !sources.isInSystemHeader(defines)) {
    return false;
  }
  const std::string text = guarded(asks);
  return !text.empty() && text == guarded(defines);
}

void SnapshotWatch::noteUse(const clang::Token& name, const clang::MacroDefinition& macro) {
  if (!in_unit_ || !macro) { return; }
  const clang::MacroInfo* info = macro.getMacroInfo();
  if (info == nullptr || info->isBuiltinMacro() || !isHidden(info->getDefinitionLoc())) { return; }
  // Headers say the same after one another: <features.h> and <regex.h> define __USE_GNU.
  const clang::MacroDirective* before = preprocessor_.getLocalMacroDirectiveHistory(name.getIdentifierInfo());
  while (before != nullptr && isHidden(before->getLocation())) {
    before = before->getPrevious();
  }
  const auto* defined = llvm::dyn_cast_or_null<clang::DefMacroDirective>(before);
  if (defined != nullptr && defined->getInfo()->isIdenticalTo(*info, preprocessor_, true)) { return; }
  give_up_();
}

void SnapshotWatch::MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) {
  const clang::MacroDirective* before = directive->getPrevious();
  noteChange(name, before != nullptr && before->isDefined() ? before->getMacroInfo() : nullptr,
             directive->getMacroInfo());
}

void SnapshotWatch::MacroUndefined(const clang::Token& name, const clang::MacroDefinition& before,
                                   const clang::MacroDirective* /*undefinition*/) {
  noteUse(name, before);
  noteChange(name, before.getMacroInfo(), nullptr);
}

void SnapshotWatch::MacroExpands(const clang::Token& name, const clang::MacroDefinition& macro,
                                 clang::SourceRange /*range*/, const clang::MacroArgs* /*arguments*/) {
  noteUse(name, macro);
}

void SnapshotWatch::Defined(const clang::Token& name, const clang::MacroDefinition& macro,
                            clang::SourceRange /*range*/) {
  noteUse(name, macro);
}

void SnapshotWatch::Ifdef(clang::SourceLocation /*at*/, const clang::Token& name,
                          const clang::MacroDefinition& macro) {
  noteUse(name, macro);
}

void SnapshotWatch::Ifndef(clang::SourceLocation at, const clang::Token& name,
                           const clang::MacroDefinition& macro) {
  const clang::MacroInfo* info = macro.getMacroInfo();
  if (in_unit_ && info != nullptr && areGuardedAlike(at, info->getDefinitionLoc(), name)) { return; }
  noteUse(name, macro);
}

void SnapshotWatch::Elifdef(clang::SourceLocation /*at*/, const clang::Token& name,
                            const clang::MacroDefinition& macro) {
  noteUse(name, macro);
}

void SnapshotWatch::Elifndef(clang::SourceLocation /*at*/, const clang::Token& name,
                             const clang::MacroDefinition& macro) {
  noteUse(name, macro);
}

} // namespace nostall
