"""nostall check --fix --unsafe-fixes on every case of testdata/: what it writes compiles, and stays."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from harness import NOSTALL

SOURCE = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
COMPILERS = {"clang++-19": ["-Qunused-arguments"], "g++-12": []}


def read(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read()


def defines():
    """The macros that the packs define, as flags."""
    folder = f"{SOURCE}/rules/libraries"
    text = "".join(read(f"{folder}/{name}") for name in sorted(os.listdir(folder)))
    return [f"-D{name}={value}" for name, value in re.findall(r'- \{name: (\w+), value: "(\w*)"\}', text)]


def multiarch():
    triple = subprocess.run(["clang++-19", "-print-target-triple"], capture_output=True, check=True)
    return triple.stdout.decode().strip().replace("-pc-", "-")


class Case:
    """One program of testdata/, copied with everything it includes."""

    def __init__(self, testdata, units):
        self.testdata = testdata
        self.units = units
        heads = [read(f"{testdata}/{unit}") for unit in units]
        self.rules = [rule for head in heads for rule in directive(head, "enable")]
        words = [flag for head in heads for flag in directive(head, "flags")]
        places = {"{source}/testdata": testdata, "{source}": SOURCE, "{multiarch}": multiarch()}
        self.flags = ["-std=c++20", f"-I{testdata}/include", *defines()]
        for word in words:
            for name, value in places.items():
                word = word.replace(name, value)
            self.flags.append(word)

    def fix(self, build):
        """Runs --fix; true when it changed a file."""
        entries = [
            {
                "directory": self.testdata,
                "file": unit,
                "arguments": ["clang++-19", *self.flags, "-c", unit, "-o", f"{os.path.dirname(unit)}/x.o"],
            }
            for unit in self.units
        ]
        os.makedirs(build, exist_ok=True)
        with open(f"{build}/compile_commands.json", "w", encoding="utf-8") as file:
            json.dump(entries, file)
        before = self.texts()
        enabled = [word for rule in self.rules for word in ("--enable", rule)]
        command = [NOSTALL, "check", "-p", build, "-j1", "--no-cache", "--quiet", "--fix", "--unsafe-fixes"]
        command += ["--fail-on", "never", "--config", f"{self.testdata}/.nostall.yaml"]
        command += ["--project-root", self.testdata, *enabled]
        done = subprocess.run(command, cwd=self.testdata, capture_output=True, check=False, timeout=300)
        if done.returncode not in (0, 1):
            raise AssertionError(f"{self.units}: nostall ended with {done.returncode}: {done.stderr.decode()}")
        return self.texts() != before

    def texts(self):
        return [read(f"{self.testdata}/{unit}") for unit in self.units]

    def errors(self, compiler, root):
        """What the compiler says of the units as they stand below `root`; empty when it takes them."""
        said = ""
        for unit in self.units:
            flags = [flag.replace(self.testdata, root) for flag in self.flags]
            command = [compiler, *COMPILERS[compiler], *flags, "-w", "-fsyntax-only", f"{root}/{unit}"]
            done = subprocess.run(command, cwd=root, capture_output=True, check=False)
            said += done.stderr.decode(errors="replace") if done.returncode != 0 else ""
        return said


def directive(text, name):
    """Words after "// flags:" in the first lines of a file."""
    found = re.search(rf"^// {name}:(.*)$", text, re.MULTILINE)
    return found.group(1).split() if found else []


def cases(testdata):
    for folder in ("rules", "libraries"):
        for name in sorted(os.listdir(f"{testdata}/{folder}")):
            if name.endswith((".cpp", ".c")):
                yield Case(testdata, [f"{folder}/{name}"])
    for program in ["demo", *[f"programs/{name}" for name in sorted(os.listdir(f"{testdata}/programs"))]]:
        units = [
            os.path.relpath(os.path.join(path, name), testdata)
            for path, _, names in os.walk(f"{testdata}/{program}")
            for name in names
            if name.endswith(".cpp")
        ]
        yield Case(testdata, sorted(units))


class FixableCases(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="nostall-fixes-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.testdata = f"{self.folder}/testdata"
        shutil.copytree(f"{SOURCE}/testdata", self.testdata)
        # Fake libraries are other people's code; the home-grown tasks in include/fake/ are not.
        external = sorted(set(os.listdir(f"{self.testdata}/include")) - {"fake"})
        with open(f"{self.testdata}/.nostall.yaml", "w", encoding="utf-8") as file:
            file.write("schema: 1\nexternal: [" + ", ".join(f"include/{name}" for name in external) + "]\n")

    def complaint(self, index, case):
        """What is wrong with the fixes of the case; None when it has none."""
        build = f"{self.folder}/build-{index}"
        if not case.fix(build):
            return None
        complaint = ""
        for compiler in COMPILERS:
            errors = case.errors(compiler, self.testdata)
            # Some cases are not meant to compile, and some only with Clang.
            if errors and not case.errors(compiler, f"{SOURCE}/testdata"):
                complaint += f"{compiler} does not take what --fix made of {case.units}:\n{errors}\n"
        if case.fix(build):
            complaint += f"a second --fix changes {case.units} again\n"
        return complaint

    def test_what_fix_writes_compiles_and_stays(self):
        with ThreadPoolExecutor(max_workers=2) as pool:
            complaints = list(pool.map(self.complaint, *zip(*enumerate(cases(self.testdata)))))
        fixed = [complaint for complaint in complaints if complaint is not None]
        self.assertGreater(len(fixed), 10, "hardly any case of testdata/ has fixes")
        self.maxDiff = None
        self.assertEqual("".join(fixed), "")


if __name__ == "__main__":
    unittest.main()
