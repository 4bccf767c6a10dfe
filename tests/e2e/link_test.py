"""Facts taken in parts and joined: the report of one check."""

import json
import os
import shutil
import tempfile
import unittest

from harness import QUIET, SLEEPER, ProjectTest

CALLER = '#include "task.h"\nvoid helper();\nTask caller() {\n  helper();\n  co_return;\n}\n'
HELPER = "#include <unistd.h>\nvoid helper() { ::sleep(2); }\n"
BROKEN = '#include "gone.h"\n' + QUIET.replace("quiet", "broken")


class Link(ProjectTest):
    def setUp(self):
        super().setUp()
        self.write(".nostall.yaml", "schema: 1\nrules:\n  blocking-sleep: {severity: warning}\n")
        self.write("src/net/one.cpp", CALLER)
        self.write("src/store/two.cpp", HELPER)
        self.write("src/three.cpp", SLEEPER)
        self.write("src/broken.cpp", BROKEN)
        self.database("src/net/one.cpp", "src/store/two.cpp", "src/three.cpp", "src/broken.cpp", "src/missing.cpp", flags=["-Isrc"])

    def facts(self, name, *units, **options):
        result = self.run_nostall("facts", "-o", name, *units, **options)
        self.assertEqual(result.code, 0, result.err)

    def in_parts(self):
        self.facts("net.facts", "src/net")
        self.facts("rest.facts", "src/store/two.cpp", "src/three.cpp", "src/broken.cpp")

    def test_the_report_is_that_of_one_check(self):
        self.in_parts()
        for options in ([], ["--stats"], ["--format", "json"], ["--format", "sarif"], ["--disable", "blocking-sleep"]):
            # --stats says of a check how many units were parsed on header snapshots.
            plainly = ["--no-snapshots"] if "--stats" in options else []
            whole = self.check("--no-cache", *plainly, *options)
            for files in (["net.facts", "rest.facts"], ["rest.facts", "net.facts", "net.facts"]):
                linked = self.run_nostall("link", *files, *options)
                self.assertEqual(linked.raw_out, whole.raw_out, options)
                self.assertEqual((linked.code, linked.err), (whole.code, whole.err))
        self.assertIn("helper", whole.out + self.check().out)

    def test_facts_name_no_folder_of_the_machine(self):
        self.in_parts()
        copy = os.path.realpath(tempfile.mkdtemp(prefix="nostall-elsewhere-"))
        self.addCleanup(shutil.rmtree, copy)
        for name in ("src", ".nostall.yaml"):
            source, target = os.path.join(self.folder, name), os.path.join(copy, name)
            (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, target)
        for name in ("net.facts", "rest.facts"):
            with open(self.path(name), "rb") as file:
                bytes_of_file = file.read()
            self.assertNotIn(self.folder.encode(), bytes_of_file)
            with open(os.path.join(copy, name), "wb") as file:
                file.write(bytes_of_file)
        whole = self.check("--no-cache")
        linked = self.run_nostall("link", "net.facts", "rest.facts", cwd=copy)
        self.assertEqual((linked.code, linked.out), (whole.code, whole.out))

    def test_the_same_units_make_the_same_bytes(self):
        self.facts("first.facts")
        self.facts("second.facts", "-j", "1", "--no-cache")
        with open(self.path("first.facts"), "rb") as first, open(self.path("second.facts"), "rb") as second:
            self.assertEqual(first.read(), second.read())

    def test_units_in_no_file_are_said(self):
        self.facts("net.facts", "src/net")
        result = self.run_nostall("link", "net.facts", "--format", "json")
        self.assertEqual(result.code, 2)
        report = result.report
        self.assertFalse(report["complete"])
        self.assertTrue([p for p in report["problems"] if "3 of 4 units are in none of these files" in p["message"]])
        self.assertEqual(self.run_nostall("link", "net.facts", "--allow-failed").code, 0)

    def test_other_rules_are_said(self):
        self.in_parts()
        self.write("more.yaml", "schema: 1\nlibrary: more\nnamespaces: [more]\ndefines: [{name: MORE, value: \"1\"}]\n")
        result = self.run_nostall("link", "net.facts", "rest.facts", "--rules", "more.yaml")
        self.assertIn("was made with other rules or another configuration", result.out)

    def test_mistakes_are_sentences(self):
        self.in_parts()
        with open(self.path("net.facts"), "rb") as file:
            whole = file.read()
        self.write("cut.facts", whole[:-3])
        self.write("text.facts", "hello\n")
        self.write("older.facts", whole.replace(whole[17:40], b"0" * 23, 1))
        self.database("src/three.cpp")
        self.facts("other.facts")
        for files, sentence in [
            (["cut.facts"], "'cut.facts' is damaged"),
            (["text.facts"], "'text.facts' holds no facts"),
            (["older.facts"], "'older.facts' was made by another version of nostall"),
            (["absent.facts"], "'absent.facts' cannot be read"),
            (["net.facts", "other.facts"], "'other.facts' and 'net.facts' were made of different compilation databases"),
            ([], "say which files to join"),
        ]:
            result = self.run_nostall("link", *files)
            self.assertEqual((result.code, result.out), (2, ""), files)
            self.assertIn(sentence, result.err)
        self.assertIn("say where the facts go", self.run_nostall("facts").err)
        self.assertIn("no such unit", self.run_nostall("facts", "-o", "x", "src/task.h").err)

    def test_a_file_is_written_whole_or_not_at_all(self):
        self.assertEqual(self.run_nostall("facts", "-o", "nowhere/x.facts").code, 2)
        self.facts("x.facts", "src/three.cpp")
        os.chmod(self.path("x.facts"), 0o444)
        self.assertFalse([name for name in os.listdir(self.folder) if name.startswith(".nostall-")])
        json.loads(self.run_nostall("link", "x.facts", "--format", "json").out)


if __name__ == "__main__":
    unittest.main()
