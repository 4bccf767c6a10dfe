"""nostall check: what it finds, exit codes, options, the same bytes every time."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

import harness
from harness import QUIET, SLEEPER, ProjectTest

CHAIN = {
    "root": '#include "task.h"\nvoid first();\nTask root() {\n  first();\n  co_return;\n}\n'
    "int main() { first(); }\n",
    "first": "void second();\nvoid first() { second(); }\n",
    "second": "#include <unistd.h>\nvoid second() { ::usleep(5000); }\n",
}


class Findings(ProjectTest):
    def test_a_sleep_three_units_away_is_reported_once_with_its_chain(self):
        self.project(**CHAIN)
        result = self.check_json()
        self.assertEqual(result.code, 1, result.err)
        self.assertEqual(result.places(), ["src/root.cpp:4 blocking-sleep"])
        chain = result.report["findings"][0]["chain"]
        self.assertEqual([step["file"] for step in chain], ["src/root.cpp", "src/first.cpp", "src/second.cpp"])
        self.assertEqual(result.report["units"], {"total": 3, "ok": 3, "degraded": 0, "failed": 0, "cached": 0})
        self.assertTrue(result.report["complete"])

    def test_text_shows_place_source_and_chain(self):
        self.project(**CHAIN)
        out = self.check().out
        self.assertRegex(out, r"(?m)^src/root\.cpp:4:3: error: .*\[blocking-sleep\]$")
        self.assertIn("    4 |   first();", out)
        self.assertRegex(out, r"(?m)^src/second\.cpp:2:17: note: ")

    def test_clean_code_is_silent(self):
        self.project(quiet=QUIET)
        result = self.check()
        self.assertEqual(result.code, 0)
        self.assertEqual(result.err, "")
        self.assertNotIn("error", result.out)

    def test_a_comment_silences_with_a_reason(self):
        self.project(a=SLEEPER.replace("::sleep(1);", "::sleep(1); // NOLINT(nostall-blocking-sleep): a test"))
        result = self.check_json()
        self.assertEqual(result.code, 0)
        self.assertEqual(result.report["findings"][0]["suppressed"]["reason"], "a test")


class Options(ProjectTest):
    def setUp(self):
        super().setUp()
        self.project(a=SLEEPER, b=QUIET)

    def test_rules_can_be_switched_off_and_on(self):
        off = self.check("--disable", "blocking-sleep")
        self.assertEqual(off.code, 0, off.out)
        on = self.check("--disable", "blocking-sleep", "--enable", "blocking-sleep")
        self.assertEqual(on.code, 1)

    def test_severity_and_fail_on_decide_the_exit_code(self):
        for arguments, code in [
            (["--severity", "blocking-sleep=note"], 0),
            (["--severity", "blocking-sleep=note", "--fail-on", "note"], 1),
            (["--severity", "blocking-sleep=warning"], 1),
            (["--severity", "blocking-sleep=warning", "--fail-on", "error"], 0),
            (["--fail-on", "never"], 0),
        ]:
            self.assertEqual(self.check(*arguments).code, code, arguments)

    def test_paths_narrow_the_report_only(self):
        self.assertEqual(self.check_json("src/a.cpp").places(), ["src/a.cpp:4 blocking-sleep"])
        other = self.check_json("src/b.cpp")
        self.assertEqual((other.code, other.places()), (0, []))
        self.assertEqual(other.report["units"]["total"], 2, "the program is still all of it")
        self.assertEqual(self.check("src").code, 1)

    def test_a_header_is_checked_through_a_unit_that_includes_it(self):
        self.write("src/slow.h", SLEEPER.replace("Task sleeper", "inline Task sleeper"))
        self.project(a='#include "slow.h"\n', b=SLEEPER)
        self.assertEqual(self.check_json("src/slow.h").places(), ["src/slow.h:4 blocking-sleep"])

    def test_root_shortens_paths_and_changes_nothing_else(self):
        inside = self.check_json("--root", "src")
        self.assertEqual(inside.places(), ["a.cpp:4 blocking-sleep"])
        outside = self.check_json("--root", "/usr")
        self.assertEqual(outside.places(), [f"{self.folder}/src/a.cpp:4 blocking-sleep"])
        self.assertEqual(
            inside.report["findings"][0]["fingerprint"], outside.report["findings"][0]["fingerprint"]
        )

    def test_the_working_directory_does_not_matter(self):
        away = self.check_json("--no-cache", "-p", f"{self.folder}/build", "--root", self.folder, cwd="/")
        self.assertEqual(away.raw_out, self.check_json("--no-cache").raw_out)
        below = self.check_json(cwd=f"{self.folder}/src")
        self.assertEqual(below.places(), ["a.cpp:4 blocking-sleep"], "the database is found upwards")

    def test_code_outside_the_project_root_belongs_to_others(self):
        self.write("lib/c.cpp", SLEEPER.replace("task.h", "../src/task.h"))
        self.database("src/b.cpp", "lib/c.cpp")
        self.assertEqual(self.check_json().places(), ["lib/c.cpp:4 blocking-sleep"])
        self.assertEqual(self.check_json("--project-root", "src").places(), [])

    def test_a_project_root_without_units_is_no_silence(self):
        result = self.check("--project-root", "/usr/include")
        self.assertEqual(result.code, 2)
        self.assertIn("no unit lies in the project root '/usr/include'", result.out)

    def test_a_project_seen_through_a_link(self):
        os.mkdir(self.path(".git"))
        with tempfile.TemporaryDirectory() as elsewhere:
            os.symlink(self.folder, f"{elsewhere}/link")
            linked = self.check_json(cwd=f"{elsewhere}/link")
            self.assertEqual(linked.places(), ["src/a.cpp:4 blocking-sleep"])

    def test_own_rules_are_loaded(self):
        self.write("own.yaml", "schema: 1\nlibrary: own\nblocks:\n  blocking-wait: [slow_thing]\n")
        self.project(a='#include "task.h"\nvoid slow_thing();\nTask t() {\n  slow_thing();\n  co_return;\n}\n')
        self.assertEqual(self.check().code, 0)
        self.assertEqual(self.check_json("--rules", "own.yaml").places(), ["src/a.cpp:4 blocking-wait"])

    def test_quiet_says_nothing_but_findings(self):
        self.assertNotIn("1 error", self.check("--quiet").out)
        self.assertIn("1 error", self.check().out)

    def test_color_only_where_it_is_wanted(self):
        self.assertNotIn("\x1b", self.check().out)
        self.assertIn("\x1b[", self.check("--color", "always").out)

    def test_statistics_are_shown_when_asked(self):
        plain, more = self.check().out, self.check("--stats").out
        self.assertGreater(len(more), len(plain))


class SameBytes(ProjectTest):
    def test_workers_and_the_order_of_units_change_nothing(self):
        names = [f"unit{i}" for i in range(6)]
        files = {name: SLEEPER.replace("sleeper", name) for name in names}
        files["broken"] = '#include "missing.h"\n' + SLEEPER.replace("sleeper", "broken")
        self.project(**files, **CHAIN)
        for form in ("text", "json", "sarif"):
            first = self.check("--format", form, "-j", "1")
            self.assertEqual(first.code, 1, first.err)
            self.assertEqual(self.check("--format", form, "-j", "8").raw_out, first.raw_out, form)
            self.database(*sorted([f"src/{name}.cpp" for name in [*files, *CHAIN]], reverse=True))
            self.assertEqual(self.check("--format", form, "-j", "3").raw_out, first.raw_out, form)
            self.project(**files, **CHAIN)


class Copied(ProjectTest):
    def test_the_program_works_from_another_folder(self):
        self.project(a=SLEEPER)
        copy = shutil.copy(harness.NOSTALL, f"{self.folder}/moved")
        done = subprocess.run([copy, "check", "--format", "json"], cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["findings"]), 1)
        explained = subprocess.run([copy, "explain", "blocking-sleep"], cwd="/", capture_output=True, timeout=60)
        self.assertEqual(explained.returncode, 0, explained.stderr)


if __name__ == "__main__":
    unittest.main()
