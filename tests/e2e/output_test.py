"""Where reports go, and what happens when they cannot go there."""

import json
import os
import pty
import subprocess
import unittest

from harness import NOSTALL, SLEEPER, ProjectTest


class Output(ProjectTest):
    def setUp(self):
        super().setUp()
        self.project(a=SLEEPER)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def test_to_a_file(self):
        result = self.check("--format", "json", "-o", "out.json")
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertEqual(len(json.loads(self.read("out.json"))["findings"]), 1)

    def test_several_from_one_run(self):
        result = self.check("--also", "json=a b.json", "--also", "sarif=x.sarif", "--also", "text=t.txt")
        self.assertIn("[blocking-sleep]", result.out)
        self.assertEqual(json.loads(self.read("a b.json"))["schema"], "nostall-report/1")
        self.assertEqual(json.loads(self.read("x.sarif"))["version"], "2.1.0")
        self.assertEqual(self.read("t.txt"), result.out)

    def test_what_cannot_be_written_is_said_and_findings_are_not_lost(self):
        for place in ("no/such/folder/x", "src", "/dev/full", "/proc/x"):
            result = self.check("--format", "json", "-o", place)
            self.assertEqual(result.code, 2, place)
            self.assertIn(f"cannot write '{place}'", result.err)
            self.assertIn("[blocking-sleep]", result.out)
            also = self.check("--also", f"json={place}")
            self.assertEqual(also.code, 2, place)
            self.assertIn("[blocking-sleep]", also.out)

    def test_a_report_that_stood_there_survives_a_failure(self):
        os.mkdir(self.path("kept"))
        self.write("kept/out.json", "old")
        os.chmod(self.path("kept/out.json"), 0o444)
        os.chmod(self.path("kept"), 0o555)
        self.addCleanup(os.chmod, self.path("kept"), 0o755)
        os.chmod(self.folder, 0o755)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        result = self.check("--format", "json", "-o", "kept/out.json", **nobody)
        self.assertEqual(result.code, 2, result.err)
        self.assertIn("Permission denied", result.err)
        self.assertIn("[blocking-sleep]", result.out)
        self.assertEqual(self.read("kept/out.json"), "old")

    def test_a_reader_that_leaves_is_no_error(self):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as broken:
            result = self.check(stdout=broken)
        self.assertEqual((result.code, result.err), (1, ""))

    def test_a_full_or_closed_standard_output_is_said(self):
        with open("/dev/full", "wb") as full:
            result = self.check(stdout=full)
        self.assertEqual(result.code, 2)
        self.assertIn("cannot write to standard output", result.err)
        closed = subprocess.run(
            ["sh", "-c", 'exec "$0" check >&-', NOSTALL], cwd=self.folder, capture_output=True, timeout=60
        )
        self.assertEqual(closed.returncode, 2)
        self.assertIn(b"cannot write to standard output", closed.stderr)

    def test_all_streams_closed(self):
        closed = subprocess.run(["sh", "-c", 'exec "$0" check <&- >&- 2>&-', NOSTALL], cwd=self.folder, timeout=60)
        self.assertEqual(closed.returncode, 2)

    def test_progress_is_for_terminals(self):
        self.assertEqual(self.check().err, "")
        master, slave = pty.openpty()
        running = subprocess.Popen(
            [NOSTALL, "check", "--no-cache"],
            cwd=self.folder,
            env={**os.environ, "TERM": "xterm"},
            stdout=subprocess.PIPE,
            stderr=slave,
        )
        running.communicate(timeout=60)
        os.close(slave)
        shown = os.read(master, 10000).decode()
        os.close(master)
        self.assertIn("[1/1] src/a.cpp", shown)
        self.assertTrue(shown.endswith("\r\x1b[K"), "the line is left empty")


if __name__ == "__main__":
    unittest.main()
