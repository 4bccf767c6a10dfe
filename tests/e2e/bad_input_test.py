"""What is wrong with the input ends in a clear sentence, and nothing else is lost."""

import json
import unittest

from harness import QUIET, SLEEPER, ProjectTest


class Database(ProjectTest):
    def refuses(self, text, sentence):
        self.write("build/compile_commands.json", text)
        result = self.check()
        self.assert_calm(result)
        self.assertEqual(result.code, 2, result.out)
        self.assertIn(sentence, result.err + result.out)

    def test_none(self):
        result = self.check(cwd=f"{self.folder}/src")
        self.assertEqual(result.code, 2)
        self.assertIn("compile_commands.json", result.err)
        self.assertIn("CMAKE_EXPORT_COMPILE_COMMANDS", result.err)

    def test_named_but_not_there(self):
        result = self.check("-p", "nowhere")
        self.assertEqual(result.code, 2)
        self.assertIn("nowhere", result.err)

    def test_empty_or_malformed(self):
        for text in ("", "[]", "{}", "[{", "[1]", '[{"file": 3}]', "\0\xff" * 50, "null"):
            with self.subTest(text=text):
                self.refuses(text, "compile_commands.json")

    def test_a_bad_entry_does_not_lose_the_good_ones(self):
        self.write("src/a.cpp", SLEEPER)
        good = {"directory": self.folder, "file": "src/a.cpp", "command": "g++ -std=c++20 -c src/a.cpp"}
        self.write("build/compile_commands.json", json.dumps([{"file": "b.cpp"}, good]))
        result = self.check_json()
        self.assertEqual(result.places(), ["src/a.cpp:4 blocking-sleep"])
        self.assertEqual(result.code, 2, "an entry was not understood")


class Units(ProjectTest):
    def test_a_missing_file_is_named_and_the_rest_is_analysed(self):
        self.project(a=SLEEPER)
        self.database("src/a.cpp", "src/gone.cpp")
        result = self.check_json()
        self.assertEqual(result.code, 2)
        self.assertEqual(len(result.report["findings"]), 1)
        self.assertEqual(result.report["units"]["failed"], 1)
        self.assertFalse(result.report["complete"])
        self.assertIn("src/gone.cpp: not analysed", result.err)
        self.assertEqual(self.check("--allow-failed").code, 1)

    def test_a_missing_header_degrades_and_says_build_first(self):
        self.project(a='#include "made.pb.h"\n' + SLEEPER)
        result = self.check()
        self.assertEqual(result.code, 1, result.err)
        self.assertIn("src/a.cpp:1:10", result.out)
        self.assertIn("build the project once first", result.out)
        self.assertIn("[blocking-sleep]", result.out, "the coroutine below it is still seen")
        self.assertEqual(self.check("--strict").code, 2)

    def test_nonsense_is_degraded(self):
        self.project(a="this is not C++ ((((", b=SLEEPER)
        result = self.check_json()
        self.assertEqual((result.code, len(result.report["findings"])), (1, 1))
        self.assertEqual(result.report["units"]["degraded"], 1)

    def test_a_crash_of_clang_costs_one_unit(self):
        crashes = {
            "crash": "#pragma clang __debug crash\n",
            "parser": "#pragma clang __debug parser_crash\n",
            "fatal": "#pragma clang __debug llvm_fatal_error\n",
        }
        self.project(**crashes, fine=SLEEPER)
        result = self.check_json()
        self.assertEqual(result.code, 2)
        self.assertEqual(result.places(), ["src/fine.cpp:4 blocking-sleep"])
        units = result.report["units"]
        self.assertEqual((units["total"], units["ok"]), (4, 1))
        for name in crashes:
            self.assertRegex(result.err, rf"src/{name}\.cpp: not analysed: Clang")
        self.assertEqual(self.check("--allow-failed").code, 1)

    def test_a_hang_costs_one_unit(self):
        # Constant evaluation without a limit goes on for hours.
        endless = "constexpr int f() { for (unsigned long i = 0; i != -1ul; ++i) {} return 1; }\nint x[f()];\n"
        self.project(hang=endless, fine=SLEEPER)
        self.database("src/hang.cpp", "src/fine.cpp", flags=["-fconstexpr-steps=4294967295"])
        result = self.check_json("--unit-timeout", "3", "-j", "2")
        self.assertEqual(result.code, 2, result.err)
        self.assertIn("src/hang.cpp: not analysed: it was given up after 3 s; --unit-timeout sets the limit", result.err)
        self.assertEqual(result.places(), ["src/fine.cpp:4 blocking-sleep"])

    def test_deeply_nested_code_does_not_end_the_run(self):
        self.project(deep="int x = " + "(" * 20000 + "1" + ")" * 20000 + ";\n", fine=SLEEPER)
        self.database("src/deep.cpp", "src/fine.cpp", flags=["-fbracket-depth=100000"])
        result = self.check_json()
        self.assert_calm(result)
        self.assertEqual(result.places(), ["src/fine.cpp:4 blocking-sleep"])

    def test_plugins_are_never_loaded(self):
        self.write("src/a.cpp", QUIET)
        self.database("src/a.cpp", flags=["-fplugin=/nonexistent.so", "-Xclang", "-load", "-Xclang", "/nonexistent.so"])
        self.assertEqual(self.check().code, 0)


class Paths(ProjectTest):
    def setUp(self):
        super().setUp()
        self.project(a=SLEEPER)

    def test_a_path_that_does_not_exist(self):
        result = self.check("srx", "src")
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("'srx' does not exist", result.err)

    def test_a_path_without_code(self):
        self.write("docs/x.md", "")
        result = self.check("docs")
        self.assertEqual(result.code, 2)
        self.assertIn("has code here", result.out)
        both = self.check("docs", "src")
        self.assertEqual(both.code, 1)
        self.assertIn("has code here", both.out)


class Rules(ProjectTest):
    def test_mistakes_in_rules_are_all_told_and_findings_are_not_lost(self):
        self.project(a=SLEEPER)
        self.write("own.yaml", "schema: 1\nlibrary: own\nblock:\n  blocking-wait: [f]\nelswhere: []\n")
        result = self.check("--rules", "own.yaml")
        self.assertEqual(result.code, 2)
        self.assertIn("own.yaml:3", result.out)
        self.assertIn("own.yaml:5", result.out)
        self.assertIn("did you mean", result.out)
        self.assertIn("[blocking-sleep]", result.out)

    def test_a_rule_file_that_is_not_there(self):
        self.project(a=SLEEPER)
        result = self.check("--rules", "none.yaml")
        self.assertEqual(result.code, 2)
        self.assertIn("none.yaml", result.out + result.err)


if __name__ == "__main__":
    unittest.main()
