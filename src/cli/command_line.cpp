#include "cli/command_line.h"

#include "cli/help_texts.h"
#include "cli/option_values.h"
#include "support/text.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace nostall {
namespace {

/// Without the "..." that CLI11 writes after every option that may be repeated.
class HelpFormatter : public CLI::Formatter {
public:
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_size() == 0 ? "" : " " + option->get_type_name();
  }
};

/// An option whose value is parsed by `parse` and handed to `store`.
template <typename Parse, typename Store>
CLI::Option* addParsed(CLI::App& app, const std::string& names, const std::string& help, Parse parse,
                       Store store) {
  const size_t dashes = names.find("--");
  const std::string name = dashes == std::string::npos ? names : names.substr(dashes);
  const auto take = [=](const std::string& text) {
    auto parsed = parse(text);
    if (!parsed.value) { throw CLI::ValidationError(name, parsed.error); }
    store(std::move(*parsed.value));
  };
  // One value each, so that a PATH that follows is not taken for another one.
  return app
      .add_option_function<std::vector<std::string>>(
          names,
          [take](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
              take(text);
            }
          },
          help)
      ->type_size(1)
      ->allow_extra_args(false);
}

Parsed<std::string> anyText(const std::string& text) {
  if (text.empty()) { return {std::nullopt, "the value is empty"}; }
  return {text, {}};
}

/// May be given again and again.
CLI::Option* addTexts(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                      const std::string& help) {
  return addParsed(app, names, help, anyText,
                   [&values](std::string text) { values.push_back(std::move(text)); });
}

CLI::Option* addText(CLI::App& app, const std::string& names, std::string& value, const std::string& help) {
  return addParsed(app, names, help, anyText, [&value](std::string text) { value = std::move(text); });
}

void addColor(CLI::App& app, ColorMode& mode) {
  addParsed(app, "--color", "auto (on a terminal), always or never", parseColorMode,
            [&mode](ColorMode value) { mode = value; })
      ->type_name("WHEN");
}

void addRulePaths(CLI::App& app, std::vector<std::string>& paths) {
  addTexts(app, "--rules", paths, "Load your own rules and packs too: a file or folder of *.yaml; repeatable")
      ->type_name("PATH");
}

void addInputOptions(CLI::App& app, CheckOptions& options) {
  addText(app, "-p,--build-dir", options.build_dir,
          "Folder with compile_commands.json (default: searched\nupwards from the paths, and in build*/)")
      ->type_name("DIR")
      ->group(input_group);
  addText(app, "--project-root", options.project_root,
          "Code outside this folder belongs to others: not reported\n(default: the nearest folder above the "
          "database with\n.nostall.yaml or .git)")
      ->type_name("DIR")
      ->group(input_group);
  addTexts(
      app, "--query-driver", options.query_driver,
      "Compilers that may be run to ask for their include\nfolders, as in '/opt/*/bin/*-g++'; repeatable")
      ->type_name("GLOB")
      ->group(input_group);
}

void addReportOptions(CLI::App& app, CheckOptions& options) {
  const auto group = [](CLI::Option* option, const char* type) {
    option->type_name(type)->group(report_group);
  };
  group(addParsed(app, "--format",
                  "text, concise, json, sarif, github, gitlab, junit or\nmarkdown (default: text)",
                  parseReportFormat, [&](ReportFormat format) { options.format = format; }),
        "FORMAT");
  group(addText(app, "-o,--output", options.output, "Write the report to FILE instead of standard output"),
        "FILE");
  group(addParsed(app, "--also", "Write another report from the same run; repeatable", parseAlso,
                  [&](auto also) { options.also.push_back(std::move(also)); }),
        "FORMAT=FILE");
  group(addText(app, "--root", options.root,
                "Print paths relative to this folder\n(default: the working directory)"),
        "DIR");
  addColor(app, options.color);
  app.get_option("--color")->group(report_group);
  app.add_flag("--quiet", options.quiet, "No progress, no summary")->group(report_group);
  app.add_flag("--every-place", options.every_place,
               "Text: each finding by itself, not one entry for a cause")
      ->group(report_group);
  app.add_flag("--notes", options.notes, "Text: show notes too, not only how many there are")
      ->group(report_group);
  app.add_flag("--stats", options.statistics, "What was seen, and what could not be")->group(report_group);
}

