// A folder of its own for a test, with files and a database in it.
#pragma once

#include "database/compile_command.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

class DatabaseFixture : public testing::Test {
protected:
  DatabaseFixture() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nostall-database-XXXXXX").string();
    root_ = std::filesystem::canonical(mkdtemp(pattern.data())).string();
  }
  ~DatabaseFixture() override { std::filesystem::remove_all(root_); }
  DatabaseFixture(const DatabaseFixture&) = delete;
  DatabaseFixture& operator=(const DatabaseFixture&) = delete;

  std::string path(std::string_view name) const { return root_ + "/" + std::string(name); }

  void write(std::string_view name, std::string_view text = "") const {
    const std::filesystem::path whole = path(name);
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << text;
  }

  /// A database in the folder itself that holds `entries` (JSON objects, joined by commas).
  CompileDatabase load(const std::string& entries) const {
    write("compile_commands.json", "[" + entries + "]");
    return loadCompileDatabase(options());
  }

  /// One unit, main.cpp, compiled by `command`.
  CompileDatabase loadCommand(const std::string& command, DatabaseOptions with = {}) const {
    write("main.cpp");
    write("compile_commands.json",
          R"([{"directory": ".", "file": "main.cpp", "command": ")" + escaped(command) + R"("}])");
    with.working_directory = root_;
    return loadCompileDatabase(with);
  }

  DatabaseOptions options() const {
    DatabaseOptions options;
    options.working_directory = root_;
    return options;
  }

  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '"' || c == '\\') { out += '\\'; }
      out += c;
    }
    return out;
  }

  static bool has(const CompileCommand& command, std::string_view word) {
    return std::count(command.arguments.begin(), command.arguments.end(), word) > 0;
  }

  /// `words` stand in the command one after the other.
  static bool hasRow(const CompileCommand& command, const std::vector<std::string>& words) {
    return std::search(command.arguments.begin(), command.arguments.end(), words.begin(), words.end()) !=
           command.arguments.end();
  }

  /// The messages of all problems, one a line.
  static std::string messages(const CompileDatabase& database) {
    std::string all;
    for (const Problem& problem : database.problems) {
      all += toString(problem) + "\n";
    }
    return all;
  }

  std::string root_;
};

} // namespace nostall
