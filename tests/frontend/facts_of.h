// Facts of a piece of code, and their rendering in short lines that tests can compare.
#pragma once

#include "frontend/frontend.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace nostall {

/// A folder of its own for one test, gone afterwards.
class Folder {
public:
  Folder() {
    path_ = std::filesystem::temp_directory_path() /
            ("nostall-test-" + std::to_string(getpid()) + "-" + std::to_string(next++));
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string write(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
    return file.string();
  }
  std::string path() const { return path_.string(); }

private:
  static inline int next = 0;
  std::filesystem::path path_;
};

/// A lazy home-grown task, as every test wants one.
inline const std::string task_header = R"(#pragma once
#include <coroutine>
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
)";

struct ParsedCode {
  Folder folder;
  UnitFacts facts;

  const std::string& text(StringId id) const { return facts.symbols.strings[id]; }

  const FunctionFacts* function(const std::string& display) const {
    for (const FunctionFacts& function : facts.symbols.functions) {
      if (text(function.display) == display) { return &function; }
    }
    return nullptr;
  }
  const TypeFacts* type(const std::string& spelling) const {
    for (const TypeFacts& type : facts.symbols.types) {
      if (text(type.spelling) == spelling) { return &type; }
    }
    return nullptr;
  }
  /// The first body of a function with that display name.
  const Body* body(const std::string& display) const {
    for (const Body& body : facts.bodies) {
      if (text(facts.symbols.functions[body.function].display) == display) { return &body; }
    }
    return nullptr;
  }

  std::string render(const Event& event) const {
    static const char* const kinds[] = {"call", "construct", "destroy", "suspend", "return",
                                        "read", "write",     "use",     "throw"};
    std::string line = kinds[static_cast<int>(event.kind)];
    if (event.callee != no_id) { line += " " + text(facts.symbols.functions[event.callee].display); }
    if (event.object->path != 0) { line += " on " + text(event.object->path); }
    if (event.target != 0) { line += " to " + text(event.target); }
    if (event.is_virtual) { line += " virtual"; }
    if (event.cast_to_void) { line += " void"; }
    if (event.discarded) { line += " discarded"; }
    if (event.awaited) { line += " awaited"; }
    return line;
  }

  /// What `display` does, without what Clang adds to coroutines and with no word of `hidden` in it.
  std::vector<std::string> events(const std::string& display) const {
    std::vector<std::string> lines;
    const Body* found = body(display);
    if (found == nullptr) { return {"no body"}; }
    for (const Event& event : found->events) {
      const bool machinery = event.implicit && event.kind == EventKind::Call;
      const bool suspension = event.suspend == SuspendKind::Initial || event.suspend == SuspendKind::Final;
      const std::string line = render(event);
      if (!machinery && !suspension && line.find("promise_type") == std::string::npos &&
          event.kind != EventKind::Return) {
        lines.push_back(line);
      }
    }
    return lines;
  }

  const Event* event(const std::string& display, const std::string& callee) const {
    const Body* found = body(display);
    if (found == nullptr) { return nullptr; }
    for (const Event& event : found->events) {
      if (event.callee != no_id && text(facts.symbols.functions[event.callee].display) == callee) {
        return &event;
      }
    }
    return nullptr;
  }
};

/// Parses `code` as main.cpp beside task.h; the folder is the project.
inline std::unique_ptr<ParsedCode> parse(const std::string& code,
                                         const std::vector<std::string>& flags = {}) {
  auto parsed = std::make_unique<ParsedCode>();
  parsed->folder.write("task.h", task_header);
  const std::string file = parsed->folder.write("main.cpp", code);
  std::vector<std::string> all{"-std=c++20"};
  all.insert(all.end(), flags.begin(), flags.end());
  FrontendOptions options;
  options.project_root = parsed->folder.path();
  parsed->facts = takeFacts(commandFor(file, all, parsed->folder.path()), options);
  return parsed;
}

} // namespace nostall
