#include "driver/apply_fixes.h"

#include "support/text.h"
#include "support/write_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace nostall {
namespace {

/// An edit as a range of bytes.
struct ByteEdit {
  size_t begin = 0;
  size_t end = 0;
  const std::string* text = nullptr;
};

std::optional<std::string> readWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) { return std::nullopt; }
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) { return std::nullopt; }
  return text;
}

class FixedFile {
public:
  explicit FixedFile(std::string text) : text_(std::move(text)) {
    starts_.push_back(0);
    for (size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\n') { starts_.push_back(i + 1); }
    }
  }

  /// False when it touches one that was added before, or lies outside of the file.
  bool add(const Fix& fix) {
    std::vector<ByteEdit> own;
    for (const Edit& edit : fix.edits) {
      const auto begin = offset(edit.at.line, edit.at.column);
      const auto end = offset(edit.at.end_line, edit.at.end_column);
      if (!begin || !end || *end < *begin) { return false; }
      own.push_back({*begin, *end, &edit.text});
    }
    const auto touches = [&](const ByteEdit& edit) {
      return std::any_of(edits_.begin(), edits_.end(), [&](const ByteEdit& other) {
        return edit.begin <= other.end && other.begin <= edit.end;
      });
    };
    if (std::any_of(own.begin(), own.end(), touches)) { return false; }
    edits_.insert(edits_.end(), own.begin(), own.end());
    return true;
  }

  std::string edited() {
    std::sort(edits_.begin(), edits_.end(),
              [](const ByteEdit& left, const ByteEdit& right) { return left.begin > right.begin; });
    std::string text = text_;
    for (const ByteEdit& edit : edits_) {
      text.replace(edit.begin, edit.end - edit.begin, *edit.text);
    }
    return text;
  }

private:
  std::optional<size_t> offset(uint32_t line, uint32_t column) const {
    if (line == 0 || column == 0 || line > starts_.size()) { return std::nullopt; }
    const size_t at = starts_[line - 1] + column - 1;
    return at <= text_.size() ? std::optional(at) : std::nullopt;
  }

  std::string text_;
  std::vector<size_t> starts_; // of lines
  std::vector<ByteEdit> edits_;
};

/// By file, in the order of the findings.
std::map<std::string, std::vector<const Fix*>> chosenFixes(const Report& report, FixMode mode) {
  std::map<std::string, std::vector<const Fix*>> chosen;
  for (const Finding& finding : report.findings) {
    if (!isActive(finding) || finding.fixes.empty() || finding.fixes.front().edits.empty()) { continue; }
    const Fix& fix = finding.fixes.front();
    if (fix.safe || mode == FixMode::Unsafe) { chosen[fix.edits.front().at.file].push_back(&fix); }
  }
  return chosen;
}

} // namespace

FixResult applyFixes(const Report& report, FixMode mode, const PathPrinter& paths) {
  FixResult result;
  if (mode == FixMode::None) { return result; }
  for (const auto& [printed, fixes] : chosenFixes(report, mode)) {
    const std::string path = paths.absolute(printed);
    std::optional<std::string> text = readWhole(path);
    if (!text) {
      result.problems.push_back(
          {.file = printed, .message = "the file cannot be read, so nothing is fixed in it"});
      continue;
    }
    FixedFile file(std::move(*text));
    uint64_t done = 0;
    for (const Fix* fix : fixes) {
      if (file.add(*fix)) {
        ++done;
      } else {
        ++result.overlapping;
      }
    }
    if (const std::optional<std::string> failure = writeFile(path, file.edited())) {
      result.problems.push_back({.file = printed, .message = *failure + ", so nothing is fixed in it"});
      continue;
    }
    result.fixed += done;
  }
  return result;
}

} // namespace nostall
