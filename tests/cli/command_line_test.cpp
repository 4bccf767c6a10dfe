#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

CheckOptions checkOptions(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  CommandLine line = parseCommandLine(arguments);
  EXPECT_EQ(line.command, Command::Check) << line.error;
  return line.check;
}

std::string errorOf(const std::vector<std::string>& arguments) {
  const CommandLine line = parseCommandLine(arguments);
  EXPECT_EQ(line.command, Command::None);
  return line.error;
}

TEST(CommandLine, ChecksTheProjectByDefault) {
  const CheckOptions options = checkOptions({});
  EXPECT_TRUE(options.paths.empty());
  EXPECT_EQ(options.jobs, 0U);
  EXPECT_EQ(options.format, ReportFormat::Text);
  EXPECT_EQ(options.fail_on, Severity::Warning);
  EXPECT_EQ(options.unit_timeout.count(), 300);
  EXPECT_EQ(options.color, ColorMode::Auto);
}

TEST(CommandLine, TakesEveryOptionOfCheck) {
  const CheckOptions options = checkOptions({"src",
                                             "-p",
                                             "build",
                                             "-j",
                                             "4",
                                             "--format",
                                             "sarif",
                                             "-o",
                                             "out",
                                             "--also",
                                             "json=a=b",
                                             "--also",
                                             "text=c",
                                             "--rules",
                                             "r",
                                             "--enable",
                                             "x",
                                             "--disable",
                                             "y",
                                             "--severity",
                                             "z=note",
                                             "--fail-on",
                                             "error",
                                             "--strict",
                                             "--config",
                                             "c.yaml",
                                             "--allow-failed",
                                             "--project-root",
                                             "/p",
                                             "--root",
                                             "/r",
                                             "--query-driver",
                                             "g*",
                                             "--quiet",
                                             "--color",
                                             "never",
                                             "--stats",
                                             "--unit-timeout",
                                             "7",
                                             "include"});
  EXPECT_THAT(options.paths, ElementsAre("src", "include"));
  EXPECT_EQ(options.build_dir, "build");
  EXPECT_EQ(options.jobs, 4U);
  EXPECT_EQ(options.format, ReportFormat::Sarif);
  EXPECT_EQ(options.output, "out");
  EXPECT_THAT(options.also, ElementsAre(Pair(ReportFormat::Json, "a=b"), Pair(ReportFormat::Text, "c")));
  EXPECT_THAT(options.rule_paths, ElementsAre("r"));
  EXPECT_EQ(options.config, "c.yaml");
  EXPECT_THAT(options.enabled, ElementsAre(Pair("x", true), Pair("y", false)));
  EXPECT_THAT(options.severities, ElementsAre(Pair("z", Severity::Note)));
  EXPECT_EQ(options.fail_on, Severity::Error);
  EXPECT_TRUE(options.strict && options.allow_failed && options.quiet && options.statistics);
  EXPECT_EQ(options.project_root, "/p");
  EXPECT_EQ(options.root, "/r");
  EXPECT_THAT(options.query_driver, ElementsAre("g*"));
  EXPECT_EQ(options.color, ColorMode::Never);
  EXPECT_EQ(options.unit_timeout.count(), 7);
}

TEST(CommandLine, FailOnNeverIsALevel) {
  EXPECT_EQ(checkOptions({"--fail-on", "never"}).fail_on, std::nullopt);
}

TEST(CommandLine, AnOptionThatRepeatsDoesNotSwallowPaths) {
  const CheckOptions options =
      checkOptions({"--rules", "a.yaml", "--rules", "b.yaml", "src", "--enable", "x", "lib"});
  EXPECT_THAT(options.rule_paths, ElementsAre("a.yaml", "b.yaml"));
  EXPECT_THAT(options.paths, ElementsAre("src", "lib"));
}

TEST(CommandLine, TheLastWordOnARuleCounts) {
  EXPECT_THAT(checkOptions({"--enable", "x", "--disable", "x"}).enabled, ElementsAre(Pair("x", false)));
  EXPECT_THAT(checkOptions({"--disable", "x", "--enable", "x"}).enabled, ElementsAre(Pair("x", true)));
}

TEST(CommandLine, PathsMayLookLikeOptions) {
  EXPECT_THAT(checkOptions({"--", "-x"}).paths, ElementsAre("-x"));
}

TEST(CommandLine, TakesTheOtherCommands) {
  EXPECT_EQ(parseCommandLine({"version"}).command, Command::Version);
  EXPECT_EQ(parseCommandLine({"--version"}).command, Command::Version);
  const CommandLine rules = parseCommandLine({"rules", "--format", "markdown", "--rules", "r"});
  EXPECT_EQ(rules.command, Command::Rules);
  EXPECT_EQ(rules.rules.format, RulesFormat::Markdown);
  EXPECT_THAT(rules.rules.rule_paths, ElementsAre("r"));
  const CommandLine explain = parseCommandLine({"explain", "blocking-sleep", "--color", "always"});
  EXPECT_EQ(explain.command, Command::Explain);
  EXPECT_EQ(explain.explain.rule, "blocking-sleep");
  EXPECT_EQ(explain.explain.color, ColorMode::Always);
}

