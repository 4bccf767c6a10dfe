#include "report/sample_reports.h"

namespace nostall {
namespace {

Location place(const std::string& file, uint32_t line, uint32_t column, uint32_t end_column) {
  Location at;
  at.file = file;
  at.line = line;
  at.column = column;
  at.end_line = line;
  at.end_column = end_column;
  return at;
}

ChainStep step(const Location& at, const std::string& function, const std::string& callee,
               const std::string& remark = "") {
  ChainStep out;
  out.at = at;
  out.function = function;
  out.callee = callee;
  out.remark = remark;
  return out;
}

RootCause rootCause(const Location& at, const std::string& function, const std::string& callee,
                    uint32_t contexts) {
  RootCause out;
  out.function = function;
  out.callee = callee;
  out.at = at;
  out.rule = "blocking-sleep";
  out.contexts = contexts;
  return out;
}

RuleInfo sleepRule() {
  RuleInfo rule;
  rule.id = "blocking-sleep";
  rule.severity = Severity::Error;
  rule.summary = "A sleep parks the thread and every coroutine on it";
  rule.help = "## What it does\n\nReports sleeps that a coroutine\nreaches.\n\n## Example\n\n"
              "```cpp\nco_await f();\n```\n\n## Use instead\n\n- Asio: `asio::steady_timer`\n";
  rule.references = {"https://en.cppreference.com/w/cpp/thread/sleep_for"};
  return rule;
}

RuleInfo shortRule(const std::string& id, Severity severity, const std::string& summary) {
  RuleInfo rule;
  rule.id = id;
  rule.severity = severity;
  rule.summary = summary;
  rule.help = "## What it does\n\n" + summary + ".\n";
  return rule;
}

Finding chainFinding() {
  Finding finding;
  finding.rule = "blocking-sleep";
  finding.severity = Severity::Error;
  finding.at = place("src/session.cpp", 42, 5, 21);
  finding.message = "'std::this_thread::sleep_for' parks the event loop's thread";
  finding.function = "session";
  finding.callee = "std::this_thread::sleep_for";
  finding.context = {ContextKind::Coroutine, "asio::awaitable<void>", "asio"};
  finding.context.started = LoopStart{place("src/server.cpp", 31, 3, 50), "asio::co_spawn"};
  finding.chain.push_back(step(finding.at, "session", "Config::load"));
  finding.chain.push_back(
      step(place("src/config.cpp", 31, 3, 10), "Config::load", "Retry::run", "2 of 5 overrides block"));
  finding.chain.push_back(
      step(place("src/retry.cpp", 12, 9, 45), "Retry::run", "std::this_thread::sleep_for"));
  finding.instead = "asio::steady_timer t(co_await asio::this_coro::executor, d); "
                    "co_await t.async_wait(asio::use_awaitable);";
  finding.fingerprint = "0123456789abcdef";
  finding.chain_fingerprint = "fedcba9876543210";
  return finding;
}

Finding directFinding() {
  Finding finding;
  finding.rule = "blocking-file";
  finding.severity = Severity::Warning;
  finding.at = {"src/session.cpp", 50, 14, 51, 20};
  finding.message = "'std::basic_ifstream' waits for the file system on the event loop's thread";
  finding.function = "lambda in main";
  finding.callee = "std::basic_ifstream";
  finding.context = {ContextKind::Callback, "", "asio"};
  finding.context.started = LoopStart{place("src/main.cpp", 9, 3, 40), "asio::post"};
  finding.chain.push_back(step(finding.at, "lambda in main", "std::basic_ifstream"));
  finding.fingerprint = "1111111111111111";
  finding.chain_fingerprint = "2222222222222222";
  return finding;
}

/// Of a rule that looks at one body, with a fix.
Finding lockFinding() {
  Finding finding;
  finding.rule = "lock-across-await";
  finding.severity = Severity::Error;
  finding.at = place("src/session.cpp", 56, 3, 20);
  finding.message = "'guard' holds its mutex while 'lambda' is suspended";
  finding.function = "main";
  finding.callee = "guard";
  finding.context = {ContextKind::None, "", ""};
  finding.chain = {step(finding.at, "main", ""),
                   step(place("src/session.cpp", 55, 3, 31), "main", "", "'guard' locks here")};
  finding.fixes = {
      {"unlock before the await",
       false,
       {{place("src/session.cpp", 55, 3, 3), "{\n  "}, {place("src/session.cpp", 56, 3, 3), "}\n  "}}}};
  finding.fingerprint = "5555555555555555";
  finding.chain_fingerprint = "6666666666666666";
  return finding;
}

Finding unusedSuppression() {
  Finding finding;
  finding.rule = "unused-suppression";
  finding.severity = Severity::Warning;
  finding.at = place("src/session.cpp", 60, 12, 42);
  finding.message = "'nostall-blocking-dns' suppresses nothing here";
  finding.callee = "nostall-blocking-dns";
  finding.fingerprint = "3333333333333333";
  finding.chain_fingerprint = "4444444444444444";
  return finding;
}

Finding suppressedFinding(SuppressionKind kind, const std::string& reason, uint32_t line) {
  Finding finding = chainFinding();
  finding.at.line = line;
  finding.at.end_line = line;
  finding.chain.front().at = finding.at;
  finding.suppressed = Suppression{kind, reason};
  return finding;
}

std::vector<SourceLine> sampleSource() {
  return {{"src/config.cpp", 31, "  retry();"},
          {"src/retry.cpp", 12, "        std::this_thread::sleep_for(backoff);"},
          {"src/session.cpp", 42, "    config.load(\"x\");"},
          {"src/session.cpp", 50, "\tauto in = std::ifstream("},
          {"src/session.cpp", 51, "\t    path, std::ios"},
          {"src/session.cpp", 55, "  std::lock_guard guard(mutex);"},
          {"src/session.cpp", 56, "  co_await save();"},
          {"src/session.cpp", 60, "  go();    // NOLINT(nostall-blocking-dns): old"}};
}

} // namespace

Report sampleReport() {
  Report report;
  report.tool_version = "0.1.0";
  report.complete = false;
  report.units = {14, 11, 1, 2, 3};
  report.findings = {chainFinding(),
                     directFinding(),
                     lockFinding(),
                     unusedSuppression(),
                     suppressedFinding(SuppressionKind::Comment, "start-up only", 70),
                     suppressedFinding(SuppressionKind::Annotation, "", 71),
                     suppressedFinding(SuppressionKind::Config, "third party", 72)};
  Finding note = directFinding();
  note.severity = Severity::Note;
  note.at = place("/opt/vendor/include/queue.h", 7, 3, 8);
  note.function = "Queue::pop";
  note.context = {ContextKind::TaskFunction, "seastar::future<int>", "seastar"};
  note.chain.assign(1, step(note.at, "Queue::pop", "std::basic_ifstream"));
  report.findings.insert(report.findings.begin(), note);
  report.root_causes.push_back(
      rootCause(place("src/retry.cpp", 12, 9, 45), "Retry::run", "std::this_thread::sleep_for", 14));
  report.root_causes.push_back(rootCause(place("src/once.cpp", 2, 3, 8), "once", "sleep", 1));
  report.problems = {
      {"src/broken.cpp", 3, 10, "'missing.h' file not found", ProblemKind::Warning},
      {"src/gone.cpp", 0, 0, "The unit was not parsed: the file does not exist.", ProblemKind::Error},
      {"", 0, 0, "2 units need modules that are not built: build once first.", ProblemKind::Error}};
  report.statistics = {{"functions", 1200}, {"coroutines", 41}, {"calls_through_pointers", 7}};
  report.rules = {shortRule("blocking-file", Severity::Warning, "Files hold the thread"), sleepRule(),
                  shortRule("lock-across-await", Severity::Error, "A lock is held at a suspension"),
                  shortRule("unused-suppression", Severity::Warning, "A comment suppresses nothing")};
  report.source_lines = sampleSource();
  return report;
}

Report emptyReport() {
  Report report;
  report.tool_version = "0.1.0";
  report.units = {3, 3, 0, 0, 0};
  return report;
}

Report silentReport() {
  Report report;
  report.tool_version = "0.1.0";
  report.complete = false;
  report.units = {214, 209, 2, 3, 0};
  report.statistics = {{"calls_through_pointers", 41}, {"dependent_calls", 2}, {"broken_coroutines", 1}};
  report.rules = {sleepRule()};
  return report;
}

Report hostileReport() {
  const std::string path = "src/\x1b[31mred\x1b[0m \"quote' & <b>\n%41?#\xff.cpp";
  Report report;
  report.tool_version = "0.1.0";
  report.complete = false;
  report.units = {1, 0, 1, 0, 0};
  Finding finding = chainFinding();
  finding.at = place(path, 1, 8, 14);
  finding.message = "'evil\x1b]0;title\x07\r\n::error::' parks\xc3 the thread \u202e";
  finding.function = "Map<\"\\\">::operator[](int)\xff";
  finding.callee = "\x1b[2Jclear";
  finding.context = {ContextKind::Coroutine, "task<\x9b>", "lib\nrary"};
  finding.chain.assign(1, step(finding.at, finding.function, "[click](http://example.org)", "\x1b[1m"));
  finding.chain.push_back(step(place("/abs/sp ace/\xe4\xb8\x96.h", 0, 0, 0), "{0}", finding.callee));
  finding.instead = "first;\n  [&](auto x) { \x1b[5mblink(x); }\n";
  finding.fingerprint = "aaaaaaaaaaaaaaaa";
  finding.chain_fingerprint = "bbbbbbbbbbbbbbbb";
  report.findings = {finding};
  Finding hidden = finding;
  hidden.suppressed = Suppression{SuppressionKind::Comment, "because\x1b[0m\xfe"};
  report.findings.push_back(hidden);
  report.root_causes.push_back(rootCause(finding.at, finding.function, finding.callee, 2));
  report.problems = {{path, 4, 0, "bad \x1b[31m news\nof two lines\xff", ProblemKind::Warning},
                     {"", 0, 0, "", ProblemKind::Warning}};
  report.statistics = {{"odd \x1b name", 1}};
  report.rules = {shortRule("blocking-sleep", Severity::Error, "A \x1b[31msleep\xff")};
  report.source_lines = {{path, 1, "\t\u4e16\x1b[7m\xff(evil); // \u202e\r"}};
  return report;
}

} // namespace nostall
