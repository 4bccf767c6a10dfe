// How long it takes to find the facts of many small units in a warm cache and to link them.
//   loading_bench            10,000 units
//   loading_bench UNITS
#include "cache/facts_cache.h"
#include "program/program.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace nostall {
namespace {

constexpr uint32_t functions_per_unit = 12;
constexpr uint32_t calls_per_function = 5;
constexpr uint32_t headers_per_unit = 150;

double cpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double wallSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// A source of a dozen functions that call each other and those of other units.
class SmallUnit {
public:
  SmallUnit(const std::string& folder, uint32_t number, uint32_t units)
      : number_(number), units_(units), file_(folder + "/src/unit_" + std::to_string(number) + ".cpp") {
    facts_.symbols.strings = {"", file_};
    facts_.symbols.files = {{.path = 1}};
    facts_.path = 1;
    facts_.symbols.types = {{.name = text("void"), .spelling = text("void")}};
  }

  UnitFacts make() {
    for (uint32_t i = 0; i < functions_per_unit; ++i) {
      function(number_, i);
      facts_.symbols.functions.back().defined = true;
      facts_.symbols.functions.back().at = place(i);
    }
    for (uint32_t i = 0; i < functions_per_unit; ++i) {
      body(i);
    }
    return std::move(facts_);
  }

private:
  StringId text(const std::string& text) {
    facts_.symbols.strings.push_back(text);
    return static_cast<StringId>(facts_.symbols.strings.size() - 1);
  }
  static SourceRange place(uint32_t line) {
    return {.file = 0, .line = line + 1, .column = 3, .end_line = line + 1, .end_column = 20};
  }
  FunctionId function(uint32_t unit, uint32_t index) {
    const std::string name = "app::function_" + std::to_string(unit) + "_" + std::to_string(index);
    FunctionFacts function;
    function.key = text("c:@F@" + name);
    function.name = function.display = function.stable_name = text(name);
    function.result = 0;
    facts_.symbols.functions.push_back(function);
    return static_cast<FunctionId>(facts_.symbols.functions.size() - 1);
  }
  void body(uint32_t index) {
    Body body;
    body.function = index;
    body.exit = 1;
    for (uint32_t i = 0; i < calls_per_function; ++i) {
      Event event;
      event.at = place(index * 10 + i);
      const bool inside = i + 1 < calls_per_function;
      event.callee = inside ? (index + i + 1) % functions_per_unit : function((number_ + 1) % units_, index);
      event.type = 0;
      event.full_expression = i;
      body.events.push_back(std::move(event));
    }
    body.blocks = {{.first = 0, .count = calls_per_function, .successors = {1}},
                   {.first = calls_per_function}};
    facts_.bodies.push_back(std::move(body));
  }

  uint32_t number_;
  uint32_t units_;
  std::string file_;
  UnitFacts facts_;
};

/// A folder of its own, gone at the end.
struct Folder {
  std::string path = (std::filesystem::temp_directory_path() / "nostall-loading-XXXXXX").string();
  Folder() { path = mkdtemp(path.data()); }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

void writeFile(const std::string& path) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << path;
}

void fill(const std::string& cache_folder, const std::string& project, uint32_t units) {
  FactsCache cache(cache_folder, project);
  LookUps headers;
  for (uint32_t i = 0; i < headers_per_unit; ++i) {
    const std::string path = project + "/include/header_" + std::to_string(1000 + i) + ".h";
    writeFile(path);
    headers.push_back({path, Answer::Content, checksum(path)});
  }
  for (uint32_t i = 0; i < units; ++i) {
    ParsedUnit unit;
    unit.facts = SmallUnit(project, i, units).make();
    const std::string source = unit.facts.symbols.text(unit.facts.path);
    writeFile(source);
    unit.look_ups = headers;
    unit.look_ups.push_back({source, Answer::Content, checksum(source)});
    unit.taken_at = timeNow() + int64_t{3600} * 1'000'000'000; // nothing was changed since
    cache.keep(digestOf(source), unit);
  }
}

int run(uint32_t units) {
  const Folder folder;
  const std::string project = folder.path + "/project";
  fill(folder.path + "/cache", project, units);
  const double cpu = cpuSeconds();
  const double wall = wallSeconds();
  FactsCache cache(folder.path + "/cache", project);
  std::vector<UnitFacts> loaded;
  for (uint32_t i = 0; i < units; ++i) {
    auto found = cache.find(digestOf(project + "/src/unit_" + std::to_string(i) + ".cpp"));
    if (!found.facts) { return EXIT_FAILURE; }
    loaded.push_back(std::move(*found.facts));
  }
  const double loaded_cpu = cpuSeconds();
  const double loaded_wall = wallSeconds();
  const Program program = link(std::move(loaded));
  std::printf("%u units, %zu functions\n", units, program.nodes.size());
  std::printf("load  %6.2f s wall %6.2f s CPU\n", loaded_wall - wall, loaded_cpu - cpu);
  std::printf("link  %6.2f s wall %6.2f s CPU\n", wallSeconds() - loaded_wall, cpuSeconds() - loaded_cpu);
  return EXIT_SUCCESS;
}

} // namespace
} // namespace nostall

int main(int argc, char** argv) {
  const unsigned long units = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000;
  return nostall::run(static_cast<uint32_t>(units));
}
