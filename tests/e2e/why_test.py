"""nostall why FILE:LINE: what is known of a call, and why it is silent."""

import unittest

from harness import SLEEPER, ProjectTest

STORY = """#include "task.h"
#include <thread>
#include <unistd.h>
void pause_a_while() {
  ::sleep(1);
}
Task session() {
  pause_a_while();
  co_return;
}
void unused() {
  ::sleep(2);
}
Task starter() {
  std::thread([] { ::usleep(3000); }).detach();
  co_return;
}
"""


class Why(ProjectTest):
    def why(self, *arguments):
        return self.run_nostall("why", *arguments)

    def test_a_finding_and_its_steps_are_told(self):
        self.project(story=STORY)
        here = self.why("src/story.cpp:8")
        self.assertEqual(here.code, 0, here.err)
        self.assertIn("src/story.cpp:8:3: 'pause_a_while' in 'session'\n  reported: error [blocking-sleep]\n", here.out)
        deep = self.why("src/story.cpp:5:3")
        self.assertIn("reported at src/story.cpp:8:3: error [blocking-sleep]", deep.out)
        self.assertIn("rules/libraries/", deep.out)

    def test_a_silence_has_its_reason(self):
        self.project(story=STORY)
        unused = self.why("src/story.cpp:12")
        self.assertEqual(unused.code, 0)
        self.assertIn("not reported: no async context reaches it", unused.out)
        thread = self.why("src/story.cpp:15")
        self.assertIn("runs elsewhere, by rules/libraries/", thread.out)

    def test_the_configuration_counts(self):
        self.project(a=SLEEPER)
        self.write(".nostall.yaml", "schema: 1\nrules:\n  blocking-sleep: {enabled: false}\n")
        self.assertIn("but that rule is off", self.why("src/a.cpp:4").out)

    def test_a_line_without_calls_names_its_neighbours(self):
        self.project(a=SLEEPER)
        result = self.why("src/a.cpp:1")
        self.assertEqual(result.code, 2)
        self.assertIn("src/a.cpp:1: no call stands there", result.out)
        self.assertIn("the nearest lines with calls: 4", result.out)

    def test_a_file_of_no_unit_is_told(self):
        self.project(a=SLEEPER)
        self.write("src/other.cpp", "void f();\n")
        result = self.why("src/other.cpp:1")
        self.assertEqual(result.code, 2)
        self.assertIn("no unit that was analysed has code of this file", result.out)

    def test_mistakes_on_the_command_line_are_told(self):
        self.project(a=SLEEPER)
        for arguments, words in [
            ([], "say which line to look at"),
            (["src/a.cpp"], "is no place in the code: write FILE:LINE"),
            (["src/a.cpp:0"], "is no place in the code"),
            (["src/nothing.cpp:3"], "does not exist"),
        ]:
            result = self.why(*arguments)
            self.assertEqual(result.code, 2, arguments)
            self.assertIn(words, result.err)


if __name__ == "__main__":
    unittest.main()
