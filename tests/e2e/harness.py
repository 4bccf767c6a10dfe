"""A small project in a temporary folder, and nostall run on it."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

NOSTALL = os.environ.get("NOSTALL", "build/bin/nostall")

# A task type that no pack knows, so that tests parse <coroutine> and nothing else.
TASK = """#pragma once
#include <coroutine>
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready() const { return true; }
  void await_suspend(std::coroutine_handle<>) const {}
  void await_resume() const {}
};
"""

SLEEPER = """#include "task.h"
#include <unistd.h>
Task sleeper() {
  ::sleep(1);
  co_return;
}
"""

QUIET = """#include "task.h"
Task quiet() { co_return; }
"""


class Result:
    def __init__(self, code, out, err):
        self.code, self.raw_out, self.raw_err = code, out, err
        self.out = out.decode(errors="surrogateescape")
        self.err = err.decode(errors="surrogateescape")

    @property
    def report(self):
        return json.loads(self.out)

    def places(self):
        """"src/x.cpp:4 blocking-sleep" of each finding of a JSON report."""
        return [f"{f['file']}:{f['line']} {f['rule']}" for f in self.report["findings"]]


class ProjectTest(unittest.TestCase):
    """A test whose `self.folder` is the project's, with src/task.h in it."""

    longMessage = True

    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="nostall-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        # Never the cache of whoever runs the tests.
        self.cache = os.path.realpath(tempfile.mkdtemp(prefix="nostall-cache-"))
        self.addCleanup(shutil.rmtree, self.cache, ignore_errors=True)
        os.environ["NOSTALL_CACHE"] = self.cache
        self.write("src/task.h", TASK)

    def path(self, name):
        return os.path.join(os.fsencode(self.folder), os.fsencode(name))

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return os.fsdecode(path)

    def database(self, *names, flags=()):
        """build/compile_commands.json with a command for each file."""
        entries = [
            {
                "directory": self.folder,
                "file": name,
                "arguments": ["g++", "-std=c++20", *flags, "-c", name, "-o", "x.o"],
            }
            for name in names
        ]
        self.write("build/compile_commands.json", json.dumps(entries))

    def project(self, **files):
        """Files of src/ by name without ".cpp", and the database of them."""
        for name, text in files.items():
            self.write(f"src/{name}.cpp", text)
        self.database(*[f"src/{name}.cpp" for name in files])

    def command(self, *arguments):
        return [NOSTALL, *arguments]

    def run_nostall(self, *arguments, cwd=None, env=None, **options):
        done = subprocess.run(
            self.command(*arguments),
            cwd=cwd or self.folder,
            env={**os.environ, "PWD": cwd or self.folder, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=options.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            timeout=120,
            **options,
        )
        return Result(done.returncode, done.stdout or b"", done.stderr)

    def check(self, *arguments, **options):
        return self.run_nostall("check", *arguments, **options)

    def check_json(self, *arguments, **options):
        return self.check("--format", "json", *arguments, **options)

    def assert_calm(self, result):
        """No crash: an exit code of ours, and nothing that a terminal would obey."""
        self.assertIn(result.code, (0, 1, 2), result.err)
        self.assertNotIn("\x1b", result.out + result.err)
        self.assertNotIn("internal error", result.err)


if not os.path.isabs(NOSTALL):
    NOSTALL = os.path.abspath(NOSTALL)
