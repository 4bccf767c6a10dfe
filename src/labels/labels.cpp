#include "labels/labels.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace nostall {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) { return {}; }
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(separators), text.size());
    if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) { parts.push_back(part); }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view takeWord(std::string_view& text) {
  text = trimmed(text);
  const size_t end = std::min(text.find_first_of(blanks), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::optional<Label> labelNamed(std::string_view word) {
  if (word == "want") { return Label::Want; }
  if (word == "ok") { return Label::Ok; }
  if (word == "missed") { return Label::Missed; }
  if (word == "false") { return Label::False; }
  return std::nullopt;
}

std::string place(const std::string& file, uint32_t line) {
  return file + ":" + std::to_string(line) + ": ";
}

/// "want@-1" -> the label and the line it speaks of; nothing when the text is no label.
struct Head {
  Label label;
  int offset = 0;
};

std::optional<Head> readHead(std::string_view text) {
  const size_t at = text.find('@');
  const std::optional<Label> label = labelNamed(text.substr(0, at));
  if (!label) { return std::nullopt; }
  Head head{*label};
  if (at == std::string_view::npos) { return head; }
  std::string_view number = text.substr(at + 1);
  if (number.starts_with('+')) { number.remove_prefix(1); }
  const char* end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, head.offset);
  if (error != std::errc() || stop != end) { return std::nullopt; }
  return head;
}

/// What stands after "want: ID": an optional level, an optional chain, nothing else.
bool readDetails(std::string_view rest, Expectation& expectation) {
  if (const auto severity = severityFromString(rest.substr(0, rest.find_first_of(blanks)))) {
    expectation.severity = severity;
    takeWord(rest);
  }
  if (rest.empty()) { return true; }
  if (takeWord(rest) != "via") { return false; }
  expectation.via.emplace();
  for (const std::string_view name : split(rest, ",")) {
    expectation.via->emplace_back(name);
  }
  return !expectation.via->empty();
}

void readLabel(std::string_view comment, uint32_t line, const std::string& file, LabelledFile& labels) {
  const size_t colon = comment.find(':');
  if (colon == std::string_view::npos) { return; }
  const std::optional<Head> head = readHead(trimmed(comment.substr(0, colon)));
  if (!head) { return; }
  Expectation expectation;
  expectation.label = head->label;
  expectation.file = file;
  expectation.line = line + static_cast<uint32_t>(head->offset);
  std::string_view rest = comment.substr(colon + 1);
  expectation.rule = std::string(takeWord(rest));
  if (expectation.rule.empty()) {
    labels.mistakes.push_back(place(file, line) + "a label names a rule: '// want: blocking-sleep'");
    return;
  }
  // Behind ok, missed and false stands a remark for the reader.
  if (head->label == Label::Want && !readDetails(rest, expectation)) {
    labels.mistakes.push_back(place(file, line) + "after 'want: " + expectation.rule +
                              "' only a level and 'via f, g' may follow, not '" + std::string(rest) + "'");
    return;
  }
  labels.expectations.push_back(std::move(expectation));
}

/// A line may hold several labels: "// want: a // want: b".
void readLine(std::string_view text, uint32_t line, const std::string& file, LabelledFile& labels) {
  size_t start = text.find("//");
  while (start != std::string_view::npos) {
    const size_t next = text.find("// ", start + 2);
    readLabel(text.substr(start + 2, next == std::string_view::npos ? next : next - start - 2), line, file,
              labels);
    start = next;
  }
}

void readDirective(std::string_view comment, LabelledFile& labels) {
  if (comment == "no findings") {
    labels.no_findings = true;
  } else if (comment == "degraded") {
    labels.degraded = true;
  } else if (comment.starts_with("flags:")) {
    for (const std::string_view flag : split(comment.substr(6), " \t")) {
      labels.flags.emplace_back(flag);
    }
  } else if (comment.starts_with("enable:")) {
    for (const std::string_view rule : split(comment.substr(7), " ,")) {
      labels.enabled.emplace_back(rule);
    }
  }
}

std::string described(const Found& found) {
  std::string text = found.rule + " " + std::string(toString(found.severity));
  for (size_t i = 0; i < found.via.size(); ++i) {
    text += (i == 0 ? " via " : ", ") + found.via[i];
  }
  return text;
}

std::string described(const Expectation& expectation) {
  std::string text = expectation.rule;
  if (expectation.severity) { text += " " + std::string(toString(*expectation.severity)); }
  for (size_t i = 0; expectation.via && i < expectation.via->size(); ++i) {
    text += (i == 0 ? " via " : ", ") + (*expectation.via)[i];
  }
  return text;
}

bool fits(const Expectation& expectation, const Found& found) {
  const bool level = !expectation.severity || *expectation.severity == found.severity;
  const bool chain = !expectation.via || *expectation.via == found.via;
  return level && chain;
}

/// Labels and findings of one line and rule.
struct RuleOnLine {
  std::vector<const Expectation*> expected;
  std::vector<const Found*> found;
};

/// Takes away each finding that a label asks for; what is left on either side is a disagreement.
void matchPresence(RuleOnLine& entry) {
  std::erase_if(entry.expected, [&entry](const Expectation* expectation) {
    if (expectation->label != Label::Want && expectation->label != Label::False) { return false; }
    const auto hit = std::find_if(entry.found.begin(), entry.found.end(),
                                  [&](const Found* f) { return fits(*expectation, *f); });
    if (hit == entry.found.end()) { return false; }
    entry.found.erase(hit);
    return true;
  });
}

std::string absence(const Expectation& expectation, const RuleOnLine& entry) {
  const std::string at = place(expectation.file, expectation.line);
  if (expectation.label == Label::False) {
    return at + "the false alarm " + expectation.rule + " is gone: promote its label to 'ok'";
  }
  std::string text = at + "wanted " + described(expectation) + ", found ";
  if (entry.found.empty()) { return text + "nothing"; }
  for (size_t i = 0; i < entry.found.size(); ++i) {
    text += (i == 0 ? "" : "; ") + described(*entry.found[i]);
  }
  return text;
}

std::string presence(const Found& found, const RuleOnLine& entry) {
  const std::string at = place(found.file, found.line);
  for (const Expectation* expectation : entry.expected) {
    if (expectation->label == Label::Missed) {
      return at + "the missed alarm is found now, promote its label to 'want': " + described(found);
    }
    if (expectation->label == Label::Ok) { return at + "silence was wanted, found " + described(found); }
  }
  return at + "no label speaks of " + described(found);
}

} // namespace

