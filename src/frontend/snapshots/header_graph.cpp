#include "frontend/snapshots/header_graph.h"

#include <clang/Lex/HeaderSearch.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <functional>

namespace nostall {

HeaderGraph::HeaderGraph(const CompileCommand& command, const FrontendOptions& options,
                         std::vector<std::string> words)
    : words_(std::move(words)), strings_(ignored_facts_.symbols.strings),
      compilation_(options, llvm::vfs::createPhysicalFileSystem().release(), strings_, ignored_facts_) {
  if (compilation_.prepare(command)) { return; }
  compilation_.compiler().createPreprocessor(clang::TU_Complete);
  const std::string& predefined = compilation_.compiler().getPreprocessor().getPredefines();
  const ScannedFile scanned = scanIncludes(predefined, [](llvm::StringRef) { return false; });
  defined_.insert(scanned.changes.begin(), scanned.changes.end());
  usable_ = true;
}

HeaderGraph::~HeaderGraph() = default;

void HeaderGraph::read(const std::string& file) {
  const auto entry = compilation_.compiler().getFileManager().getOptionalFileRef(file);
  if (entry) { scan(*entry); }
}

std::vector<const ScannedHeader*> HeaderGraph::headersOf(const std::string& file) {
  std::vector<const ScannedHeader*> found;
  const auto entry = compilation_.compiler().getFileManager().getOptionalFileRef(file);
  if (!entry) { return found; }
  llvm::DenseSet<const ScannedHeader*> seen;
  const std::function<void(const ScannedHeader&)> visit = [&](const ScannedHeader& from) {
    for (const auto& [header, assumes] : from.taken) {
      const auto changed = [&](const std::string& macro) { return changed_.contains(macro); };
      if (llvm::any_of(assumes, changed) || !seen.insert(header).second) { continue; }
      if (!header->external) { visit(*header); }
      if (header->guarded) { found.push_back(header); }
    }
  };
  const ScannedHeader* main = scan(*entry);
  seen.insert(main);
  visit(*main);
  return found;
}

const ScannedHeader* HeaderGraph::scan(clang::FileEntryRef file) {
  std::unique_ptr<ScannedHeader>& known = headers_[&file.getFileEntry()];
  if (known != nullptr) { return known.get(); }
  known = std::make_unique<ScannedHeader>();
  ScannedHeader& header = *known; // the map may grow and move `known`
  const auto buffer = compilation_.compiler().getFileManager().getBufferForFile(file);
  if (!buffer) { return &header; }
  const llvm::StringRef text = (*buffer)->getBuffer();
  const ScannedFile scanned =
      scanIncludes(text, [&](llvm::StringRef macro) { return defined_.contains(macro); });
  header.guarded = scanned.guarded;
  header.size = scanned.size;
  changed_.insert(scanned.changes.begin(), scanned.changes.end());
  for (const std::string& word : words_) {
    if (mentionsWord(text, word)) { header.words.push_back(word); }
  }
  resolve(header, file, scanned);
  return &header;
}

void HeaderGraph::resolve(ScannedHeader& header, clang::FileEntryRef file, const ScannedFile& text) {
  clang::HeaderSearch& search = compilation_.compiler().getPreprocessor().getHeaderSearchInfo();
  search.getFileInfo(file); // looking for what it includes presumes that it is known
  const std::pair<clang::OptionalFileEntryRef, clang::DirectoryEntryRef> includer(file, file.getDir());
  for (const ScannedInclude& include : text.includes) {
    if (include.within_braces) { continue; }
    clang::ConstSearchDirIterator folder = nullptr;
    const auto found =
        search.LookupFile(include.name, clang::SourceLocation(), include.angled, nullptr, &folder, includer,
                          nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                          /*SkipCache=*/false, /*BuildSystemModule=*/false,
                          /*OpenFile=*/false);
    if (!found) { continue; }
    const bool is_new = !headers_.contains(&found->getFileEntry());
    auto* target = const_cast<ScannedHeader*>(scan(*found));
    header.includes.push_back(target);
    if (include.taken && !include.after_code) { header.taken.push_back({target, include.assumes}); }
    if (!is_new) { continue; }
    llvm::SmallString<256> path(found->getName());
    llvm::sys::fs::make_absolute(compilation_.directory(), path);
    const std::string as_named = include.angled ? "<" + include.name + ">" : "\"" + include.name + "\"";
    target->directive = folder ? as_named : ("\"" + path + "\"").str();
    llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
    target->external = clang::SrcMgr::isSystem(search.getFileDirFlavor(*found)) ||
                       compilation_.external().isExternalFile(path);
  }
}

} // namespace nostall