TEST(CommandLine, HelpTeaches) {
  const CommandLine help = parseCommandLine({"--help"});
  EXPECT_EQ(help.command, Command::None);
  EXPECT_EQ(help.error, "");
  for (const char* word : {"check", "rules", "explain", "version", "nostall explain blocking-sleep"}) {
    EXPECT_THAT(help.text, HasSubstr(word));
  }
  const CommandLine check = parseCommandLine({"check", "-h"});
  for (const char* word : {"Usage: nostall check", "--also FORMAT=FILE  ", "NOLINT(nostall-",
                           "Exit codes:", "Examples:", "--fail-on"}) {
    EXPECT_THAT(check.text, HasSubstr(word));
  }
}

TEST(CommandLine, SaysWhatWasMeant) {
  EXPECT_THAT(errorOf({"chekc"}), HasSubstr("unknown command 'chekc'; did you mean 'check'?"));
  EXPECT_THAT(errorOf({"check", "--fromat", "json"}),
              HasSubstr("unknown option '--fromat'; did you mean '--format'?"));
  EXPECT_THAT(errorOf({"check", "--serverity=x=note"}),
              HasSubstr("unknown option '--serverity'; did you mean '--severity'?"));
  EXPECT_THAT(errorOf({"check", "--format", "jsn"}),
              HasSubstr("'jsn' is unknown: use text, concise, json, sarif, github, gitlab, junit or "
                        "markdown; did you mean 'json'?"));
  EXPECT_THAT(errorOf({"check", "--also", "sraif=x"}), HasSubstr("did you mean 'sarif'?"));
  EXPECT_THAT(errorOf({"check", "--severity", "x=eror"}), HasSubstr("did you mean 'error'?"));
  EXPECT_THAT(errorOf({"check", "--fail-on", "nevr"}), HasSubstr("did you mean 'never'?"));
  EXPECT_THAT(errorOf({"rules", "--format", "sarif"}), HasSubstr("use text, json or markdown"));
}

TEST(CommandLine, SaysWhatIsWrongWithAValue) {
  EXPECT_THAT(errorOf({"check", "-j", "many"}),
              HasSubstr("--jobs: 'many' is not a whole number from 1 to 1024"));
  EXPECT_THAT(errorOf({"check", "-j", "0"}), HasSubstr("from 1 to 1024"));
  EXPECT_THAT(errorOf({"check", "-j", "99999999999999999999"}), HasSubstr("from 1 to 1024"));
  EXPECT_THAT(errorOf({"check", "--unit-timeout", "1.5"}), HasSubstr("--unit-timeout: '1.5'"));
  EXPECT_THAT(errorOf({"check", "--also", "json"}), HasSubstr("is not FORMAT=FILE"));
  EXPECT_THAT(errorOf({"check", "--also", "json="}), HasSubstr("is not FORMAT=FILE"));
  EXPECT_THAT(errorOf({"check", "--severity", "=note"}), HasSubstr("is not RULE=LEVEL"));
  EXPECT_THAT(errorOf({"check", "-o", ""}), HasSubstr("--output: the value is empty"));
  EXPECT_THAT(errorOf({"check", "-p"}), HasSubstr("--build-dir needs a value"));
  EXPECT_THAT(errorOf({"explain"}), HasSubstr("say which rule to explain"));
}

TEST(CommandLine, AFolderInsteadOfACommandIsUnderstood) {
  EXPECT_THAT(errorOf({"/home/me/project"}),
              HasSubstr("to check code write 'nostall check /home/me/project'"));
}

TEST(CommandLine, PointsToTheHelpOfTheCommand) {
  EXPECT_THAT(errorOf({"check", "--x"}), HasSubstr("Try 'nostall check --help'.\n"));
  EXPECT_THAT(errorOf({"--x"}), HasSubstr("Try 'nostall --help'.\n"));
  EXPECT_THAT(errorOf({"version", "now"}), HasSubstr("'version' takes no 'now'"));
}

TEST(CommandLine, NoCommandShowsTheHelpAsAnError) {
  EXPECT_THAT(errorOf({}), HasSubstr("nostall explain"));
}

TEST(CommandLine, ErrorsAreHarmlessOnATerminal) {
  EXPECT_THAT(errorOf({"check", "--format", "\x1b[2J"}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(errorOf({"\x1b[2J"}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(errorOf({"check", "--\x1b[2J"}), Not(HasSubstr("\x1b")));
}

} // namespace
} // namespace nostall
