// One function for each command; each returns the exit code.
#pragma once

#include "cli/command_line.h"

namespace nostall {

int check(const CheckOptions& options);
int listRules(const RulesOptions& options);
/// Compares what the rules find in labelled code with its labels.
int testRules(const RulesOptions& options);
int explainRule(const ExplainRuleOptions& options);
/// What is known of the calls on a line, and why they are reported or not.
int why(const WhyOptions& options);
int showCache();
int clearCache();
int printVersion();
/// Writes the facts of units into a file, or prints them.
int takeFactsOnly(const FactsOptions& options);
/// Reports on the program that facts of files make.
int linkFacts(const LinkOptions& options);

} // namespace nostall