LabelledFile readLabels(const std::string& file, std::string_view text) {
  LabelledFile labels;
  bool at_top = true;
  uint32_t line = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
    at_top = at_top && content.starts_with("//");
    if (at_top) { readDirective(trimmed(content.substr(2)), labels); }
    readLine(content, line, file, labels);
  }
  return labels;
}

void append(LabelledFile& labels, LabelledFile&& more) {
  std::ranges::move(more.expectations, std::back_inserter(labels.expectations));
  std::ranges::move(more.flags, std::back_inserter(labels.flags));
  std::ranges::move(more.enabled, std::back_inserter(labels.enabled));
  std::ranges::move(more.mistakes, std::back_inserter(labels.mistakes));
  labels.no_findings |= more.no_findings;
  labels.degraded |= more.degraded;
}

std::vector<std::string> mistakesOf(const LabelledFile& labels, const std::string& file,
                                    const std::function<bool(const std::string& rule)>& is_rule) {
  std::vector<std::string> mistakes = labels.mistakes;
  bool wants = false;
  for (const Expectation& expectation : labels.expectations) {
    wants |= expectation.label == Label::Want || expectation.label == Label::False;
    if (is_rule(expectation.rule)) { continue; }
    mistakes.push_back(place(expectation.file, expectation.line) + "there is no rule '" + expectation.rule +
                       "'");
  }
  if (!wants && !labels.no_findings) {
    mistakes.push_back(file + ": wants no finding; say '// no findings' in its first line if that is the "
                              "point");
  }
  if (wants && labels.no_findings) { mistakes.push_back(file + ": says 'no findings' and wants some"); }
  return mistakes;
}

std::vector<Found> foundIn(const std::vector<Finding>& findings) {
  std::vector<Found> found;
  for (const Finding& finding : findings) {
    if (!isActive(finding)) { continue; }
    Found one{finding.at.file, finding.at.line, finding.rule, finding.severity, {}};
    for (const ChainStep& step : finding.chain) {
      one.via.push_back(step.callee);
    }
    found.push_back(std::move(one));
  }
  return found;
}

std::vector<std::string> disagreements(const std::vector<Expectation>& expectations,
                                       const std::vector<Found>& found) {
  std::map<std::tuple<std::string, uint32_t, std::string>, RuleOnLine> lines;
  for (const Expectation& expectation : expectations) {
    lines[{expectation.file, expectation.line, expectation.rule}].expected.push_back(&expectation);
  }
  for (const Found& finding : found) {
    lines[{finding.file, finding.line, finding.rule}].found.push_back(&finding);
  }
  std::vector<std::string> result;
  for (auto& [where, entry] : lines) {
    matchPresence(entry);
    bool explained = false;
    for (const Expectation* expectation : entry.expected) {
      if (expectation->label == Label::Want || expectation->label == Label::False) {
        result.push_back(absence(*expectation, entry));
        explained = true;
      }
    }
    for (const Found* finding : entry.found) {
      if (!explained) { result.push_back(presence(*finding, entry)); }
    }
  }
  return result;
}

} // namespace nostall
