"""A team with old findings takes nostall up: only what is new is reported, wherever the old ones move to."""

import json
import os
import subprocess
import unittest

from harness import TASK, ProjectTest

OLD = 30

STORE = """#include "store.h"
#include <unistd.h>
void load(int) {}
"""


def handlers(first, count, before=""):
    """Coroutines that sleep, each a finding, and one that calls the store."""
    text = '#include "task.h"\n#include "store.h"\n#include <unistd.h>\n' + before
    for number in range(first, first + count):
        text += f"Task old{number}() {{\n  ::sleep(1);\n  co_return;\n}}\n"
    return text


def caller(name):
    return f"Task {name}() {{\n  load(1);\n  co_return;\n}}\n"


class Adoption(ProjectTest):
    def setUp(self):
        super().setUp()
        self.write("src/store.h", "#pragma once\nvoid load(int);\n")
        self.write("src/store.cpp", STORE)
        self.write("src/first.cpp", handlers(0, 15) + caller("login"))
        self.write("src/second.cpp", handlers(15, 15) + caller("logout"))
        self.units("src/store.cpp", "src/first.cpp", "src/second.cpp")
        self.write(".gitignore", "build\n")
        self.git("init", "-q", "-b", "main")
        self.commit("the old state")
        self.base = self.git("rev-parse", "HEAD").strip()

    def units(self, *names):
        self.database(*names)

    def git(self, *arguments):
        return subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@localhost", *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def write_baseline(self):
        result = self.check("--write-baseline", "known.json")
        self.assertEqual(result.code, 0, result.out + result.err)
        with open(self.path("known.json"), encoding="utf-8") as file:
            return json.load(file)

    def new_ones(self, result):
        return sorted(f["function"] for f in result.report["findings"] if not f["suppressed"])

    def block_in_the_store(self):
        self.write("src/store.cpp", STORE.replace("void load(int) {}", "void load(int) { ::sleep(2); }"))

    def test_a_baseline_makes_old_findings_quiet(self):
        known = self.write_baseline()
        self.assertEqual(known["schema"], "nostall-baseline/1")
        self.assertEqual(sum(f["count"] for f in known["findings"]), OLD)
        result = self.check("--baseline", "known.json")
        self.assertEqual(result.code, 0, result.out)
        self.assertIn("30 findings known before", result.out)

    def test_a_call_in_a_helper_is_new_where_it_stalls(self):
        self.write_baseline()
        self.block_in_the_store()
        self.commit("sleep in a helper")
        for option in (("--baseline", "known.json"), ("--since", self.base)):
            result = self.check_json(*option)
            self.assertEqual(result.code, 1, result.err)
            self.assertEqual(self.new_ones(result), ["login", "logout"], option)
            text = self.check(*option)
            self.assertEqual(text.out.count("[blocking-sleep]"), 1, "one cause: " + text.out)
            self.assertIn("and 1 more place", text.out)
            self.assertNotIn("old", text.out)
            annotations = self.check("--format", "github", *option)
            self.assertEqual(
                sorted(line.split(",")[0] for line in annotations.out.splitlines() if line.startswith("::")),
                ["::error file=src/first.cpp", "::error file=src/second.cpp"],
            )
            sarif = json.loads(self.check("--format", "sarif", *option).out)
            counted = [r for r in sarif["runs"][0]["results"] if not r.get("suppressions")]
            self.assertEqual(
                sorted(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in counted),
                ["src/first.cpp", "src/second.cpp"],
            )

    def test_moved_lines_renamed_files_and_a_new_order_stay_quiet(self):
        self.write_baseline()
        os.remove(self.path("src/first.cpp"))
        moved = handlers(10, 5, "\n\n// more lines\n") + caller("login")
        for number in range(10):
            moved += f"Task old{number}()\n{{\n    ::sleep( 1 );\n    co_return;\n}}\n\n"
        self.write("src/renamed.cpp", moved)
        self.units("src/store.cpp", "src/renamed.cpp", "src/second.cpp")
        self.commit("move things about")
        for option in (("--baseline", "known.json"), ("--since", self.base)):
            result = self.check(*option)
            self.assertEqual(result.code, 0, (option, result.out, result.err))

    def test_another_finding_of_the_same_kind_is_new(self):
        self.write_baseline()
        self.write("src/first.cpp", handlers(0, 15).replace("::sleep(1);\n  co_return;\n}\nTask old1()",
                   "::sleep(1);\n  ::sleep(1);\n  co_return;\n}\nTask old1()") + caller("login"))
        self.commit("one more")
        for option in (("--baseline", "known.json"), ("--since", self.base)):
            self.assertEqual(self.new_ones(self.check_json(*option)), ["old0"], option)

    def test_what_is_repaired_leaves_the_baseline(self):
        self.write_baseline()
        self.write("src/first.cpp", handlers(1, 14) + caller("login"))
        result = self.check("--baseline", "known.json")
        self.assertEqual(result.code, 0, result.out)
        self.assertIn("1 of the baseline repaired (--prune-baseline)", result.out)
        part = self.check("src/first.cpp", "--baseline", "known.json", "--prune-baseline")
        self.assertIn("the baseline is not pruned", part.out + part.err)
        self.check("--disable", "blocking-sleep", "--baseline", "known.json", "--prune-baseline")
        self.check("--baseline", "known.json", "--prune-baseline")
        with open(self.path("known.json"), encoding="utf-8") as file:
            self.assertEqual(sum(f["count"] for f in json.load(file)["findings"]), OLD - 1)

    def test_uncommitted_changes_count(self):
        self.block_in_the_store()
        self.assertEqual(self.new_ones(self.check_json("--since", "HEAD")), ["login", "logout"])

    def test_the_past_costs_little_and_leaves_nothing(self):
        self.check("--quiet")
        self.block_in_the_store()
        before = sorted(os.listdir("/tmp"))
        result = self.check_json("--since", self.base)
        self.assertEqual(result.report["units"]["cached"], 2)
        left = [name for name in os.listdir("/tmp") if name.startswith("nostall-base") and name not in before]
        self.assertEqual(left, [])
        self.assertTrue(os.path.exists(self.path("build/compile_commands.json")), "what the build made stays")

    def test_generated_headers_and_submodules_are_there_too(self):
        self.write("build/gen/made.h", "#pragma once\ninline int made = 1;\n")
        self.write("src/first.cpp", '#include "made.h"\n' + handlers(0, 15) + caller("login"))
        self.database("src/store.cpp", "src/first.cpp", "src/second.cpp", flags=("-I", self.folder + "/build/gen"))
        self.commit("use what the build makes")
        self.block_in_the_store()
        result = self.check_json("--since", "HEAD")
        self.assertEqual(self.new_ones(result), ["login", "logout"], result.err)
        self.assertEqual(result.err, "")
        self.assertTrue(os.path.exists(self.path("build/gen/made.h")))

    def test_what_cannot_be_compared_is_said(self):
        for option, words in (
            (("--since", "no-such-branch"), "git knows no commit 'no-such-branch' here"),
            (("--since", "--upload-pack=x"), "git knows no commit"),
            (("--baseline", "gone.json"), "the baseline cannot be read"),
            (("--baseline", "src/store.cpp"), "this is no baseline"),
            (("--prune-baseline",), "say which one with --baseline"),
        ):
            result = self.check(*option)
            self.assertEqual(result.code, 2, option)
            self.assertIn(words, result.err)
        subprocess.run(["rm", "-rf", self.path(".git")], check=True)
        result = self.check("--since", "main")
        self.assertEqual(result.code, 2)
        self.assertIn("is in no git checkout", result.err)

    def test_a_shallow_clone_says_what_to_fetch(self):
        self.block_in_the_store()
        self.commit("more")
        self.git("checkout", "-q", "-b", "side", self.base)
        self.write("src/side.cpp", TASK)
        self.commit("beside")
        clone = self.folder + "/clone"
        self.git("clone", "-q", "--depth", "1", "--no-single-branch", "-b", "side", "file://" + self.folder, clone)
        self.write("clone/build/compile_commands.json", "[]")
        result = self.check("-p", clone + "/build", "--since", "origin/main", "--project-root", clone)
        self.assertEqual(result.code, 2, result.out)
        if "no unit" not in result.err and "empty" not in result.err:
            self.assertIn("fetch", result.err)

    def test_nothing_of_the_repository_is_run(self):
        marker = self.path("ran").decode()
        for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
            self.write(f".git/hooks/{hook}", f"#!/bin/sh\ntouch {marker}\n")
            os.chmod(self.path(f".git/hooks/{hook}"), 0o755)
        for key, value in (
            ("core.fsmonitor", f"touch {marker}"),
            ("diff.external", f"touch {marker}"),
            ("filter.evil.smudge", f"touch {marker}; cat"),
            ("filter.evil.clean", f"touch {marker}; cat"),
            ("filter.evil.required", "true"),
            ("core.pager", f"touch {marker}"),
        ):
            self.git("config", key, value)
        self.write(".gitattributes", "* filter=evil\n")
        self.block_in_the_store()
        self.assertEqual(self.new_ones(self.check_json("--since", self.base)), ["login", "logout"])
        self.assertFalse(os.path.exists(marker), "a hook, filter or monitor was run")


if __name__ == "__main__":
    unittest.main()
