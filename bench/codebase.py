"""A synthetic asio code base of N units whose findings are known.

Each unit is a module of a server: a session coroutine, helpers that other units call, a lambda handed to a
thread pool. Units call helpers of the next units, so that chains cross files. What has to be found is
written down as it is planted.
"""

import json
import os

# Debian's asio hides its coroutines from Clang without these; the compilers get them too, for a fair race.
DEFINES = ["-DASIO_HAS_CO_AWAIT", "-DASIO_HAS_STD_COROUTINE"]
FLAGS = ["-std=c++20", "-Iinclude", *DEFINES]

HEADERS = {
    "net/alias.h": """#pragma once
#include <asio.hpp>

namespace net {

using asio::awaitable;
using asio::use_awaitable;
using tcp = asio::ip::tcp;

} // namespace net
""",
    "net/frame.h": """#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace net {

struct Frame {
  std::uint32_t kind = 0;
  std::vector<std::uint8_t> payload;
};

/// Length, kind, payload.
class FrameReader {
public:
  void feed(std::span<const std::uint8_t> bytes) { buffer_.insert(buffer_.end(), bytes.begin(), bytes.end()); }

  template <typename Take>
  std::size_t drain(Take take) {
    std::size_t taken = 0;
    while (buffer_.size() >= 8) {
      const std::uint32_t size = number(0);
      if (buffer_.size() < 8 + size) { break; }
      Frame frame{number(4), {buffer_.begin() + 8, buffer_.begin() + 8 + size}};
      buffer_.erase(buffer_.begin(), buffer_.begin() + 8 + size);
      take(std::move(frame));
      ++taken;
    }
    return taken;
  }

private:
  std::uint32_t number(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      value = value << 8U | buffer_[at + i];
    }
    return value;
  }

  std::vector<std::uint8_t> buffer_;
};

} // namespace net
""",
    "store/table.h": """#pragma once
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace store {

struct Row {
  std::string name;
  long value = 0;
};

class Table {
public:
  void put(Row row) { rows_[row.name] = std::make_shared<Row>(row); }

  std::optional<Row> find(const std::string& name) const {
    const auto found = rows_.find(name);
    return found == rows_.end() ? std::nullopt : std::optional(*found->second);
  }

  template <typename Wanted>
  long sum(Wanted wanted) const {
    long total = 0;
    std::for_each(rows_.begin(), rows_.end(), [&](const auto& entry) {
      if (wanted(*entry.second)) { total += entry.second->value; }
    });
    return total;
  }

private:
  std::map<std::string, std::shared_ptr<Row>> rows_;
};

} // namespace store
""",
    "util/retry.h": """#pragma once
#include <chrono>
#include <functional>

namespace util {

/// Calls `attempt` until it returns true.
template <typename Attempt>
bool retry(int times, Attempt attempt) {
  for (int i = 0; i < times; ++i) {
    if (attempt()) { return true; }
  }
  return false;
}

} // namespace util
""",
}

MODULE = """#pragma once
#include "net/alias.h"
#include "store/table.h"
#include <string>

namespace module_{n} {{

/// Reads the settings of this module.
std::string load(const std::string& name);
/// Waits until a peer is ready.
void settle(int rounds);
/// Only computes.
long weigh(const store::Table& table);

net::awaitable<void> session(net::tcp::socket socket);
net::awaitable<long> report(const store::Table& table);
void start(asio::io_context& context, asio::thread_pool& pool);

}} // namespace module_{n}
"""

