#include "report/parts/causes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace nostall {
namespace {

bool followsCalls(const Finding& finding) {
  return !finding.chain.empty() && !finding.chain.back().callee.empty();
}

size_t doubts(const Finding& finding) {
  return static_cast<size_t>(
      std::ranges::count_if(finding.chain, [](const ChainStep& step) { return !step.remark.empty(); }));
}

bool isBetter(const Finding* left, const Finding* right) {
  if (left->severity != right->severity) { return left->severity > right->severity; }
  return std::tuple<size_t, size_t, const Location&>(doubts(*left), left->chain.size(), left->at) <
         std::tuple<size_t, size_t, const Location&>(doubts(*right), right->chain.size(), right->at);
}

/// The best one first, the others where they stand in the report: by place.
void putBestFirst(std::vector<const Finding*>& findings) {
  const auto best = std::ranges::min_element(findings, isBetter);
  std::rotate(findings.begin(), best, best + 1);
}

void complete(Cause& cause) {
  putBestFirst(cause.findings);
  const Finding& best = cause.best();
  cause.severity = best.severity;
  cause.callee = best.callee;
  cause.function = followsCalls(best) ? best.chain.back().function : best.function;
  std::set<std::pair<std::string_view, std::string_view>> contexts;
  for (const Finding* finding : cause.findings) {
    contexts.emplace(finding->at.file, finding->function);
  }
  cause.contexts = static_cast<uint32_t>(contexts.size());
}

} // namespace

std::vector<Cause> causesOf(const Report& report, Severity least) {
  std::map<std::tuple<std::string_view, Location>, size_t> known;
  std::vector<Cause> causes;
  for (const Finding& finding : report.findings) {
    if (!isActive(finding) || finding.severity < least) { continue; }
    const Location& end = endOf(finding);
    const auto [found, is_new] = known.try_emplace({finding.rule, end}, causes.size());
    if (is_new) { causes.push_back({.rule = finding.rule, .at = end}); }
    causes[found->second].findings.push_back(&finding);
  }
  std::ranges::for_each(causes, complete);
  std::ranges::sort(causes, [](const Cause& left, const Cause& right) {
    return std::tie(right.severity, right.contexts, left.best().at, left.rule) <
           std::tie(left.severity, left.contexts, right.best().at, right.rule);
  });
  return causes;
}

std::vector<FileCause> byFile(const std::vector<Cause>& causes) {
  std::vector<FileCause> files;
  for (const Cause& cause : causes) {
    std::vector<const Finding*> findings = cause.findings;
    std::ranges::sort(findings, {}, [](const Finding* finding) -> const Location& { return finding->at; });
    for (const Finding* finding : findings) {
      const bool is_new =
          files.empty() || files.back().cause != &cause || files.back().first().at.file != finding->at.file;
      if (is_new) { files.push_back({.cause = &cause}); }
      files.back().severity = std::max(files.back().severity, finding->severity);
      files.back().findings.push_back(finding);
    }
  }
  return files;
}

} // namespace nostall
