// The Markdown of a rule's help, for places that show none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// A part of a rule's help: "## What it does" and what follows it.
struct HelpSection {
  std::string title; ///< empty for text before the first heading
  std::string body;  ///< Markdown, without blank lines around it
};

std::vector<HelpSection> helpSections(std::string_view markdown);

struct PlainTextOptions {
  size_t width = 100;
  std::string indent; ///< before every line that is not empty
};

/// Headings, paragraphs and lists laid out for a terminal, code as it is.
std::string markdownToText(std::string_view markdown, const PlainTextOptions& options);

/// The first paragraph of the first section on one line: what a rule does.
std::string firstParagraph(std::string_view markdown);

} // namespace nostall
