"""The code base that speed is measured on: what was planted is what is found."""

import os
import sys
import unittest

from harness import ProjectTest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../bench"))
from codebase import CodeBase  # noqa: E402


class Bench(ProjectTest):
    def test_the_planted_findings_are_found(self):
        base = CodeBase(os.path.join(self.folder, "code"), 3)
        self.assertEqual(
            base.findings, ["src/unit_0.cpp:62 blocking-sleep", "src/unit_0.cpp:64 blocking-file", "src/unit_0.cpp:80 blocking-sleep", "src/unit_2.cpp:64 blocking-file"]
        )
        result = self.check_json(cwd=base.folder)
        self.assertEqual(result.code, 1, result.err)
        self.assertEqual(sorted(result.places()), base.findings)


if __name__ == "__main__":
    unittest.main()
