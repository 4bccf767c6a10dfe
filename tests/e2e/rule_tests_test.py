"""A user's own rules, tested on labelled code: nostall rules --test."""

import unittest

from harness import ProjectTest

RULE = """schema: 1
id: company-lookup
kind: reach
severity: warning
summary: A look-up in the registry asks another machine
message: "'{callee}' asks the registry and waits"
"""

PACK = """schema: 1
library: registry
blocks:
  company-lookup:
    - function: ["registry::find", "registry::all"]
"""

LIBRARY = """#pragma once
namespace registry {
int find(int);
int all();
int cached(int);
}
"""

LABELLED = """#include "registry.h"
#include "task.h"
int helper() { return registry::find(1); }
Task asks() {
  registry::all();    // want: company-lookup warning
  helper();           // want: company-lookup via helper, registry::find
  registry::cached(1); // ok: company-lookup
  co_return;
}
"""


class RuleTests(ProjectTest):
    def setUp(self):
        super().setUp()
        with open(self.path("src/task.h"), encoding="utf-8") as file:
            self.write("tests/task.h", file.read())
        self.write("rules/company-lookup.yaml", RULE)
        self.write("rules/libraries/registry.yaml", PACK)
        self.write("tests/include/registry.h", LIBRARY)

    def run_tests(self, *arguments):
        return self.run_nostall("rules", "--rules", "rules", "--test", "tests", *arguments)

    def test_what_is_as_the_labels_say_passes(self):
        self.write("tests/asks.cpp", LABELLED)
        self.write("tests/program/a.cpp", '#include "task.h"\nint other();\nTask a() { other(); co_return; } // want: company-lookup via other, registry::find\n')
        self.write("tests/program/b.cpp", '#include "registry.h"\nint other() { return registry::find(1); }\n')
        result = self.run_tests()
        self.assertEqual((result.code, result.out, result.err), (0, "2 tests pass\n", ""))

    def test_each_disagreement_has_its_line(self):
        self.write(
            "tests/asks.cpp",
            LABELLED.replace("// want: company-lookup warning", "")
            .replace("// ok:", "// want:")
            .replace("via helper, registry::find", "error"),
        )
        result = self.run_tests()
        self.assertEqual((result.code, result.err), (1, ""))
        self.assertEqual(
            result.out.splitlines(),
            [
                "tests/asks.cpp:5: no label speaks of company-lookup warning via registry::all",
                "tests/asks.cpp:6: wanted company-lookup error, found company-lookup warning via helper, registry::find",
                "tests/asks.cpp:7: wanted company-lookup, found nothing",
                "1 of 1 test fails",
            ],
        )

    def test_built_in_rules_count_and_others_are_enabled_by_the_test(self):
        self.write("tests/sleeps.cpp", '#include "task.h"\n#include <unistd.h>\nTask t() { ::sleep(1); co_return; }\n')
        self.write("tests/quiet.cpp", '// no findings\n#include "task.h"\nTask t() { co_return; }\n')
        result = self.run_tests()
        self.assertEqual(result.code, 2, "a test that wants nothing says so")
        self.assertIn("tests/sleeps.cpp:3: no label speaks of blocking-sleep error via sleep", result.out)
        self.assertIn("tests/sleeps.cpp: wants no finding", result.out)
        self.assertNotIn("quiet", result.out)

    def test_flags_of_a_test(self):
        self.write("tests/asks.cpp", "// flags: -DLOOK_UP=registry::all -I{dir}/more\n" + LABELLED + '#include "more.h"\n')
        self.write("tests/more/more.h", "inline Task more() { LOOK_UP(); co_return; } // want: company-lookup\n")
        result = self.run_tests()
        self.assertEqual((result.code, result.out), (1, "tests/more/more.h:1: no label speaks of company-lookup warning via registry::all\n1 of 1 test fails\n"))
        self.write("tests/more/more.h", "inline Task more() { co_return; }\n")
        self.assertEqual(self.run_tests().code, 0)

    def test_what_cannot_be_judged_is_exit_code_2(self):
        self.write("tests/asks.cpp", LABELLED + "int broken = missing;\n")
        result = self.run_tests()
        self.assertEqual(result.code, 2)
        self.assertIn("tests/asks.cpp: does not compile\n", result.out)
        self.assertRegex(result.out, r"(?m)^tests/asks\.cpp:10:14: .*missing")
        self.write("tests/asks.cpp", LABELLED.replace("// ok: company-lookup", "// ok: company-lookups"))
        result = self.run_tests()
        self.assertEqual(result.code, 2)
        self.assertIn("tests/asks.cpp:7: there is no rule 'company-lookups'", result.out)
        self.write("tests/asks.cpp", LABELLED)
        self.write("rules/libraries/registry.yaml", PACK.replace("function", "funktion"))
        self.assertEqual(self.run_tests().code, 2)

    def test_a_folder_with_nothing_to_test(self):
        for folder, sentence in [("nowhere", "is no folder"), ("rules", "there is no source file in")]:
            result = self.run_nostall("rules", "--test", folder)
            self.assertEqual((result.code, result.out), (2, ""))
            self.assertIn(sentence, result.err)


if __name__ == "__main__":
    unittest.main()
