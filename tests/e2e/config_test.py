""".nostall.yaml: what a project says of rules, paths and its own functions."""

import os
import unittest

from harness import SLEEPER, ProjectTest

OWN = """#include "task.h"
void fetch();
Task session() {
  fetch();
  co_return;
}
"""
FETCH = "void fetch() {}\n"


class Config(ProjectTest):
    def config(self, body, name=".nostall.yaml"):
        return self.write(name, "schema: 1\n" + body)

    def levels(self, *arguments, **options):
        result = self.check_json(*arguments, **options)
        self.assertNotEqual(result.code, 2, result.err)
        return [f"{f['file']} {f['severity']}" for f in result.report["findings"]]

    def test_rules_have_the_levels_that_it_says(self):
        self.project(a=SLEEPER)
        self.config("rules:\n  blocking-sleep: {severity: note}\n")
        self.assertEqual(self.levels(), ["src/a.cpp note"])
        self.config("rules:\n  blocking-sleep: {enabled: false}\n")
        self.assertEqual(self.levels(), [])

    def test_it_switches_off_what_a_built_in_pack_says_of_a_function(self):
        self.project(a=SLEEPER)
        self.config("blocks:\n  blocking-sleep:\n    - {function: '::sleep', enabled: false}\n")
        self.assertEqual(self.levels(), [])
        self.config("blocks:\n  blocking-sleep:\n    - {function: '::sleep', severity: note}\n")
        self.assertEqual(self.levels(), ["src/a.cpp note"])
        self.config("blocks:\n  blocking-sleep:\n    - {function: '::sleep', enabled: false, when: {argument: 0, equals: 2}}\n")
        self.assertEqual(self.levels(), ["src/a.cpp error"])

    def test_options_have_the_last_word(self):
        self.project(a=SLEEPER)
        self.config(
            "rules:\n  blocking-sleep: {severity: note, enabled: false}\n"
            "paths:\n  - {paths: src, rules: {blocking-sleep: {severity: warning, enabled: false}}}\n"
        )
        self.assertEqual(self.levels(), [])
        on = ["--enable", "blocking-sleep"]
        self.assertEqual(self.levels(*on), ["src/a.cpp warning"])
        self.assertEqual(self.levels(*on, "--severity", "blocking-sleep=error"), ["src/a.cpp error"])

    def test_sections_speak_of_findings_on_their_paths(self):
        self.project(a=SLEEPER, b=SLEEPER, c=SLEEPER)
        self.config(
            "exclude: [c.cpp]\n"
            "paths:\n"
            '  - {paths: "src/**", rules: {blocking-sleep: {severity: note}}}\n'
            "  - {paths: src/a.cpp, rules: {blocking-sleep: {severity: warning}}}\n"
        )
        self.assertEqual(self.levels(), ["src/a.cpp warning", "src/b.cpp note"])

    def test_short_waits_are_as_short_as_it_says(self):
        nap = '#include "task.h"\n#include <unistd.h>\nTask session() {\n  usleep(2000);\n  co_return;\n}\n'
        self.project(nap=nap)
        self.assertEqual(self.levels(), ["src/nap.cpp error"])
        self.config("short_wait: 5ms\n")
        self.assertEqual(self.levels(), ["src/nap.cpp note"])
        self.config("short_wait: long\n")
        result = self.check()
        self.assertEqual(result.code, 2)
        self.assertIn("'short_wait' 'long' is no time", result.out + result.err)

    def test_own_functions_block_as_a_packs_do(self):
        self.project(own=OWN, fetch=FETCH)
        self.assertEqual(self.check().code, 0)
        self.config("blocks:\n  blocking-http:\n    - {function: fetch, instead: {any: co_await fetch_async()}}\n")
        result = self.check_json()
        self.assertEqual(result.places(), ["src/own.cpp:4 blocking-http"])
        self.assertEqual(result.report["findings"][0]["instead"], "co_await fetch_async()")

    def test_own_functions_may_never_block(self):
        self.project(own=OWN, fetch="#include <unistd.h>\nvoid fetch() { ::sleep(1); }\n")
        self.assertEqual(self.check_json().places(), ["src/own.cpp:4 blocking-sleep"])
        self.config("never_blocks: [fetch]\n")
        self.assertEqual(self.check_json().places(), [])

    def test_external_folders_hold_other_peoples_code(self):
        self.project(own=OWN)
        self.write("src/vendor/fetch.cpp", "#include <unistd.h>\nvoid fetch() { ::sleep(1); }\n")
        self.database("src/own.cpp", "src/vendor/fetch.cpp")
        self.assertEqual(self.check_json().places(), ["src/own.cpp:4 blocking-sleep"])
        self.config("external: [src/vendor]\n")
        self.assertEqual(self.check_json().places(), [])

    def test_macros_reach_the_commands(self):
        self.project(a="#ifdef SHOW\n" + SLEEPER + "#endif\n")
        self.config("defines:\n  - {name: SHOW}\n")
        self.assertEqual(self.check_json().places(), ["src/a.cpp:5 blocking-sleep"])

    def test_it_is_found_from_the_database_and_not_from_the_working_directory(self):
        self.project(a=SLEEPER)
        self.config("rules:\n  blocking-sleep: {severity: note}\n")
        os.makedirs(self.path("other"))
        self.write("other/.nostall.yaml", "nonsense")
        build = os.path.join(self.folder, "build")
        other = os.path.join(self.folder, "other")
        self.assertEqual(self.levels("-p", build, cwd=other), [os.path.join(self.folder, "src/a.cpp") + " note"])

    def test_a_named_one_counts_instead_with_paths_from_the_project(self):
        self.project(a=SLEEPER, b=SLEEPER)
        self.config("rules:\n  blocking-sleep: {severity: note}\n")
        self.config("exclude: [src/b.cpp]\n", "ci/strict.yaml")
        self.assertEqual(self.levels("--config", "ci/strict.yaml"), ["src/a.cpp error"])

    def test_mistakes_are_told_all_at_once_and_the_rest_counts(self):
        self.project(a=SLEEPER)
        self.config("ruels: {}\nrules:\n  blocking-slep: {severity: note}\nexclude: [../x]\nnever_blocks: [log]\n")
        result = self.check()
        self.assertEqual(result.code, 2)
        text = result.out + result.err
        self.assertIn(".nostall.yaml:2:1: error: the configuration has the unknown key 'ruels': did you mean 'rules'?", text)
        self.assertIn(".nostall.yaml:4:3: error: there is no rule 'blocking-slep': did you mean 'blocking-sleep'?", text)
        self.assertIn(".nostall.yaml:5:11: error: the path '../x' leads out of the project", text)
        self.assertIn("src/a.cpp:4:3: error:", result.out)

    def test_what_cannot_be_read_is_told(self):
        self.project(a=SLEEPER)
        missing = self.check("--config", "nothing.yaml")
        self.assertEqual(missing.code, 2)
        self.assertIn("--config: ", missing.err)
        self.assertIn("nothing.yaml' does not exist", missing.err)
        folder = self.check("--config", "src")
        self.assertEqual(folder.code, 2)
        self.assertIn("src: error: this is a folder: the configuration is a file", folder.out + folder.err)
        self.config("\tx: [\n")
        self.assert_calm(self.check())
        self.assertEqual(self.check().code, 2)

    def test_external_folders_that_cannot_be_meant_are_told(self):
        self.project(a=SLEEPER)
        self.config("external: [.]\n")
        everything = self.check()
        self.assertEqual(everything.code, 2)
        self.assertIn(".nostall.yaml:2:12: error: the external folder '.' holds the project itself", everything.out + everything.err)
        self.config("external: [vendor]\n")
        missing = self.check()
        self.assertEqual(missing.code, 1)
        self.assertIn(".nostall.yaml:2:12: warning: there is no folder 'vendor'", missing.out + missing.err)

    def test_an_empty_one_marks_the_root(self):
        self.project(a=SLEEPER)
        self.write(".nostall.yaml", "")
        self.assertEqual(self.levels(), ["src/a.cpp error"])


if __name__ == "__main__":
    unittest.main()
