"""nostall check --fix: repairs compile, are shown before, and a second run has nothing to do."""

import subprocess
import unittest

from harness import ProjectTest

SLEEPS = """#include <asio.hpp>
#include <chrono>
#include <thread>
asio::awaitable<void> tick(asio::steady_timer& timer) { co_await timer.async_wait(asio::use_awaitable); }
asio::awaitable<void> session() {
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::this_thread::sleep_for(
      std::chrono::seconds(1));
  try {
    co_await tick(*static_cast<asio::steady_timer*>(nullptr));
  } catch (...) {
    std::this_thread::sleep_for(std::chrono::seconds(2));
  }
}
"""

LOST = """#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
using namespace asio::experimental::awaitable_operators;
asio::awaitable<void> send();
asio::awaitable<int> load();
asio::awaitable<void> session(bool cached) {
  send();
  send() && load();
  auto sent = send();
  auto both = send() && send();
  auto loaded = load();
  auto asked = load();
  (void)asked;
  auto later = load();
  if (!cached) { co_await std::move(later); }
}
"""

REPAIRED = """
  co_await send();
  co_await (send() && load());
  co_await send();
  co_await (send() && send());
  auto loaded = co_await load();
  auto asked = load();
  (void)asked;
  auto later = load();
"""

FLAGS = ["-std=c++20", "-DASIO_HAS_CO_AWAIT", "-DASIO_HAS_STD_COROUTINE", "-fsyntax-only"]


class Fixes(ProjectTest):
    def setUp(self):
        super().setUp()
        self.project(a=SLEEPS)

    def source(self):
        with open(f"{self.folder}/src/a.cpp", encoding="utf-8") as file:
            return file.read()

    def test_a_fix_is_shown_as_a_diff_and_in_json(self):
        self.assertIn("    +   co_await asio::steady_timer(", self.check().out)
        findings = self.check_json().report["findings"]
        self.assertEqual([len(f["fixes"]) for f in findings], [1, 1, 0])
        self.assertTrue(findings[0]["fixes"][0]["safe"])
        self.assertEqual(self.source(), SLEEPS)

    def test_fixed_code_compiles_and_stays_as_it_is(self):
        result = self.check_json("--fix")
        # co_await may not stand in a handler: that sleep stays, at its new line.
        self.assertEqual(result.places(), ["src/a.cpp:11 blocking-sleep"])
        self.assertEqual(result.report["statistics"]["fixed_findings"], 2)
        fixed = self.source()
        self.assertEqual(fixed.count("sleep_for"), 1)
        self.assert_compiles()
        self.check("--fix")
        self.assertEqual(self.source(), fixed)

    def assert_compiles(self):
        for compiler in (["g++", "-fcoroutines"], ["clang++-19"]):
            done = subprocess.run([*compiler, *FLAGS, f"{self.folder}/src/a.cpp"], capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_a_held_task_becomes_its_result_unless_more_is_said_of_it(self):
        self.project(a=LOST)
        self.check("--fix")
        self.assertIn(REPAIRED, self.source())
        self.assert_compiles()

    def test_suppressed_findings_are_left(self):
        self.project(a=SLEEPS.replace("(10));", "(10)); // NOLINT(nostall-blocking-sleep): start-up"))
        self.check("--fix")
        self.assertEqual(self.source().count("sleep_for"), 2)


if __name__ == "__main__":
    unittest.main()
