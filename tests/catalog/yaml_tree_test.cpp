#include "catalog/yaml_tree.h"
#include "catalog_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::string at(Place place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// {key: value} of maps, [a, b] of lists, each value with its place behind it.
std::string shown(const YamlNode& node) {
  std::string out;
  switch (node.kind) {
  case YamlKind::Nothing: out = "nothing"; break;
  case YamlKind::Text: out = node.quoted ? "\"" + node.text + "\"" : node.text; break;
  case YamlKind::List:
    for (const YamlNode& item : node.items) {
      out += (out.empty() ? "" : ", ") + shown(item);
    }
    out = "[" + out + "]";
    break;
  case YamlKind::Map:
    for (const YamlField& field : node.fields) {
      out += (out.empty() ? "" : ", ") + field.key + "@" + at(field.place) + ": " + shown(field.value);
    }
    out = "{" + out + "}";
    break;
  }
  return out + "@" + at(node.place);
}

struct Parsed {
  std::string tree;
  std::vector<std::string> problems;
};

Parsed parse(const std::string& text) {
  Problems problems;
  const std::optional<YamlNode> root = parseYaml("", text, problems);
  return {root ? shown(*root) : "none", placed(problems)};
}

TEST(YamlTree, EveryValueAndKeyKnowsItsPlace) {
  EXPECT_EQ(parse("a: 1\nb:\n  - x\n  - {c: 'd'}\n").tree,
            "{a@1:1: 1@1:4, b@2:1: [x@3:5, {c@4:6: \"d\"@4:9}@4:5]@3:3}@1:1");
}

TEST(YamlTree, NamesWithScopesNeedNoQuotes) {
  EXPECT_EQ(parse("[asio::post, ::sleep, \"a\"]").tree, "[asio::post@1:2, ::sleep@1:14, \"a\"@1:23]@1:1");
}

TEST(YamlTree, AMissingValueStandsAtItsKey) {
  EXPECT_EQ(parse("a:\nb: 1\n").tree, "{a@1:1: nothing@1:1, b@2:1: 1@2:4}@1:1");
}

TEST(YamlTree, BlockTextKeepsLinesAndTabs) {
  const Parsed parsed = parse("help: |\n  one\n  \ttwo\nb: 1\n");
  EXPECT_EQ(parsed.tree, "{help@1:1: \"one\n\ttwo\n\"@1:1, b@4:1: 1@4:4}@1:1");
  EXPECT_THAT(parsed.problems, IsEmpty());
}

TEST(YamlTree, AByteOrderMarkAndWindowsLineEndsAreFine) {
  EXPECT_THAT(parse("\xEF\xBB\xBF"
                    "a: 1\r\nb: 2\r\n")
                  .problems,
              IsEmpty());
}

class YamlMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(YamlMistakes, AreToldOnceAtTheirPlace) {
  EXPECT_THAT(parse(GetParam().text).problems, ElementsAre(StartsWith(GetParam().problem)));
}

INSTANTIATE_TEST_SUITE_P(
    YamlTree, YamlMistakes,
    testing::Values(Mistake{"a: [1, 2\nb: 3\n", "2:5: this is not YAML: could not find closing ]"},
                    Mistake{"a: \"x\n", "1:6: this is not YAML: expected quote at end of scalar"},
                    Mistake{"a: 1\n\tb: 2\n", "2:1: this line is indented with a tab: YAML wants spaces"},
                    Mistake{"a:\n\t- b\n", "2:1: this line is indented with a tab: YAML wants spaces"},
                    Mistake{"a: 1\nb: 2\na: 3\n", "3:1: the key 'a' is written twice, first in line 1"},
                    Mistake{"a: 1\n---\nb: 1\n", "2:1: a second YAML document begins here"},
                    Mistake{"%YAML 1.2\n---\na: 1\n", "1:1: YAML directives ('%') are not understood"},
                    Mistake{"a: &b 1\n", "1:7: anchors ('&name') are not understood"},
                    Mistake{"a: *b\n", "1:4: aliases ('*name') are not understood"},
                    Mistake{"a: !!str 1\n", "1:10: tags ('!!str') are not understood"},
                    Mistake{"? [a]\n: 1\n", "1:3: a key must be a word"},
                    Mistake{"a: \xFF\n", "1:4: the bytes \\xff are not UTF-8"},
                    Mistake{"a: \xE2\x80\xAE\n",
                            "1:4: the bytes \\xe2\\x80\\xae are not UTF-8, or a character that nobody"},
                    Mistake{"a: \x01\n", "1:4: the byte \\x01 has no place in a text file"}));

TEST(YamlTree, ANulByteIsAMistakeAndNotTheEnd) {
  EXPECT_THAT(parse(std::string("a: 1\n\0b", 7)).problems, ElementsAre(StartsWith("2:1: the byte \\x00")));
}

TEST(YamlTree, DeepNestingIsRefusedInEveryNotation) {
  for (const std::string level : {"[", "{a: [", "- ", "? ", "{a: ", "[a, {b: ["}) {
    std::string text;
    for (size_t i = 0; i < 20000; ++i) {
      text += level;
    }
    EXPECT_EQ(parse(text).tree, "none") << level;
    EXPECT_EQ(parse(text).problems.size(), 1U) << level;
  }
}

TEST(YamlTree, FilesBeyondReasonAreRefused) {
  EXPECT_THAT(parse("a: " + std::string(17U << 20U, 'x')).problems,
              ElementsAre(StartsWith("the file has 17 MB")));
}

TEST(YamlTree, HugeTextIsText) {
  const Parsed parsed = parse("a: " + std::string(1U << 20U, 'x'));
  EXPECT_EQ(parsed.tree.size(), std::string("{a@1:1: @1:4}@1:1").size() + (1U << 20U));
  EXPECT_THAT(parsed.problems, IsEmpty());
}

/// Every beginning of a file, and every file with one byte changed, is a mistake at most.
TEST(YamlTree, DamagedFilesNeverCrash) {
  const std::string text = "a: [1, {b: \"c\\u0041\"}]\nd: |-\n  e\n# f\ng: 'h'\n? i\n: *j\nk: &l !m n\n";
  const std::string bytes = "[]{}:,-?&*!|>'\"%@`#\t\n\\ \x01\xFF";
  size_t readable = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    readable += parse(text.substr(0, i)).tree != "none" ? 1 : 0;
    for (const char byte : bytes) {
      std::string damaged = text;
      damaged[i] = byte;
      readable += parse(damaged).tree != "none" ? 1 : 0;
      damaged.insert(i, 3, byte);
      readable += parse(damaged).tree != "none" ? 1 : 0;
    }
  }
  EXPECT_GT(readable, 0U);
}

} // namespace
} // namespace nostall
