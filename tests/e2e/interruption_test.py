"""Ctrl-C ends the run within a second, leaves no process and no half report."""

import os
import signal
import subprocess
import time
import unittest

from harness import SLEEPER, ProjectTest

ENDLESS = "constexpr int f() { for (unsigned long i = 0; i != -1ul; ++i) {} return 1; }\nint x[f()];\n"


class Interruption(ProjectTest):
    def setUp(self):
        super().setUp()
        self.project(**{f"hang{i}": ENDLESS for i in range(3)}, fine=SLEEPER)
        self.database(
            "src/fine.cpp", *[f"src/hang{i}.cpp" for i in range(3)], flags=["-fconstexpr-steps=4294967295"]
        )

    def children(self, pid):
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]

    def start(self, *arguments):
        running = subprocess.Popen(
            self.command("check", "-j", "2", *arguments),
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        until = time.monotonic() + 60
        while len(self.children(running.pid)) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        workers = self.children(running.pid)
        self.assertEqual(len(workers), 2, "two workers run")
        return running, workers

    def runs(self, pid):
        try:
            with open(f"/proc/{pid}/stat", encoding="latin-1") as file:
                return file.read().rpartition(")")[2].split()[0] != "Z"  # ended, and nobody asked how
        except FileNotFoundError:
            return False

    def assert_gone(self, workers):
        self.assertEqual([pid for pid in workers if self.runs(pid)], [], "workers are left")

    def test_signals_end_it_at_once(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            running, workers = self.start("-o", "report.json", "--format", "json")
            begin = time.monotonic()
            os.killpg(running.pid, number)  # as a terminal does: the whole group
            out, err = running.communicate(timeout=20)
            self.assertLess(time.monotonic() - begin, 1)
            self.assertEqual(running.returncode, 128 + number, err)
            self.assertEqual(out, b"")
            self.assert_gone(workers)
        left = [name for name in os.listdir(self.folder) if "report" in name]
        self.assertEqual(left, [], "no half report")

    def test_workers_do_not_outlive_the_program(self):
        running, workers = self.start()
        running.kill()
        running.communicate(timeout=20)
        until = time.monotonic() + 1
        while any(map(self.runs, workers)) and time.monotonic() < until:
            time.sleep(0.02)
        self.assert_gone(workers)


if __name__ == "__main__":
    unittest.main()
