#include "driver/source_lines.h"

#include "driver/line_hashes.h"

#include <algorithm>
#include <fstream>
#include <iterator>
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
               const std::set<uint32_t>& numbers, bool holds_findings) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::vector<std::string> hashes = holds_findings ? lineHashes(text) : std::vector<std::string>();
  size_t begin = 0;
  auto next = numbers.begin();
  for (uint32_t number = 1; next != numbers.end() && begin < text.size(); ++number) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (number == *next) {
      std::string hash = number <= hashes.size() ? hashes[number - 1] : std::string();
      report.source_lines.push_back(
          {printed, number, withoutLineEnd(text.substr(begin, end - begin)), std::move(hash)});
      ++next;
    }
    begin = end + 1;
  }
}

} // namespace

void readSourceLines(Report& report, const PathPrinter& paths) {
  report.source_lines.clear();
  std::set<std::string> of_findings;
  for (const Finding& finding : report.findings) {
    of_findings.insert(finding.at.file);
  }
  // A map and a set: files and lines come out sorted.
  for (const auto& [printed, numbers] : wantedLines(report)) {
    readLines(report, paths.absolute(printed), printed, numbers, of_findings.contains(printed));
  }
}

} // namespace nostall
