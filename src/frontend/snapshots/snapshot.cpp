#include "frontend/snapshots/snapshot.h"

#include "frontend/compilation.h"
#include "frontend/file_recorder.h"
#include "frontend/snapshots/snapshot_watch.h"

#include <clang/Lex/Pragma.h>
#include <clang/Lex/Preprocessor.h>

namespace nostall {

namespace {

constexpr llvm::StringRef rest_pragma = "nostall_rest";

/// A semicolon ends whatever Clang may still be busy with: the last declaration is whole when it is read.
std::string textOf(const SnapshotNode& node) {
  std::string text;
  for (const std::string& header : node.headers) {
    text += "#include " + header + "\n";
  }
  return text + ";\n#pragma " + rest_pragma.str() + "\n";
}

class SnapshotParse {
public:
  SnapshotParse(const SnapshotPlan& plan, const std::vector<CompileCommand>& commands,
                const FrontendOptions& options, SnapshotHost& host,
                const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>& files)
      : plan_(plan), commands_(commands), host_(host), strings_(facts_.symbols.strings),
        compilation_(options, files, strings_, facts_) {}

  UnitFacts run(size_t root);

  /// Clang has come to the pragma that ends a node's text.
  void rest();

private:
  void begin();
  void enter(const std::string& text);

  const SnapshotPlan& plan_;
  const std::vector<CompileCommand>& commands_;
  SnapshotHost& host_;
  UnitFacts facts_;
  StringTable strings_;
  Compilation compilation_;
  SnapshotWatch* watch_ = nullptr; ///< the preprocessor's
  size_t node_ = no_node;
};

class RestPragma : public clang::PragmaHandler {
public:
  explicit RestPragma(SnapshotParse& parse) : PragmaHandler(rest_pragma), parse_(parse) {}

  void HandlePragma(clang::Preprocessor& preprocessor, clang::PragmaIntroducer introducer,
                    clang::Token& /*first*/) override {
    // It is no word for the code that is analysed.
    const clang::SourceManager& sources = preprocessor.getSourceManager();
    if (sources.getBufferName(introducer.Loc) != SnapshotWatch::text_name) { return; }
    preprocessor.DiscardUntilEndOfDirective();
    parse_.rest();
  }

private:
  SnapshotParse& parse_;
};

void SnapshotParse::begin() {
  clang::Preprocessor& preprocessor = compilation_.compiler().getPreprocessor();
  auto watch = std::make_unique<SnapshotWatch>(preprocessor, [this] { host_.giveUp(); });
  watch_ = watch.get();
  preprocessor.addPPCallbacks(std::move(watch));
  preprocessor.AddPragmaHandler(new RestPragma(*this));
}

void SnapshotParse::enter(const std::string& text) {
  clang::Preprocessor& preprocessor = compilation_.compiler().getPreprocessor();
  clang::SourceManager& sources = preprocessor.getSourceManager();
  const clang::FileID file =
      sources.createFileID(llvm::MemoryBuffer::getMemBufferCopy(text, SnapshotWatch::text_name));
  preprocessor.EnterSourceFile(file, /*Dir=*/nullptr, clang::SourceLocation());
}

void SnapshotParse::rest() {
  if (compilation_.errors() > 0) { host_.giveUp(); }
  watch_->noteWords();
  const Continuation next = host_.rest();
  if (next.node != no_node) {
    node_ = next.node;
    enter(textOf(plan_.nodes[node_]));
    return;
  }
  const CompileCommand& command = commands_[next.unit];
  facts_.path = strings_.id(command.file);
  facts_.target = strings_.id(command.target);
  watch_->beginUnit();
  enter(plan_.macros_of[next.unit] + "#include \"" + command.file + "\"\n");
}

UnitFacts SnapshotParse::run(size_t root) {
  node_ = root;
  if (compilation_.prepare(plan_.nodes[root].command)) { host_.giveUp(); }
  const std::string text = textOf(plan_.nodes[root]);
  const auto buffer = llvm::MemoryBuffer::getMemBuffer(text, SnapshotWatch::text_name);
  clang::FrontendOptions& frontend = compilation_.compiler().getFrontendOpts();
  frontend.DisableFree = true; // the process ends with the unit
  const clang::FrontendInputFile input(buffer->getMemBufferRef(), frontend.Inputs[0].getKind());
  facts_.state = compilation_.parse(input, [this] { begin(); });
  if (facts_.state != UnitState::Ok) { host_.giveUp(); }
  finish(facts_);
  return std::move(facts_);
}

} // namespace

UnitFacts takeFactsOnSnapshot(const SnapshotPlan& plan, size_t root,
                              const std::vector<CompileCommand>& commands, const FrontendOptions& options,
                              SnapshotHost& host, LookUps* look_ups) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files(llvm::vfs::createPhysicalFileSystem().release());
  const auto recorder = llvm::makeIntrusiveRefCnt<FileRecorder>(files);
  if (look_ups != nullptr) { files = recorder; }
  UnitFacts facts = SnapshotParse(plan, commands, options, host, files).run(root);
  if (look_ups != nullptr) { *look_ups = recorder->lookUps(); }
  return facts;
}

} // namespace nostall