void addConfig(CLI::App& app, CheckOptions& options) {
  addText(app, "--config", options.config,
          "The project's configuration\n(default: .nostall.yaml in the project's folder or above it)")
      ->type_name("FILE")
      ->group(rules_group);
}

void addRuleOptions(CLI::App& app, CheckOptions& options) {
  addRulePaths(app, options.rule_paths);
  app.get_option("--rules")->group(rules_group);
  addConfig(app, options);
  // These two are taken as they come: the last word on a rule counts.
  addParsed(app, "--enable", "Switch a rule on; repeatable", anyText,
            [&](const std::string& rule) { options.enabled[rule] = true; })
      ->trigger_on_parse()
      ->type_name("RULE")
      ->group(rules_group);
  addParsed(app, "--disable", "Switch a rule off; repeatable", anyText,
            [&](const std::string& rule) { options.enabled[rule] = false; })
      ->trigger_on_parse()
      ->type_name("RULE")
      ->group(rules_group);
  addParsed(app, "--severity", "Give a rule another level: error, warning or note;\nrepeatable",
            parseRuleSeverity, [&](const auto& value) { options.severities[value.first] = value.second; })
      ->type_name("RULE=LEVEL")
      ->group(rules_group);
}

void addUnitOptions(CLI::App& app, CheckOptions& options) {
  constexpr unsigned most_jobs = 1024;
  constexpr unsigned a_day = 24 * 60 * 60;
  addParsed(
      app, "-j,--jobs", "Worker processes (default: one for each core)",
      [](const std::string& text) { return parseNumber(text, 1, most_jobs); },
      [&](unsigned jobs) { options.jobs = jobs; })
      ->type_name("N")
      ->group(run_group);
  addParsed(
      app, "--unit-timeout", "Give a unit up after so long; 0: never (default: 300)",
      [](const std::string& text) { return parseNumber(text, 0, a_day); },
      [&](unsigned seconds) { options.unit_timeout = std::chrono::seconds(seconds); })
      ->type_name("SECONDS")
      ->group(run_group);
  constexpr unsigned most_megabytes = 1U << 30U;
  addParsed(
      app, "--memory-limit",
      "What all worker processes together may use, in MB\n(default: what the machine has)",
      [](const std::string& text) { return parseNumber(text, 1, most_megabytes); },
      [&](unsigned megabytes) { options.memory_limit = uint64_t{megabytes} << 20U; })
      ->type_name("MB")
      ->group(run_group);
  app.add_flag_callback(
         "--no-cache", [&] { options.cache = false; }, "Parse every unit, and keep nothing for the next run")
      ->group(run_group);
  app.add_flag_callback(
         "--no-snapshots", [&] { options.snapshots = false; },
         "Parse every unit by itself, not from headers that it\nshares with others: slower, and nothing else")
      ->group(run_group);
}

void addOutcomeOptions(CLI::App& app, CheckOptions& options) {
  addParsed(app, "--fail-on",
            "The level from which findings give exit code 1: error,\nwarning, note or never "
            "(default: warning)",
            parseFailOn, [&](std::optional<Severity> level) { options.fail_on = level; })
      ->type_name("LEVEL")
      ->group(run_group);
  app.add_flag("--strict", options.strict, "Exit code 2 also when a unit was analysed only in part")
      ->group(run_group);
  app.add_flag("--allow-failed", options.allow_failed, "No exit code 2 for units that could not be analysed")
      ->group(run_group);
}

void addBaselineOptions(CLI::App& app, CheckOptions& options) {
  addText(app, "--baseline", options.baseline, "Say nothing of the findings that this file knows")
      ->type_name("FILE")
      ->group(debt_group);
  addText(app, "--write-baseline", options.write_baseline,
          "Write what is found now into FILE, for --baseline")
      ->type_name("FILE")
      ->group(debt_group);
  app.add_flag("--prune-baseline", options.prune_baseline,
               "Take what is repaired out of the file of --baseline")
      ->group(debt_group);
}

