#include "report/parts/markdown.h"

#include "report/parts/wrap.h"
#include "support/text.h"

namespace nostall {
namespace {

constexpr std::string_view fence = "```";

std::string_view takeLine(std::string_view& text) {
  const size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::string_view trimmed(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) { return {}; }
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

/// The text of a heading; empty for other lines.
std::string_view headingOf(std::string_view line) {
  if (!line.starts_with('#')) { return {}; }
  const size_t level = line.find_first_not_of('#');
  if (level == std::string_view::npos || line[level] != ' ') { return {}; }
  return trimmed(line.substr(level));
}

bool isListItem(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ");
}

/// Collects the lines of a paragraph or list item until it is whole.
class TextLayout {
public:
  explicit TextLayout(const PlainTextOptions& options) : options_(options) {}

  void add(std::string_view line) {
    if (line.starts_with(fence)) {
      flush();
      in_code_ = !in_code_;
    } else if (in_code_) {
      out_ += line.empty() ? "\n" : options_.indent + "    " + printable(line) + "\n";
    } else {
      addProse(line);
    }
  }

  std::string finish() {
    flush();
    return std::move(out_);
  }

private:
  void addProse(std::string_view line) {
    const std::string_view heading = headingOf(line);
    if (!heading.empty()) {
      flush();
      out_ += options_.indent + printable(heading) + "\n";
    } else if (trimmed(line).empty()) {
      flush();
      out_ += "\n";
    } else {
      if (isListItem(line)) { flush(); }
      if (!pending_.empty()) { pending_ += ' '; }
      pending_ += trimmed(line);
    }
  }

  void flush() {
    if (pending_.empty()) { return; }
    const std::string rest = options_.indent + (isListItem(pending_) ? "  " : "");
    out_ += wrapped(pending_, options_.indent, rest, options_.width);
    pending_.clear();
  }

  const PlainTextOptions& options_;
  std::string out_;
  std::string pending_;
  bool in_code_ = false;
};

std::string withoutBlankLinesAround(std::string_view text) {
  while (!text.empty() && (text.front() == '\n')) {
    text.remove_prefix(1);
  }
  const size_t end = text.find_last_not_of(" \n");
  return std::string(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

} // namespace

std::vector<HelpSection> helpSections(std::string_view markdown) {
  std::vector<HelpSection> sections;
  bool in_code = false;
  while (!markdown.empty()) {
    const std::string_view line = takeLine(markdown);
    if (line.starts_with(fence)) { in_code = !in_code; }
    const std::string_view heading = in_code ? std::string_view() : headingOf(line);
    if (!heading.empty()) {
      sections.push_back({std::string(heading), {}});
      continue;
    }
    if (sections.empty()) { sections.emplace_back(); }
    sections.back().body += std::string(line) + "\n";
  }
  for (HelpSection& section : sections) {
    section.body = withoutBlankLinesAround(section.body);
  }
  std::erase_if(sections,
                [](const HelpSection& section) { return section.title.empty() && section.body.empty(); });
  return sections;
}

std::string markdownToText(std::string_view markdown, const PlainTextOptions& options) {
  TextLayout layout(options);
  while (!markdown.empty()) {
    layout.add(takeLine(markdown));
  }
  return layout.finish();
}

std::string firstParagraph(std::string_view markdown) {
  const std::vector<HelpSection> sections = helpSections(markdown);
  std::string out;
  std::string_view body = sections.empty() ? std::string_view() : std::string_view(sections.front().body);
  while (!body.empty()) {
    const std::string_view line = trimmed(takeLine(body));
    if (line.empty()) { break; }
    if (!out.empty()) { out += ' '; }
    out += line;
  }
  return out;
}

} // namespace nostall
