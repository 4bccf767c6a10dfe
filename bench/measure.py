#!/usr/bin/env python3
"""Measures nostall against clang and clang-tidy on synthetic asio code bases: one run, the same units.

    bench/measure.py --units 10 40 160 --write docs/performance.md

prints a table for each size, and puts all of them into the file in the place that it keeps for them. Every
finding of nostall is compared with what was planted. Needs clang-19; clang-tidy-19 with run-clang-tidy-19 if that
is to be compared (--no-clang-tidy leaves it out). Nothing else should run on the machine.
"""

import argparse
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from codebase import CodeBase

TIDY_CHECKS = (
    "-*,cppcoreguidelines-*coroutine*,cppcoreguidelines-no-suspend-with-lock,"
    "misc-coroutine-hostile-raii,bugprone-unused-return-value"
)
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


class Usage:
    """Of processes and all that they started: seconds and bytes."""

    def __init__(self, cpu, wall, peak):
        self.cpu, self.wall, self.peak = cpu, wall, peak


def measured(command, folder, env=None):
    """Runs a command; its output and its usage."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE
        )
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read()
    return (
        process.returncode,
        output,
        errors,
        Usage(usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss * 1024),
    )


class Bench:
    def __init__(self, options, folder, count):
        self.options = options
        self.base = CodeBase(os.path.join(folder, "code"), count)
        self.cache = os.path.join(folder, "cache")
        self.rows = []

    def run(self):
        self.rows.append(("`clang++-19 -fsyntax-only`", self.clang()))
        if self.options.clang_tidy:
            self.rows.append(("clang-tidy, coroutine checks", self.clang_tidy()))
        self.rows.append(("nostall, cold", self.nostall(cached=0)))
        self.rows.append(("nostall, nothing changed", self.nostall(cached=len(self.base.units))))
        self.append(self.base.units[0], "\nstatic int changed_source() { return 1; }\n")
        self.rows.append(("nostall, one source changed", self.nostall(cached=len(self.base.units) - 1)))
        # A module's header: its own unit and the one before include it.
        self.append("include/module_1.h", "\ninline int changed_header() { return 1; }\n")
        self.rows.append(("nostall, one header changed", self.nostall(cached=len(self.base.units) - 2)))

    def append(self, name, text):
        with open(self.base.path(name), "a", encoding="utf-8") as file:
            file.write(text)

    def clang(self):
        def check(unit):
            command = [*self.base.arguments(unit, "clang++-19")[:-4], "-w", "-fsyntax-only", unit]
            code, _, errors, usage = measured(command, self.base.folder)
            if code != 0:
                sys.exit(f"{unit} does not compile:\n{errors.decode()}")
            return usage

        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            usages = list(pool.map(check, self.base.units))
        return Usage(sum(usage.cpu for usage in usages), time.monotonic() - begin, max(usage.peak for usage in usages))

    def clang_tidy(self):
        command = ["run-clang-tidy-19", "-quiet", "-p", "build", f"-checks={TIDY_CHECKS}", "-j", str(self.options.jobs)]
        code, output, errors, usage = measured(command, self.base.folder)
        if code != 0:
            sys.exit(f"run-clang-tidy-19 failed:\n{(output + errors).decode()}")
        return usage

    def nostall(self, cached):
        command = [self.options.nostall, "check", "-p", "build", "-j", str(self.options.jobs), "--format", "json"]
        code, output, errors, usage = measured(command, self.base.folder, {"NOSTALL_CACHE": self.cache})
        if code not in (0, 1):
            sys.exit(f"nostall failed:\n{errors.decode()}{output.decode()[:2000]}")
        report = json.loads(output)
        found = sorted(f"{f['file']}:{f['line']} {f['rule']}" for f in report["findings"])
        if found != self.base.findings:
            sys.exit(f"found {found}\ninstead of {self.base.findings}")
        if report["units"]["cached"] != cached:
            sys.exit(f"{report['units']['cached']} units came from the cache instead of {cached}")
        return usage

    def table(self):
        """CPU as a share of clang's, which is the first row."""
        clang = self.rows[0][1]
        lines = [
            f"### {len(self.base.units)} units\n",
            "| | CPU s | of clang | wall s | peak MB |",
            "| --- | ---: | ---: | ---: | ---: |",
        ]
        for name, usage in self.rows:
            lines.append(
                f"| {name} | {usage.cpu:.2f} | {usage.cpu / clang.cpu:.3f} | {usage.wall:.2f} | {usage.peak / 2**20:.0f} |"
            )
        return "\n".join(lines) + "\n"


def put_into(path, tables):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + tables + END + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--units", type=int, nargs="+", default=[10, 40, 160], help="sizes (default: 10 40 160)")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (default: 2)")
    parser.add_argument("--nostall", default="build/bin/nostall", help="default: build/bin/nostall")
    parser.add_argument("--no-clang-tidy", dest="clang_tidy", action="store_false")
    parser.add_argument("--write", metavar="FILE", help="put the tables into this file too")
    options = parser.parse_args()
    options.nostall = os.path.abspath(options.nostall)
    tables = []
    for count in options.units:
        folder = tempfile.mkdtemp(prefix="nostall-bench-")
        try:
            bench = Bench(options, folder, count)
            bench.run()
        finally:
            shutil.rmtree(folder)
        tables.append(bench.table())
        print(tables[-1], flush=True)
    if options.write:
        put_into(options.write, "\n".join(tables))


if __name__ == "__main__":
    main()