UNIT = """#include "module_{n}.h"
#include "module_{next}.h"
#include "net/frame.h"
#include "util/retry.h"
#include <fstream>
#include <sstream>
#include <thread>

namespace module_{n} {{

namespace {{

class Connection {{
public:
  explicit Connection(net::tcp::socket socket) : socket_(std::move(socket)) {{}}

  net::awaitable<std::size_t> pump() {{
    std::array<std::uint8_t, 4096> bytes{{}};
    const std::size_t size = co_await socket_.async_read_some(asio::buffer(bytes), net::use_awaitable);
    reader_.feed({{bytes.data(), size}});
    co_return reader_.drain([this](net::Frame frame) {{ kinds_.push_back(frame.kind); }});
  }}

  net::awaitable<void> answer(std::string text) {{
    co_await asio::async_write(socket_, asio::buffer(text), net::use_awaitable);
  }}

  std::size_t seen() const {{ return kinds_.size(); }}

private:
  net::tcp::socket socket_;
  net::FrameReader reader_;
  std::vector<std::uint32_t> kinds_;
}};

bool attempt(int round) {{
  if (round > {n}) {{ return true; }}
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return false;
}}

}} // namespace

std::string load(const std::string& name) {{
  std::ifstream file("/etc/server/" + name + ".conf");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}}

void settle(int rounds) {{
  int round = 0;
  util::retry(rounds, [&] {{ return attempt(round++); }});
}}

long weigh(const store::Table& table) {{
  return table.sum([](const store::Row& row) {{ return row.value > {n}; }});
}}

net::awaitable<void> session(net::tcp::socket socket) {{
  Connection connection(std::move(socket));
  {direct}
  while (co_await connection.pump() > 0) {{
    {next_unit}
    co_await connection.answer("seen " + std::to_string(connection.seen()));
  }}
}}

net::awaitable<long> report(const store::Table& table) {{
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(5));
  co_await timer.async_wait(net::use_awaitable);
  co_return weigh(table) + module_{next}::weigh(table);
}}

void start(asio::io_context& context, asio::thread_pool& pool) {{
  asio::post(pool, [] {{ settle({n}); }});
  asio::post(context, [] {{
    store::Table table;
    table.put({{"module_{n}", {n}}});
    {callback}
  }});
}}

}} // namespace module_{n}
"""

QUIET = "weigh({});"


def planted(n, count):
    """The statements that differ from unit to unit, with the rule that each breaks."""
    following = (n + 1) % count
    return {
        "direct": ("settle(3);", "blocking-sleep") if n % 3 == 0 else (QUIET, None),
        "next_unit": (f"module_{following}::load(\"x\");", "blocking-file") if n % 2 == 0 else (QUIET, None),
        "callback": (f"module_{following}::settle(1);", "blocking-sleep") if n % 5 == 0 else ("weigh(table);", None),
    }


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class CodeBase:
    """The files in `folder`: include/, src/, build/compile_commands.json."""

    def __init__(self, folder, count):
        self.folder = os.path.realpath(folder)
        self.units = [f"src/unit_{n}.cpp" for n in range(count)]
        #: "src/unit_0.cpp:61 blocking-sleep" of all that has to be found
        self.findings = []
        # Its root, wherever it stands.
        write(self.path(".nostall.yaml"), "schema: 1\n")
        for name, text in HEADERS.items():
            write(self.path(f"include/{name}"), text)
        for n in range(count):
            self._write_unit(n, count)
        self._write_database()
        self.findings.sort()

    def path(self, name):
        return os.path.join(self.folder, name)

    def arguments(self, unit, compiler):
        return [compiler, *FLAGS, "-c", unit, "-o", "unit.o"]

    def _write_unit(self, n, count):
        statements = planted(n, count)
        names = {"n": n, "next": (n + 1) % count}
        text = UNIT.format(**names, **{slot: "{" + slot + "}" for slot in statements})
        for slot, (statement, rule) in statements.items():
            line = text[: text.index("{" + slot + "}")].count("\n") + 1
            text = text.replace("{" + slot + "}", statement)
            if rule:
                self.findings.append(f"src/unit_{n}.cpp:{line} {rule}")
        write(self.path(f"include/module_{n}.h"), MODULE.format(n=n))
        write(self.path(self.units[n]), text)

    def _write_database(self):
        entries = [
            {"directory": self.folder, "file": unit, "arguments": self.arguments(unit, "clang++-19")}
            for unit in self.units
        ]
        write(self.path("build/compile_commands.json"), json.dumps(entries, indent=1))
