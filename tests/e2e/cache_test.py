"""What is parsed again, and what is not."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import unittest

from harness import NOSTALL, QUIET, SLEEPER, TASK, ProjectTest


class Cache(ProjectTest):
    def setUp(self):
        super().setUp()
        self.write("src/own.h", "#pragma once\ninline int own() { return 1; }\n")
        self.project(a=SLEEPER, b='#include "own.h"\n' + QUIET.replace("quiet", "b"), c=QUIET)
        self.findings = self.check("--no-cache").out

    def cached(self, *arguments, **options):
        """How many units of a run came from the cache; the findings must be those of a plain run."""
        report = self.check_json(*arguments, **options).report
        self.assertEqual(report["units"]["ok"], report["units"]["total"])
        return report["units"]["cached"]

    def test_an_unchanged_unit_is_not_parsed_again(self):
        self.assertEqual(self.cached(), 0)
        self.assertEqual(self.cached(), 3)
        self.assertEqual(self.check().out, self.findings)
        self.assertIn("src/a.cpp:4", self.findings)
        self.assertEqual(self.cached("--no-cache"), 0)

    def test_what_is_in_a_report_does_not_depend_on_it(self):
        cold = self.check_json().report
        warm = self.check_json().report
        self.assertEqual(warm["units"].pop("cached"), 3)
        self.assertEqual(cold["units"].pop("cached"), 0)
        self.assertEqual(cold, warm)

    def test_an_edit_is_seen_at_once(self):
        self.check()
        self.write("src/c.cpp", SLEEPER.replace("sleeper", "c"))
        self.assertEqual(self.check_json().places(), ["src/a.cpp:4 blocking-sleep", "src/c.cpp:4 blocking-sleep"])
        self.write("src/c.cpp", QUIET)
        self.assertEqual(self.check().out, self.findings)

    def test_an_edit_of_high_bits_in_neighbouring_words_is_seen(self):
        # Three bits make a line feed of 0x8a, which ends the comment, and two letters of the next word others.
        before = b"Task c() {\n  // %s\x8a/* A  B */ ::sleep(1);\n  co_return;\n}\n"
        before = b'#include "task.h"\n#include <unistd.h>\n' + before
        end = before.index(b"\x8a") - len(b"%s")
        before = before.replace(b"%s", b"." * ((7 - end) % 8))
        after = bytearray(before)
        for at in (0, 4, 8):
            after[before.index(b"\x8a") + at] ^= 0x80
        self.write("src/c.cpp", before)
        self.assertEqual(self.check_json().places(), ["src/a.cpp:4 blocking-sleep"])
        self.write("src/c.cpp", bytes(after))
        self.assertEqual(self.check_json().places(), ["src/a.cpp:4 blocking-sleep", "src/c.cpp:5 blocking-sleep"])

    def test_a_header_costs_those_who_include_it(self):
        self.check()
        self.write("src/own.h", "#pragma once\ninline int own() { return 2; }\n")
        self.assertEqual(self.cached(), 2)
        self.write("src/task.h", TASK + "\n")
        self.assertEqual(self.cached(), 0)

    def test_touching_costs_nothing(self):
        self.check()
        for name in ("src/a.cpp", "src/task.h", "src/own.h"):
            os.utime(self.path(name))
        self.assertEqual(self.cached(), 3)

    def test_a_fresh_copy_costs_nothing(self):
        self.check()
        copy = os.path.realpath(tempfile.mkdtemp(prefix="nostall-copy-"))
        self.addCleanup(shutil.rmtree, copy)
        for folder in ("src", "build"):
            shutil.copytree(os.path.join(self.folder, folder), os.path.join(copy, folder))
        database = os.path.join(copy, "build/compile_commands.json")
        with open(database, encoding="utf-8") as file:
            text = file.read()
        with open(database, "w", encoding="utf-8") as file:
            file.write(text.replace(self.folder, copy))
        self.assertEqual(self.cached(cwd=copy), 3)
        self.assertEqual(self.check(cwd=copy).out, self.findings)

    def test_rules_and_configuration_cost_nothing(self):
        self.check()
        self.assertEqual(self.cached("--disable", "blocking-sleep", "--severity", "blocking-file=error"), 3)
        self.write(".nostall.yaml", "schema: 1\nblocks:\n  blocking-file:\n    - function: own\nexclude: [nothing]\n")
        self.assertEqual(self.cached(), 3)
        rules = self.write("more.yaml", "schema: 1\nlibrary: more\nnamespaces: [more]\nblocks:\n  blocking-sleep:\n    - function: nap\n")
        self.assertEqual(self.cached("--rules", rules), 3)

    def test_what_reaches_the_parser_costs_a_parse(self):
        self.check()
        self.write(".nostall.yaml", "schema: 1\ndefines: [{name: HELLO, value: \"1\"}]\n")
        self.assertEqual(self.cached(), 0)
        self.assertEqual(self.cached(), 3)
        self.assertEqual(self.cached(env={"CPATH": self.folder}), 0)
        self.database("src/a.cpp", "src/b.cpp", "src/c.cpp", flags=["-DX"])
        self.assertEqual(self.cached(), 0)

    def test_a_header_that_was_missing_is_found_when_it_comes(self):
        self.write("src/b.cpp", '#if __has_include("late.h")\n#include "late.h"\n#endif\n#include <later.h>\n' + QUIET)
        self.database("src/b.cpp", flags=["-Iearly", "-Iinclude"])
        first = self.check_json().report
        self.assertEqual(first["units"]["degraded"], 1, "what was parsed with errors")
        again = self.check_json().report
        self.assertEqual(again["units"]["cached"], 1, "is kept too")
        self.assertEqual(again["problems"], first["problems"])
        self.write("include/later.h", "")
        self.assertEqual(self.cached(), 0)
        self.assertEqual(self.cached(), 1)
        self.write("early/later.h", "")
        self.assertEqual(self.cached(), 0, "a folder that comes earlier")
        self.assertEqual(self.cached(), 1)
        self.write("src/late.h", "")
        self.assertEqual(self.cached(), 0)

    def test_damage_is_repaired(self):
        self.check()
        for folder, _, names in os.walk(self.cache):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "r+b") as file:
                    file.truncate(os.path.getsize(path) // 2)
        self.assertEqual(self.check().out, self.findings)
        self.assertEqual(self.cached(), 3)

    def test_runs_side_by_side(self):
        runs = [
            subprocess.Popen([NOSTALL, "check"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        for run in runs:
            out, err = run.communicate(timeout=120)
            self.assertEqual((out.decode(), err), (self.findings, b""))
        self.assertEqual(self.cached(), 3)

    def test_a_folder_that_cannot_be_written_is_said_and_does_no_harm(self):
        file = self.write("file", "")
        result = self.check(env={"NOSTALL_CACHE": file})
        self.assertEqual(result.out, self.findings)
        self.assertIn("3 units could not be kept in", result.err)
        self.assertEqual(self.check("--no-cache", env={"NOSTALL_CACHE": file}).err, "")

    def test_a_full_disk_does_no_harm(self):
        # No file may grow beyond 4 KB: entries of units do.
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        done = subprocess.run(
            [NOSTALL, "check"], cwd=self.folder, capture_output=True, timeout=120, preexec_fn=limit, restore_signals=False
        )
        self.assertEqual(done.stdout.decode(), self.findings)
        self.assertIn(b"could not be kept", done.stderr)
        left = [name for _, _, names in os.walk(self.cache) for name in names]
        self.assertEqual(left, ["CACHEDIR.TAG"])
        self.assertEqual(self.cached(), 0)
        self.assertEqual(self.cached(), 3)

    def test_info_and_clear(self):
        empty = self.run_nostall("cache", "info")
        self.assertEqual(empty.code, 0, empty.err)
        self.assertRegex(empty.out, rf"^folder  {self.cache}\nunits   0\nsize    0\.0 MB of at most 2048\.0 MB\n$")
        self.check()
        self.assertIn("units   3\n", self.run_nostall("cache", "info").out)
        self.assertEqual(self.run_nostall("cache", "clear").code, 0)
        self.assertFalse(os.path.exists(self.cache))
        self.assertEqual(self.cached(), 0)
        nowhere = {name: "" for name in ("NOSTALL_CACHE", "XDG_CACHE_HOME", "HOME")}
        self.assertEqual(self.run_nostall("cache", "info", env=nowhere).code, 2)
        self.assertEqual(self.check(env=nowhere).out, self.findings)
        self.assertIn("'nostall cache info'", self.run_nostall("cache").err)

    def test_what_is_not_used_goes_first(self):
        self.check(env={"NOSTALL_CACHE_LIMIT": "0"})
        self.assertEqual(self.cached(), 0, "nothing was kept")
        self.assertEqual(self.cached(), 3)

    def test_why_uses_it_too(self):
        self.check()
        result = self.run_nostall("why", "src/a.cpp:4")
        self.assertEqual(result.code, 0, result.err)
        self.assertIn("sleep", result.out)

    def test_why_leaves_what_check_finds(self):
        self.run_nostall("why", "src/a.cpp:4")
        self.assertEqual(self.cached(), 3)


if __name__ == "__main__":
    unittest.main()
