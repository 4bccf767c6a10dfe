"""rule_help.py RULES_FOLDER COMPILER: the help of every rule has its headings, and its example compiles."""
import glob
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
    """One unit with every example in a namespace of its own: Asio's headers take seconds each time."""
    includes, bodies = set(), []
    for index, (path, code) in enumerate(examples):
        includes.update(re.findall(r"^#include .*$", code, re.MULTILINE))
        body = re.sub(r"^#include .*\n", "", code, flags=re.MULTILINE)
        bodies.append(f'namespace example{index} {{\n#line 1 "{path}"\n{body}}}\n')
    return "\n".join(sorted(includes)) + "\n" + "".join(bodies)


def compiles(compiler, examples):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "examples.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(program(examples))
        # What Debian's Asio wants before it shows its coroutines to Clang.
        flags = ["-std=c++20", "-fsyntax-only", "-w", "-DASIO_HAS_CO_AWAIT", "-DASIO_HAS_STD_COROUTINE"]
        return subprocess.run([compiler, *flags, source], capture_output=True, text=True, check=False)


def main(folder, compiler):
    failures, examples = [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            rule = file.read()
        text = help_of(rule)
        follows_calls = re.search(r"^kind: reach$", rule, re.MULTILINE)
        failures += [f"{path}: its help {fault}" for fault in faults(text, follows_calls)]
        examples += [(path, code) for code in re.findall(r"^```cpp\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    if not examples:
        failures.append(f"{folder} holds no example")
    result = compiles(compiler, examples)
    if result.returncode != 0:
        failures.append("examples do not compile (lines count from the example's first after its includes):")
        failures.append(result.stderr)
    print("\n".join(failures) or f"{len(examples)} examples compile")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
