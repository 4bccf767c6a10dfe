"""A repository is data: no program of it is run, whatever its files say."""

import json
import os
import unittest

from harness import SLEEPER, ProjectTest

HELPERS = ("amdgpu-arch", "nvptx-arch", "offload-arch", "amdgpu-offload-arch", "ld", "ld.lld", "as", "gcc", "g++", "clang",
           "clang++", "clang++-19", "cc1", "ptxas", "fatbinary", "clang-offload-bundler", "clang-linker-wrapper", "llc")

COMMANDS = (
    ("--target=amdgcn-amd-amdhsa", "-mcpu=native"),
    ("--target=amdgcn-amd-amdhsa", "-march=native"),
    ("--target=nvptx64-nvidia-cuda", "-march=native"),
    ("-fopenmp", "-fopenmp-targets=amdgcn-amd-amdhsa", "--offload-arch=native"),
    ("-fopenmp", "-fopenmp-targets=nvptx64-nvidia-cuda", "--offload-arch=native"),
    ("-fopenmp", "--offload-arch=native"),
    ("-x", "hip", "--offload-arch=native"),
    ("-x", "cuda", "--cuda-gpu-arch=native"),
    ("-B.", "--target=amdgcn-amd-amdhsa", "-mcpu=native"),
    ("-B", "bin", "--target=nvptx64-nvidia-cuda", "-march=native"),
    ("-ccc-install-dir", ".", "--target=amdgcn-amd-amdhsa", "-mcpu=native"),
    ("-march=native",),
    ("-mcpu=native",),
    ("-B.",),
    ("-B", "."),
    ("-ccc-install-dir", "."),
    ("--gcc-toolchain=.",),
    ("--gcc-install-dir=.",),
    ("-fintegrated-cc1",),
    ("-fno-integrated-cc1",),
    ("-no-integrated-as",),
    ("-fuse-ld=./ld",),
    ("--ld-path=./ld",),
    ("-save-temps",),
    ("-wrapper", "./gcc"),
    ("-specs=./specs",),
)


class Repository(ProjectTest):
    def test_no_helper_of_the_repository_is_run(self):
        marker = self.path("ran").decode()
        for folder in ("", "bin/", "src/"):
            for name in HELPERS:
                self.write(folder + name, f"#!/bin/sh\necho gfx90a\ntouch '{marker}'\n")
                os.chmod(self.path(folder + name), 0o755)
        entries = []
        for number, flags in enumerate(COMMANDS):
            name = f"src/unit{number}.cpp"
            self.write(name, SLEEPER)
            for compiler in ("clang++", "./clang++", "g++"):
                entries.append({
                    "directory": self.folder,
                    "file": name,
                    "arguments": [compiler, "-std=c++20", *flags, "-c", name, "-o", f"x{len(entries)}.o"],
                })
        self.write("build/compile_commands.json", json.dumps(entries))
        result = self.check("--allow-failed", "--format", "json", "--no-cache")
        self.assert_calm(result)
        self.assertFalse(os.path.exists(marker), "a program of the repository was run")


if __name__ == "__main__":
    unittest.main()