void addFixOptions(CLI::App& app, CheckOptions& options) {
  app.add_flag_callback(
         "--fix", [&options] { options.fix = std::max(options.fix, FixMode::Safe); },
         "Repair what can be repaired without a doubt, in the files")
      ->group(run_group);
  app.add_flag_callback(
         "--unsafe-fixes", [&options] { options.fix = FixMode::Unsafe; },
         "As --fix, with repairs that may change what the\nprogram does: look at them")
      ->group(run_group);
}

void addCheck(CLI::App& app, CommandLine& line) {
  CLI::App& check = *app.add_subcommand("check", check_summary);
  check.footer(check_footer);
  check.add_option("path", line.check.paths, "Files and folders to report on (default: the whole project)")
      ->type_name("PATH");
  addInputOptions(check, line.check);
  addReportOptions(check, line.check);
  addRuleOptions(check, line.check);
  addOutcomeOptions(check, line.check);
  addUnitOptions(check, line.check);
  addFixOptions(check, line.check);
  addBaselineOptions(check, line.check);
  addText(check, "--since", line.check.since,
          "Only findings that the merge base of REV and HEAD did not\nhave; it is analysed too, in a folder "
          "of its own")
      ->type_name("REV")
      ->group(debt_group);
  check.callback([&line] { line.command = Command::Check; });
}

void addRules(CLI::App& app, CommandLine& line) {
  CLI::App& rules = *app.add_subcommand("rules", rules_summary);
  addParsed(rules, "--format", "text, json or markdown (default: text)", parseRulesFormat,
            [&line](RulesFormat format) { line.rules.format = format; })
      ->type_name("FORMAT");
  addRulePaths(rules, line.rules.rule_paths);
  addText(
      rules, "--test", line.rules.test_folder,
      "Test the rules on the sources in this folder, whose\ncomments say what must be found: // want: RULE")
      ->type_name("DIR");
  rules.footer(rules_footer);
  rules.callback([&line] { line.command = Command::Rules; });
}

void addExplain(CLI::App& app, CommandLine& line) {
  CLI::App& explain = *app.add_subcommand("explain", explain_summary);
  explain.add_option("rule", line.explain.rule, "A rule, as in 'nostall explain blocking-sleep'")
      ->type_name("RULE")
      ->required();
  addRulePaths(explain, line.explain.rule_paths);
  addColor(explain, line.explain.color);
  explain.callback([&line] { line.command = Command::Explain; });
}

void addWhy(CLI::App& app, CommandLine& line) {
  CLI::App& why = *app.add_subcommand("why", why_summary);
  addParsed(why, "place", "FILE:LINE or FILE:LINE:COLUMN, as in 'nostall why src/session.cpp:42'",
            parseCodePlace,
            [&line](const CodePlace& place) {
              line.why.file = place.file;
              line.why.line = place.line;
              line.why.column = place.column;
            })
      ->type_name("PLACE")
      ->required();
  CheckOptions& options = line.why.check;
  addInputOptions(why, options);
  addRuleOptions(why, options);
  addText(why, "--root", options.root,
          "Print paths relative to this folder\n(default: the working directory)")
      ->type_name("DIR")
      ->group(report_group);
  why.add_flag("--quiet", options.quiet, "No progress")->group(report_group);
  addUnitOptions(why, options);
  why.callback([&line] { line.command = Command::Why; });
}

void addCache(CLI::App& app, CommandLine& line) {
  CLI::App& cache = *app.add_subcommand("cache", cache_summary);
  cache.footer(cache_footer);
  cache.require_subcommand(1);
  cache.add_subcommand("info", cache_info_summary)->callback([&line] { line.command = Command::CacheInfo; });
  cache.add_subcommand("clear", cache_clear_summary)->callback([&line] {
    line.command = Command::CacheClear;
  });
}

void addVersion(CLI::App& app, CommandLine& line) {
  app.add_subcommand("version", version_summary)->callback([&line] { line.command = Command::Version; });
  app.add_flag_callback("--version", [&line] { line.command = Command::Version; }, version_summary);
}

