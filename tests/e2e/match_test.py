"""Rules with matcher expressions: what names cannot say."""

import unittest

from harness import ProjectTest

RULE = """schema: 1
id: company-query
kind: match
severity: warning
summary: A generated query waits for the database
message: "'{callee}' waits for the database"
match:
  - >-
    cxxMemberCallExpr(callee(cxxMethodDecl(matchesName("::run[A-Z][A-Za-z]*$"),
    ofClass(isDerivedFrom("::Query")))))
  - cxxConstructExpr(hasDeclaration(cxxConstructorDecl(ofClass(hasName("::Connection")))), argumentCountIs(1))
"""

CODE = """#include "task.h"
struct Query {};
struct Users : Query { int runAll(); int running(); Task runLater(); };
struct Connection { explicit Connection(int); Connection(); };
struct Other { int runAll(); };
int helper(Users& users) { return users.runAll(); }
template <typename T> int generic(T& value) { return value.runAll(); }
Task asks(Users users, Other other) {
  users.runAll();
  helper(users);
  generic(users);
  generic(other);
  users.running();
  other.runAll();
  co_await users.runLater();
  Connection connection(1);
  Connection lazy;
}
int main() { Users users; return users.runAll(); }
"""


class Match(ProjectTest):
    def setUp(self):
        super().setUp()
        self.project(asks=CODE)
        self.write("rules/company-query.yaml", RULE)

    def test_the_engine_decides_where_a_match_is_a_finding(self):
        result = self.check_json("--rules", "rules")
        self.assertEqual(result.code, 1, result.err)
        self.assertEqual(
            result.places(),
            [f"src/asks.cpp:{line} company-query" for line in (9, 10, 11, 16)],
        )
        self.assertEqual([step["callee"] for step in result.report["findings"][1]["chain"]], ["helper", "Users::runAll"])

    def test_why_names_the_expression_s_place(self):
        result = self.run_nostall("why", "src/asks.cpp:9", "--rules", "rules")
        self.assertEqual(result.code, 0, result.err)
        self.assertRegex(result.out, r"rules/company-query\.yaml:\d+ says that it blocks \(company-query\)")

    def test_a_pack_and_the_configuration_may_have_expressions_too(self):
        self.write("rules/company-query.yaml", RULE[: RULE.index("match:")].replace("kind: match", "kind: reach"))
        self.write(".nostall.yaml", 'schema: 1\nmatch:\n  company-query: \'callExpr(callee(functionDecl(hasName("runAll"))))\'\n')
        result = self.check_json("--rules", "rules")
        self.assertEqual(result.places(), [f"src/asks.cpp:{line} company-query" for line in (9, 10, 11, 12, 14)])

    def test_a_bad_expression_is_a_mistake_with_its_place(self):
        for expression, sentence in [
            ("calExpr()", "Matcher not found: calExpr (at 1:1 of the expression)"),
            ("callExpr(callee(functionDecl(hasName(1))))", "(at 1:38 of the expression)"),
            ("functionDecl()", "it matches a Decl, and only calls and constructions are asked"),
            ("callExpr(", "of the expression)"),
        ]:
            self.write("rules/company-query.yaml", RULE[: RULE.index("match:")] + f"match: {expression}\n")
            result = self.check_json("--rules", "rules")
            self.assertEqual((result.code, result.places()), (2, []), expression)
            message = result.report["problems"][0]
            self.assertTrue(message["file"].endswith("rules/company-query.yaml"))
            self.assertEqual(message["line"], 7)
            self.assertIn(f"this is no matcher of calls: ", message["message"])
            self.assertIn(sentence, message["message"])
            self.assertIn("rules/company-query.yaml:7:8: this is no matcher of calls", self.run_nostall("rules", "--rules", "rules").err)


if __name__ == "__main__":
    unittest.main()
