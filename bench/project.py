"""A code base with a compile_commands.json, measured: clang on its commands, nostall with and without what it shares."""

import json
import os
import shlex
import sys

from usage import measured, measured_together


def syntax_check(entry):
    """The command of an entry as a syntax check by clang; errors and warnings are none of our business here."""
    arguments = entry.get("arguments") or shlex.split(entry["command"])
    kept, skip = [], False
    for argument in arguments[1:]:
        if skip or argument == "-c":
            skip = False
        elif argument == "-o":
            skip = True
        elif argument.startswith("-o") and len(argument) > 2 or argument == "-Werror":
            continue
        else:
            kept.append(argument)
    compiler = "clang-19" if entry["file"].endswith(".c") else "clang++-19"
    return [compiler, *kept, "-w", "-fsyntax-only", "-Wno-unknown-warning-option", "-Qunused-arguments"]


class Project:
    def __init__(self, options, folder, cache):
        self.options, self.folder, self.cache = options, os.path.abspath(folder), cache
        with open(os.path.join(folder, "build", "compile_commands.json"), encoding="utf-8") as file:
            self.entries = json.load(file)
        self.rows, self.report = [], {}

    def run(self):
        self.rows.append(("`clang++-19 -fsyntax-only`", self.clang()))
        plain, usage = self.nostall("--no-snapshots", "--no-cache")
        self.rows.append(("nostall, cold, every unit by itself", usage))
        shared, usage = self.nostall()
        self.rows.append(("nostall, cold", usage))
        warm, usage = self.nostall()
        self.rows.append(("nostall, nothing changed", usage))
        for name, report in (("shared headers", shared), ("the cache", warm)):
            if report["findings"] != plain["findings"]:
                sys.exit(f"{self.folder}: the findings with {name} are not those of a plain run")
        self.report = plain

    def clang(self):
        failed = []

        def check(entry):
            code, _, _, usage = measured(syntax_check(entry), entry["directory"])
            if code != 0:
                failed.append(entry["file"])
            return usage

        usage = measured_together(check, self.entries, self.options.jobs)
        if failed:
            print(f"{self.folder}: clang finds errors in {len(failed)} units: {failed[0]}", file=sys.stderr)
        return usage

    def nostall(self, *flags):
        command = [self.options.nostall, "check", "-p", "build", "-j", str(self.options.jobs), "--format", "json", *flags]
        code, output, errors, usage = measured(command, self.folder, {"NOSTALL_CACHE": self.cache})
        if not output:
            sys.exit(f"{self.folder}: nostall failed with {code}:\n{errors.decode()}")
        return json.loads(output), usage

    def heading(self):
        units = self.report["units"]
        total = units["ok"] + units["degraded"] + units["failed"]
        return f"{os.path.basename(self.folder)}, {total} units, {len(self.report['findings'])} findings"
