// How long linking and analysing take, and how much memory, as a program grows: see docs/performance.md.
//   propagation_bench                 at four sizes
//   propagation_bench FUNCTIONS...    at the sizes named
#include "analysis/analyse.h"
#include "cache/facts_codec.h"
#include "synthetic_program.h"

#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace nostall {
namespace {

/// Seconds by the clock on the wall, and of work on all cores.
struct Seconds {
  double wall = 0;
  double work = 0;

  Seconds operator-(const Seconds& other) const { return {wall - other.wall, work - other.work}; }
  Seconds& operator+=(const Seconds& other) { return *this = {wall + other.wall, work + other.work}; }
};

Seconds now() {
  timespec work{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &work);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
  return {wall.count(), static_cast<double>(work.tv_sec) + static_cast<double>(work.tv_nsec) * 1e-9};
}

uint64_t peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) { return std::strtoull(line.c_str() + 6, nullptr, 10) / 1024; }
  }
  return 0;
}

uint64_t statistic(const Analysis& analysis, const std::string& name) {
  for (const auto& [known, value] : analysis.statistics) {
    if (known == name) { return value; }
  }
  return 0;
}

/// The facts of a program in a file of no name, as the units' workers would send them. They are made by a
/// process of their own, so that what that does to its memory is not measured.
class WrittenFacts {
public:
  explicit WrittenFacts(const SyntheticProgram& program) : file_(std::tmpfile()) {
    const pid_t child = file_ == nullptr ? -1 : fork();
    if (child == 0) { _exit(write(program) ? EXIT_SUCCESS : EXIT_FAILURE); }
    if (child < 0 || !endedWell(child)) { return; }
    std::rewind(file_);
    for (uint32_t unit = 0; unit < program.unitCount(); ++unit) {
      uint64_t size = 0;
      if (std::fread(&size, sizeof(size), 1, file_) != 1) { return; }
      places_.push_back({std::ftell(file_), size});
      std::fseek(file_, static_cast<long>(size), SEEK_CUR);
    }
    complete_ = true;
  }
  WrittenFacts(const WrittenFacts&) = delete;
  WrittenFacts& operator=(const WrittenFacts&) = delete;
  ~WrittenFacts() {
    if (file_ != nullptr) { std::fclose(file_); }
  }

  bool complete() const { return complete_; }

  UnitFacts read(size_t unit) const {
    std::string bytes(places_[unit].size, '\0');
    std::fseek(file_, places_[unit].begin, SEEK_SET);
    if (std::fread(bytes.data(), 1, bytes.size(), file_) != bytes.size()) { return {}; }
    return decodeFacts(bytes).value_or(UnitFacts{});
  }

  static bool endedWell(pid_t child) {
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
  }

private:
  struct Place {
    long begin = 0;
    uint64_t size = 0;
  };

  bool write(const SyntheticProgram& program) {
    for (uint32_t unit = 0; unit < program.unitCount(); ++unit) {
      const std::string bytes = encodeFacts(program.unit(unit));
      const uint64_t size = bytes.size();
      if (std::fwrite(&size, sizeof(size), 1, file_) != 1) { return false; }
      if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) { return false; }
    }
    return std::fflush(file_) == 0;
  }

  std::FILE* file_;
  std::vector<Place> places_;
  bool complete_ = false;
};

bool measure(uint32_t functions) {
  const SyntheticProgram synthetic(functions);
  const WrittenFacts written(synthetic);
  if (!written.complete()) { return false; }
  const Catalog catalog = loadCatalog(embeddedRules()).catalog;
  std::vector<UnitName> names;
  for (uint32_t unit = 0; unit < synthetic.unitCount(); ++unit) {
    names.push_back({synthetic.unitPath(unit), "CMakeFiles/app.dir"});
  }
  Seconds loading;
  const Seconds start = now();
  const Program program = link(names, [&](size_t unit) {
    const Seconds before = now();
    UnitFacts facts = written.read(unit);
    loading += now() - before;
    return facts;
  });
  const Seconds linked = now();
  const Analysis analysis = analyse(program, catalog, {});
  const Seconds analysed = now();
  const Seconds linking = linked - start - loading;
  const Seconds analysing = analysed - linked;
  std::printf("%9zu %9llu  %6.2f %6.2f  %6.2f %6.2f  %6.2f %6.2f  %6.2f %6.2f %6llu %8zu\n",
              program.nodes.size(), static_cast<unsigned long long>(statistic(analysis, "calls")),
              loading.wall, loading.work, linking.wall, linking.work, analysing.wall, analysing.work,
              linking.wall + analysing.wall, linking.work + analysing.work,
              static_cast<unsigned long long>(peakMegabytes()), analysis.findings.size());
  std::fflush(stdout);
  _exit(EXIT_SUCCESS); // a program of this size takes long to take apart
}

/// In a process of its own, whose peak memory is that of this size alone.
bool measureApart(uint32_t functions) {
  const pid_t child = fork();
  if (child == 0) { _exit(measure(functions) ? EXIT_SUCCESS : EXIT_FAILURE); }
  return child > 0 && WrittenFacts::endedWell(child);
}

int run(const std::vector<uint32_t>& sizes) {
  std::printf("                          load s          link s       analyse s  link + analyse\n");
  std::printf(
      "functions     calls    wall    CPU    wall    CPU    wall    CPU    wall    CPU     MB findings\n");
  std::fflush(stdout);
  for (const uint32_t functions : sizes) {
    if (!measureApart(functions)) {
      std::fprintf(stderr, "the measurement of %u functions ended early\n", functions);
      return EXIT_FAILURE;
    }
  }
  return EXIT_SUCCESS;
}

} // namespace
} // namespace nostall

int main(int argc, char** argv) {
  std::vector<uint32_t> sizes;
  for (int i = 1; i < argc; ++i) {
    sizes.push_back(static_cast<uint32_t>(std::strtoul(argv[i], nullptr, 10)));
  }
  if (sizes.empty()) { sizes = {125000, 250000, 500000, 1000000}; }
  return nostall::run(sizes);
}
