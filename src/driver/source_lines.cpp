#include "driver/source_lines.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace nostall {
namespace {

using WantedLines = std::map<std::string, std::set<uint32_t>>;

/// What is shown of a line that a machine wrote.
constexpr size_t longest_line = size_t{64} << 10U;

void want(WantedLines& wanted, const Location& at) {
  if (!at.file.empty() && at.line != 0) { wanted[at.file].insert(at.line); }
}

/// Every line that an edit changes.
void wantAll(WantedLines& wanted, const Location& at) {
  for (uint32_t line = at.line; line <= at.end_line; ++line) {
    wanted[at.file].insert(line);
  }
}

WantedLines wantedLines(const Report& report) {
  WantedLines wanted;
  for (const Finding& finding : report.findings) {
    want(wanted, finding.at);
    for (const ChainStep& step : finding.chain) {
      want(wanted, step.at);
    }
    for (const Fix& fix : finding.fixes) {
      for (const Edit& edit : fix.edits) {
        wantAll(wanted, edit.at);
      }
    }
  }
  for (const RootCause& cause : report.root_causes) {
    want(wanted, cause.at);
  }
  return wanted;
}

std::string withoutLineEnd(std::string line) {
  if (line.ends_with('\r')) { line.pop_back(); }
  line.resize(std::min(line.size(), longest_line));
  return line;
}

void readLines(Report& report, const std::string& path, const std::string& printed,
               const std::set<uint32_t>& numbers) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  auto next = numbers.begin();
  for (uint32_t number = 1; next != numbers.end() && std::getline(file, line); ++number) {
    if (number != *next) { continue; }
    report.source_lines.push_back({printed, number, withoutLineEnd(line)});
    ++next;
  }
}

} // namespace

void readSourceLines(Report& report, const PathPrinter& paths) {
  report.source_lines.clear();
  // A map and a set: files and lines come out sorted.
  for (const auto& [printed, numbers] : wantedLines(report)) {
    readLines(report, paths.absolute(printed), printed, numbers);
  }
}

} // namespace nostall
