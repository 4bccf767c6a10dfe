#!/usr/bin/env python3
"""Measures nostall against clang and clang-tidy on synthetic asio code bases: one run, the same units.

    bench/measure.py --units 10 40 160 --write docs/performance.md
    bench/measure.py --projects ../libcoro ../drogon --write docs/performance.md

prints a table for each size, or for each code base with a build/compile_commands.json, and puts all of them into
the file in the place that it keeps for them. Every finding of nostall is compared with what was planted, or with
those of a run that parses every unit by itself. Needs clang-19; clang-tidy-19 with run-clang-tidy-19 if that is to
be compared (--no-clang-tidy leaves it out). Nothing else should run on the machine.
"""

import argparse
import json
import os
import sys
import tempfile

from codebase import CodeBase
from project import Project
from usage import measured, measured_together, table

TIDY_CHECKS = (
    "-*,cppcoreguidelines-*coroutine*,cppcoreguidelines-no-suspend-with-lock,"
    "misc-coroutine-hostile-raii,bugprone-unused-return-value"
)
PLACES = {kind: (f"<!-- {kind}: begin -->\n", f"<!-- {kind}: end -->\n") for kind in ("measured", "projects")}


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

        return measured_together(check, self.base.units, self.options.jobs)

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


def put_into(path, kind, tables):
    begin, end = PLACES[kind]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(begin)
    after = rest.split(end)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + begin + tables + end + after)


def of_size(options, count, folder):
    bench = Bench(options, folder, count)
    bench.run()
    return table(f"{len(bench.base.units)} units", bench.rows)


def of_project(options, path, folder):
    project = Project(options, path, os.path.join(folder, "cache"))
    project.run()
    return table(project.heading(), project.rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--units", type=int, nargs="+", default=[10, 40, 160], help="sizes (default: 10 40 160)")
    parser.add_argument("--projects", nargs="+", metavar="FOLDER", help="code bases instead, with FOLDER/build")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (default: 2)")
    parser.add_argument("--nostall", default="build/bin/nostall", help="default: build/bin/nostall")
    parser.add_argument("--no-clang-tidy", dest="clang_tidy", action="store_false")
    parser.add_argument("--write", metavar="FILE", help="put the tables into this file too")
    options = parser.parse_args()
    options.nostall = os.path.abspath(options.nostall)
    measure, things = (of_project, options.projects) if options.projects else (of_size, options.units)
    tables = []
    for thing in things:
        with tempfile.TemporaryDirectory(prefix="nostall-bench-") as folder:
            tables.append(measure(options, thing, folder))
        print(tables[-1], flush=True)
    if options.write:
        put_into(options.write, "projects" if options.projects else "measured", "\n".join(tables))


if __name__ == "__main__":
    main()
