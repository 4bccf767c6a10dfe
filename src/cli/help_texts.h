// What --help teaches.
#pragma once

namespace nostall {

inline constexpr int help_column = 34;

inline constexpr const char* input_group = "Input";
inline constexpr const char* report_group = "Report";
inline constexpr const char* rules_group = "Rules";
inline constexpr const char* run_group = "Run";
inline constexpr const char* debt_group = "Old findings";

inline constexpr const char* program_summary =
    "Finds calls that stall an event loop: a sleep, a synchronous request, a file read, a lock that a\n"
    "C++ coroutine reaches, directly or through any chain of functions in any file of the program.";

inline constexpr const char* program_footer =
    "Begin with:\n"
    "  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON   if build/compile_commands.json is missing\n"
    "  nostall check                                            in the project's folder\n"
    "  nostall why src/session.cpp:42                           what is known of the calls on that line\n"
    "  nostall explain blocking-sleep                           why, and what to write instead\n"
    "\n"
    "'nostall COMMAND --help' says more about a command.";

inline constexpr const char* check_summary = "Analyse a project and report what stalls its event loops";
inline constexpr const char* rules_summary = "List the rules, or test your own";
inline constexpr const char* explain_summary = "Say what a rule is about and what to write instead";
inline constexpr const char* why_summary = "Say why the calls on a line are reported, or are not";
inline constexpr const char* cache_summary = "What is known of units that did not change: info, clear";
inline constexpr const char* cache_info_summary = "Say where the cache is and how large";
inline constexpr const char* cache_clear_summary = "Take everything out of the cache";
inline constexpr const char* facts_summary = "Write what is known of some units into a file, for link";
inline constexpr const char* link_summary = "Report on a program whose facts were taken in parts";
inline constexpr const char* version_summary = "Print the version";

inline constexpr const char* cache_footer =
    "A unit is parsed again when its command, a file that it reads or nostall itself changed; rules and\n"
    "configuration do not matter. The folder is $NOSTALL_CACHE, else nostall in $XDG_CACHE_HOME or\n"
    "~/.cache. It holds at most 2 GB, or $NOSTALL_CACHE_LIMIT in MB; what was not used for longest goes\n"
    "first. 'nostall check --no-cache' does without.";

inline constexpr const char* check_footer =
    "Examples:\n"
    "  nostall check                              the project around the working directory\n"
    "  nostall check src/net -p build             report on src/net only; all of the program is analysed\n"
    "  nostall check --also sarif=nostall.sarif   text for people and SARIF for a code host, from one run\n"
    "  nostall check --severity blocking-file=error --disable blocking-lock --fail-on error\n"
    "\n"
    "Silence a finding at its line or at any step of its chain:\n"
    "  read_config();  // NOLINT(nostall-blocking-file): once, before the server starts\n"
    "\n"
    "Exit codes:\n"
    "  0  nothing found at or above --fail-on\n"
    "  1  findings at or above --fail-on\n"
    "  2  the work could not be done, or not for every unit (what was found is reported all the same)";

inline constexpr const char* facts_footer =
    "A large project on many machines: each takes the facts of some units, one joins them.\n"
    "  nostall facts -o net.facts src/net      on one machine\n"
    "  nostall facts -o rest.facts src/store src/main.cpp      on another one\n"
    "  nostall link net.facts rest.facts       in a checkout of the project: the report of one 'check'\n"
    "The compilation database has to be the same everywhere, the project's folder need not.";
inline constexpr const char* link_footer = "The report is that of 'nostall check' on the whole project, byte "
                                           "for byte, when rules, configuration and\n"
                                           "version are the same. 'nostall facts --help' has an example.";

inline constexpr const char* rules_footer =
    "Examples:\n"
    "  nostall rules --format json                      all that is known of each rule\n"
    "  nostall rules --rules company --test company/tests\n"
    "\n"
    "Exit codes with --test:\n"
    "  0  everything is as the comments say\n"
    "  1  something is missing, or found where no comment speaks of it\n"
    "  2  a test does not compile, or a rule or a comment has a mistake";

} // namespace nostall
