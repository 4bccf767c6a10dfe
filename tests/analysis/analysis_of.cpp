#include "analysis/analysis_of.h"

#include "support/paths.h"

#include <gtest/gtest.h>

namespace nostall {

const char* const small_pack = R"(
schema: 1
library: small
blocks:
  blocking-sleep: [sleep]
  blocking-file: [fsync]
elsewhere:
  - {function: pool, argument: 0}
inline:
  - {function: for_each, argument: 0}
)";

static std::string ruleText(const std::string& id, const std::string& kind, const std::string& severity) {
  return "schema: 1\nid: " + id + "\nkind: " + kind + "\nseverity: " + severity +
         "\nenabled: true\nsummary: A rule\nmessage: \"'{callee}' parks the event loop's thread\"\nhelp: "
         "Help\n";
}

Catalog catalogOf(const std::string& pack) {
  const CatalogResult result = loadCatalog({
      {"rules/blocking-file.yaml", ruleText("blocking-file", "reach", "warning")},
      {"rules/blocking-lock.yaml", ruleText("blocking-lock", "reach", "note")},
      {"rules/blocking-sleep.yaml", ruleText("blocking-sleep", "reach", "error")},
      {"rules/blocking-wait.yaml", ruleText("blocking-wait", "reach", "error")},
      {"rules/unused-suppression.yaml", ruleText("unused-suppression", "suppression", "warning")},
      {"rules/libraries/small.yaml", pack},
  });
  for (const Problem& problem : result.problems) {
    ADD_FAILURE() << toString(problem);
  }
  return result.catalog;
}

Analysis analysisOf(const std::vector<UnitFacts>& units, const std::string& pack,
                    const AnalysisOptions& options) {
  return analyse(link(units), catalogOf(pack), options);
}

static std::string lineOf(const Finding& finding) {
  const std::string file(baseName(finding.at.file));
  std::string text = file == "a.cpp" ? std::string() : file + ":";
  text +=
      std::to_string(finding.at.line) + " " + std::string(toString(finding.severity)) + " " + finding.rule;
  text += " " + finding.function + ":";
  for (const ChainStep& step : finding.chain) {
    text += (&step == &finding.chain[0] ? " " : ", ") + step.callee;
  }
  return text + (isActive(finding) ? "" : " (suppressed)");
}

std::vector<std::string> linesOf(const Analysis& analysis) {
  std::vector<std::string> lines;
  for (const Finding& finding : analysis.findings) {
    lines.push_back(lineOf(finding));
  }
  return lines;
}

std::vector<std::string> findingsOf(UnitBuilder& unit, const std::string& pack) {
  return linesOf(analysisOf({unit.facts()}, pack));
}

uint64_t statistic(const Analysis& analysis, const std::string& name) {
  for (const auto& [known, value] : analysis.statistics) {
    if (known == name) { return value; }
  }
  ADD_FAILURE() << "no statistic " << name;
  return 0;
}

} // namespace nostall
