"""rule_help.py RULES_FOLDER COMPILER NOSTALL: the help of every rule has its headings, its example compiles, and
nostall finds in it what the rule is about, and nothing else."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HEADINGS = ["What it does", "Why it is bad", "Example", "Use instead", "When to switch it off"]
LIBRARIES = ["Asio", "Seastar", "folly::coro", "Qt", "Anything else"]


def help_of(text):
    """The block scalar `help: |`, without its indentation."""
    block = re.search(r"^help: \|\n((?:  .*\n|\n)*)", text, re.MULTILINE)
    return re.sub(r"^  ", "", block.group(1), flags=re.MULTILINE) if block else ""


def faults(text, follows_calls):
    """What is missing in one rule's help."""
    found = re.findall(r"^## (.*)$", text, re.MULTILINE)
    if found != HEADINGS:
        yield f"has the headings {found}, not {HEADINGS}"
    advice = text.partition("## Use instead")[2].partition("\n## ")[0]
    for library in LIBRARIES:
        if follows_calls and library not in advice:
            yield f"says nothing for {library} under 'Use instead'"
    if len(re.findall(r"^```cpp\n", text, re.MULTILINE)) != 1:
        yield "needs one example"


def program(examples):
    """One unit with every example in a namespace of its own, because Asio's headers take seconds each time, and
    the rule of each line."""
    includes = sorted({line for _, code in examples for line in re.findall(r"^#include .*$", code, re.MULTILINE)})
    lines, rules = list(includes), [""] * len(includes)
    for index, (rule, code) in enumerate(examples):
        body = re.sub(r"^#include .*\n", "", code, flags=re.MULTILINE).splitlines()
        body = [f"namespace example{index} {{", *body, "}"]
        lines += body
        rules += [rule] * len(body)
    return "\n".join(lines) + "\n", rules


def compile_and_check(folder, compiler, nostall, examples, off):
    """What is wrong with the examples. `off`: rules that are off by default."""
    text, rule_of_line = program(examples)
    source = os.path.join(folder, "examples.cpp")
    with open(source, "w", encoding="utf-8") as file:
        file.write(text)
    # What Debian's Asio wants before it shows its coroutines to Clang.
    flags = ["-std=c++20", "-w", "-DASIO_HAS_CO_AWAIT", "-DASIO_HAS_STD_COROUTINE"]
    command = [compiler, *flags, "-fsyntax-only", source]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield f"the examples do not compile:\n{result.stderr}"
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump([{"directory": folder, "file": source, "arguments": [compiler, *flags, "-c", source]}], file)
    command = [nostall, "check", "-p", folder, "--project-root", folder, "--format", "json"]
    for rule in off:
        command += ["--enable", rule]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 1:
        yield f"nostall ended with {result.returncode}, not with 1 for findings:\n{result.stderr}"
        return
    found = {rule: set() for rule, _ in examples}
    for finding in json.loads(result.stdout)["findings"]:
        rule = rule_of_line[finding["line"] - 1]
        # Notes are everywhere: each lock that a coroutine takes, each task that might be lost.
        beside = finding["severity"] == "note" or finding["rule"] in off
        if finding["rule"] == rule or not beside:
            found[rule].add(finding["rule"])
    for rule, rules in found.items():
        if rules != {rule}:
            yield f"nostall finds {sorted(rules)} in the example of {rule}"


def main(folder, compiler, nostall):
    failures, examples, off = [], [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            rule = file.read()
        text = help_of(rule)
        follows_calls = re.search(r"^kind: reach$", rule, re.MULTILINE)
        failures += [f"{path}: its help {fault}" for fault in faults(text, follows_calls)]
        name = os.path.splitext(os.path.basename(path))[0]
        if re.search(r"^enabled: false$", rule, re.MULTILINE):
            off.append(name)
        examples += [(name, code) for code in re.findall(r"^```cpp\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    if not examples:
        failures.append(f"{folder} holds no example")
    with tempfile.TemporaryDirectory() as work:
        failures += compile_and_check(work, compiler, nostall, examples, off)
    print("\n".join(failures) or f"{len(examples)} examples compile and show what they are for")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
