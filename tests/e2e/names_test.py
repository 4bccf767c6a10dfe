"""File names that people do not expect."""

import json
import os
import unittest

from harness import SLEEPER, TASK, ProjectTest

NAMES = {
    "spaces": "src/a b  c.cpp",
    "quotes": "src/it's \"quoted\".cpp",
    "newline": "src/two\nlines.cpp",
    "escape": "src/\x1b[31mred\x1b]0;title\x07.cpp",
    "backslash": "src/back\\slash.cpp",
    "dollar": "src/$(touch pwned) `id`.cpp",
    "unicode": "src/\u00e4\u4e16\U0001f600.cpp",
    "direction": "src/\u202egpp.cpp",
    "percent": "src/%20%s%n.cpp",
    "dash": "src/-DX.cpp",
    "hash": "src/a#b?c.cpp",
}


class Names(ProjectTest):
    def test_every_format_copes(self):
        for name in NAMES.values():
            self.write(name, SLEEPER)
        self.database(*NAMES.values())
        report = self.check_json()
        self.assert_calm(report)
        self.assertEqual(report.code, 1, report.err)
        self.assertEqual(len(report.report["findings"]), len(NAMES))
        self.assertEqual(len({finding["file"] for finding in report.report["findings"]}), len(NAMES))
        text = self.check()
        self.assert_calm(text)
        self.assertEqual(text.out.count("[blocking-sleep]"), len(NAMES))
        self.assertIn("two\\x0alines.cpp:4:3: error", text.out)
        sarif = self.check("--format", "sarif")
        self.assert_calm(sarif)
        self.assertEqual(len(json.loads(sarif.out)["runs"][0]["results"]), len(NAMES))
        self.assertFalse(os.path.exists(f"{self.folder}/pwned"))

    def test_bytes_that_are_not_utf8(self):
        # JSON holds no such bytes; a folder that the database calls "." can.
        strange = os.path.join(os.fsencode(self.folder), b"\xff\xfe")
        os.makedirs(strange + b"/src")
        for name, text in ((b"task.h", TASK), (b"a.cpp", SLEEPER)):
            with open(strange + b"/src/" + name, "w", encoding="utf-8") as file:
                file.write(text)
        with open(strange + b"/compile_commands.json", "wb") as file:
            file.write(
                b'[{"directory": "' + strange + b'", "file": "src/a.cpp", "command": "g++ -std=c++20 -c src/a.cpp"}]'
            )
        for form in ("text", "json", "sarif"):
            result = self.check("--format", form, "-p", os.fsdecode(strange))
            self.assert_calm(result)
            self.assertEqual(result.code, 1, result.err)
            result.raw_out.decode("utf-8")

    def test_strange_paths_on_the_command_line(self):
        self.project(a=SLEEPER)
        for path in (b"\xff\xfe", b"\x1b[2J", b"x" * 5000, b"", b"a\nb"):
            result = self.check(path)
            self.assert_calm(result)
            self.assertEqual(result.code, 2, path)


if __name__ == "__main__":
    unittest.main()