void addFacts(CLI::App& app, CommandLine& line) {
  CLI::App& facts = *app.add_subcommand("facts", facts_summary);
  facts.footer(facts_footer);
  CheckOptions& options = line.facts.check;
  facts.add_option("unit", options.paths, "Source files and folders (default: all units)")->type_name("UNIT");
  addText(facts, "-o,--output", options.output, "The file, for 'nostall link'")
      ->type_name("FILE")
      ->group(report_group);
  facts.add_flag("--print", line.facts.print)->group(""); // for those who work on nostall
  addInputOptions(facts, options);
  addRulePaths(facts, options.rule_paths);
  facts.get_option("--rules")->group(rules_group);
  addConfig(facts, options);
  facts.add_flag("--quiet", options.quiet, "No progress")->group(run_group);
  addUnitOptions(facts, options);
  facts.callback([&line] { line.command = Command::Facts; });
}

void addLink(CLI::App& app, CommandLine& line) {
  CLI::App& link = *app.add_subcommand("link", link_summary);
  link.footer(link_footer);
  link.add_option("facts", line.link.files, "Files that 'nostall facts' made")
      ->type_name("FACTS")
      ->required();
  CheckOptions& options = line.link.check;
  addText(link, "--project-root", options.project_root,
          "The project's folder here (default: the nearest one above the\nworking directory with "
          ".nostall.yaml or .git)")
      ->type_name("DIR")
      ->group(input_group);
  addReportOptions(link, options);
  addRuleOptions(link, options);
  addOutcomeOptions(link, options);
  addBaselineOptions(link, options);
  link.callback([&line] { line.command = Command::Link; });
}

std::vector<std::string> commandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_group().empty()) { continue; } // hidden
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> optionNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

/// The command that was typed, or the program itself.
const CLI::App& activeCommand(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::string didYouMean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string meant = nearest(word, candidates);
  return meant.empty() ? "" : "; did you mean '" + meant + "'?";
}

/// What nobody knows what to do with.
std::string unexpected(const CLI::App& app, const std::string& word) {
  const CLI::App& command = activeCommand(app);
  if (word.starts_with("-")) {
    const std::string name = word.substr(0, word.find('='));
    return "unknown option '" + printable(name) + "'" + didYouMean(name, optionNames(command));
  }
  if (&command != &app) { return "'" + command.get_name() + "' takes no '" + printable(word) + "'"; }
  const std::string meant = didYouMean(word, commandNames(app));
  const std::string hint =
      meant.empty() ? "; to check code write 'nostall check " + printable(word) + "'" : meant;
  return "unknown command '" + printable(word) + "'" + hint;
}

std::string errorText(const CLI::App& app, const std::string& sentence) {
  const CLI::App& command = activeCommand(app);
  const std::string name = &command == &app ? "nostall" : "nostall " + command.get_name();
  return "nostall: " + sentence + "\nTry '" + name + " --help'.\n";
}

std::string sentenceOf(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extras = app.remaining(true);
    if (!extras.empty()) { return unexpected(app, extras.front()); }
  }
  const std::string message = error.what();
  const std::string name = message.substr(0, message.find(':'));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return printable(name) + " needs a value";
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const std::string command = activeCommand(app).get_name();
    if (command == "explain") { return "say which rule to explain; 'nostall rules' lists them"; }
    if (command == "why") { return "say which line to look at, as in 'nostall why src/session.cpp:42'"; }
    if (command == "link") { return "say which files to join, as in 'nostall link a.facts b.facts'"; }
    if (command == "cache") { return "say what to do: 'nostall cache info' or 'nostall cache clear'"; }
    return printable(message);
  }
  return printable(message);
}

} // namespace

CommandLine parseCommandLine(const std::vector<std::string>& arguments) {
  CommandLine line;
  CLI::App app{program_summary, "nostall"};
  app.footer(program_footer);
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->column_width(help_column);
  app.formatter(formatter);
  app.require_subcommand(0, 1);
  addCheck(app, line);
  addRules(app, line);
  addExplain(app, line);
  addWhy(app, line);
  addCache(app, line);
  addVersion(app, line);
  addFacts(app, line);
  addLink(app, line);
  try {
    // CLI11 takes them from the back.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    if (line.command == Command::None) { line.error = app.help(); }
  } catch (const CLI::CallForHelp&) {
    const CLI::App& command = activeCommand(app);
    line.text = &command == &app ? app.help() : command.help(app.get_name());
  } catch (const CLI::ParseError& error) { line.error = errorText(app, sentenceOf(app, error)); }
  if (!line.error.empty()) { line.command = Command::None; }
  return line;
}

} // namespace nostall
