"""The other commands, help, and words that are not known."""

import json
import os
import re
import unittest

from harness import SLEEPER, ProjectTest

README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../README.md")


class Commands(ProjectTest):
    def test_version(self):
        result = self.run_nostall("version")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out, r"^nostall \d+\.\d+\.\d+ \(Clang 19\.[\d.]+\)\n$")
        self.assertEqual(self.run_nostall("--version").out, result.out)

    def test_rules_in_three_formats(self):
        text = self.run_nostall("rules")
        self.assertEqual(text.code, 0, text.err)
        self.assertRegex(text.out, r"(?m)^blocking-sleep +error ")
        self.assertIn("blocking-sleep", [rule["id"] for rule in json.loads(self.run_nostall("rules", "--format", "json").out)["rules"]])
        self.assertIn("| ", self.run_nostall("rules", "--format", "markdown").out)

    def test_explain_says_what_to_write_with_each_library(self):
        advice = self.run_nostall("explain", "missing-timeout").out.split("What nostall advises")[1]
        for library in ("Asio and Boost.Asio", "Boost.Cobalt", "Seastar", "Folly", "cppcoro", "libcoro", "QCoro",
                        "stdexec", "libunifex", "async_simple", "concurrencpp", "KJ", "Drogon"):
            self.assertIn(f"\n  {library} ", advice)

    def test_explain(self):
        result = self.run_nostall("explain", "blocking-sleep")
        self.assertEqual(result.code, 0)
        self.assertIn("async_wait", result.out, "advice per library")
        wrong = self.run_nostall("explain", "blocking-slep")
        self.assertEqual(wrong.code, 2)
        self.assertIn("did you mean 'blocking-sleep'?", wrong.err)

    def test_facts_for_those_who_work_on_nostall(self):
        self.project(a=SLEEPER)
        result = self.run_nostall("facts", "--print", "src/a.cpp")
        self.assertEqual(result.code, 0, result.err)
        self.assertRegex(result.out, r"(?m)^sleeper -> Task coroutine  at .*/src/a\.cpp:3:6$")
        self.assertRegex(result.out, r"(?m)^ +#\d+ 4:3 call sleep .* = 1")
        self.assertEqual(self.run_nostall("facts", "--print", "src/b.cpp").code, 2)

    def test_the_readme_lists_the_options_that_there_are(self):
        help_text = self.run_nostall("check", "--help").out
        with open(README, encoding="utf-8") as file:
            readme = file.read()
        described = set(re.findall(r"(?m)^ +(?:-\w,)?(--[a-z-]+)", help_text)) - {"--help"}
        self.assertGreater(len(described), 15)
        self.assertEqual([option for option in sorted(described) if option not in readme], [])
        table = re.findall(r"(?m)^\| (`-.*?) \|", readme)
        named = set(re.findall(r"--[a-z][a-z-]+", " ".join(table)))
        self.assertEqual(named - described, set())

    def test_help_goes_to_standard_output(self):
        for arguments in (["--help"], ["check", "--help"], ["rules", "-h"], ["explain", "--help"]):
            result = self.run_nostall(*arguments)
            self.assertEqual((result.code, result.err), (0, ""), arguments)
            self.assertIn("--help", result.out)

    def test_mistakes_are_sentences_with_a_way_out(self):
        for arguments, sentence in [
            (["chek"], "unknown command 'chek'; did you mean 'check'?"),
            (["check", "--formt", "json"], "unknown option '--formt'; did you mean '--format'?"),
            (["check", "--format", "jason"], "did you mean 'json'?"),
            (["check", "--enable", "blocking-slep"], "did you mean 'blocking-sleep'?"),
            (["check", "--severity", "blocking-fil=error"], "did you mean 'blocking-file'?"),
            (["check", "--severity", "blocking-file=fatal"], "use error, warning or note"),
            (["check", "-j", "-3"], "'-3' is not a whole number"),
            ([], "nostall explain"),
        ]:
            result = self.run_nostall(*arguments)
            self.assertEqual(result.code, 2, arguments)
            self.assertIn(sentence, result.err)
            self.assertEqual(result.out, "")


if __name__ == "__main__":
    unittest.main()
