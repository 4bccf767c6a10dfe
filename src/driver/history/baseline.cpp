#include "driver/history/baseline.h"

#include "cache/whole_file.h"
#include "support/text.h"

#include <llvm/Support/JSON.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace nostall {
namespace {

namespace json = llvm::json;

constexpr const char* baseline_schema = "nostall-baseline/1";
constexpr const char* report_schema = "nostall-report/1";

std::string textOf(const json::Object& object, const char* key) {
  return object.getString(key).value_or("").str();
}

void add(Baseline& baseline, const json::Object& entry, uint32_t count) {
  BaselineEntry& known = baseline[textOf(entry, "fingerprint")];
  known.rule = textOf(entry, "rule");
  known.file = textOf(entry, "file");
  known.function = textOf(entry, "function");
  known.count += count;
}

/// A fingerprint or nothing at all: an entry that means nothing would silence nothing, and nobody would know.
bool isEntry(const json::Value& value) {
  const json::Object* entry = value.getAsObject();
  return entry != nullptr && entry->getString("fingerprint").value_or("").size() == 16;
}

/// Counts a finding of a report only when it counted there.
uint32_t countOf(const json::Object& entry, bool is_report) {
  if (!is_report) {
    return static_cast<uint32_t>(std::clamp<int64_t>(entry.getInteger("count").value_or(1), 0, UINT32_MAX));
  }
  return entry.get("suppressed") == nullptr || entry.get("suppressed")->getAsNull() ? 1 : 0;
}

std::string quotedJson(const std::string& text) {
  // LLVM's writer refuses what is no UTF-8.
  std::string out;
  llvm::raw_string_ostream stream(out);
  stream << json::Value(json::fixUTF8(text));
  return out;
}

/// Of what is to be repaired first only what findings that count end in.
void keepActiveCauses(Report& report) {
  std::map<std::tuple<std::string, Location>, std::set<std::pair<std::string, std::string>>> contexts;
  for (const Finding& finding : report.findings) {
    if (!isActive(finding)) { continue; }
    contexts[{finding.rule, endOf(finding)}].emplace(finding.at.file, finding.function);
  }
  std::erase_if(report.root_causes, [&](RootCause& cause) {
    const auto found = contexts.find({cause.rule, cause.at});
    if (found == contexts.end()) { return true; }
    cause.contexts = static_cast<uint32_t>(found->second.size());
    return false;
  });
  std::ranges::stable_sort(report.root_causes, std::greater<>(), &RootCause::contexts);
}

} // namespace

Baseline baselineOf(const Report& report) {
  Baseline baseline;
  for (const Finding& finding : report.findings) {
    if (!isActive(finding)) { continue; }
    BaselineEntry& entry = baseline[finding.fingerprint];
    if (entry.count == 0) { entry = {finding.rule, finding.at.file, finding.function, 0}; }
    ++entry.count;
  }
  return baseline;
}

std::string baselineText(const Baseline& baseline) {
  std::vector<std::pair<std::string, const BaselineEntry*>> sorted;
  for (const auto& [fingerprint, entry] : baseline) {
    sorted.emplace_back(fingerprint, &entry);
  }
  std::ranges::sort(sorted, [](const auto& left, const auto& right) {
    return std::tie(left.second->file, left.second->rule, left.second->function, left.first) <
           std::tie(right.second->file, right.second->rule, right.second->function, right.first);
  });
  std::string out = std::string("{\n  \"schema\": \"") + baseline_schema + "\",\n  \"findings\": [";
  const char* separator = "\n";
  for (const auto& [fingerprint, entry] : sorted) {
    out += separator;
    out += "    {\"file\": " + quotedJson(entry->file) + ", \"rule\": " + quotedJson(entry->rule) +
           ", \"function\": " + quotedJson(entry->function) + ", \"fingerprint\": \"" + fingerprint +
           "\", \"count\": " + std::to_string(entry->count) + "}";
    separator = ",\n";
  }
  return out + (baseline.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

Baseline parseBaseline(const std::string& text, const std::string& name, Problems& problems) {
  Baseline baseline;
  const auto refuse = [&](const std::string& why) {
    problems.push_back({.file = name, .message = why});
    return Baseline();
  };
  llvm::Expected<json::Value> parsed = json::parse(text);
  if (!parsed) { return refuse("this is no baseline: " + printable(llvm::toString(parsed.takeError()))); }
  const json::Object* root = parsed->getAsObject();
  const std::string schema = root == nullptr ? std::string() : textOf(*root, "schema");
  const bool is_report = schema == report_schema;
  const json::Array* findings = root == nullptr ? nullptr : root->getArray("findings");
  if ((schema != baseline_schema && !is_report) || findings == nullptr) {
    return refuse(
        "this is no baseline: 'nostall check --write-baseline FILE' makes one, and a JSON report of a "
        "check is one too");
  }
  for (const json::Value& value : *findings) {
    if (!isEntry(value)) { return refuse("an entry of 'findings' has no fingerprint of 16 digits"); }
    const json::Object& entry = *value.getAsObject();
    if (const uint32_t count = countOf(entry, is_report); count > 0) { add(baseline, entry, count); }
  }
  return baseline;
}

Baseline readBaseline(const std::string& path, const std::string& name, Problems& problems) {
  const std::optional<std::string> text = readWholeFile(path);
  if (!text) {
    problems.push_back({.file = name, .message = "the baseline cannot be read"});
    return {};
  }
  return parseBaseline(*text, name, problems);
}

Baseline silenceKnown(Report& report, const Baseline& known) {
  Baseline met;
  for (Finding& finding : report.findings) {
    if (!isActive(finding)) { continue; }
    const auto entry = known.find(finding.fingerprint);
    if (entry == known.end()) { continue; }
    BaselineEntry& again = met[finding.fingerprint];
    if (again.count == entry->second.count) { continue; }
    const uint32_t count = again.count + 1;
    again = {finding.rule, finding.at.file, finding.function, count};
    finding.suppressed = Suppression{SuppressionKind::Baseline, {}};
  }
  keepActiveCauses(report);
  return met;
}

uint64_t sizeOf(const Baseline& baseline) {
  uint64_t size = 0;
  for (const auto& [fingerprint, entry] : baseline) {
    size += entry.count;
  }
  return size;
}

} // namespace nostall
