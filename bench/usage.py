"""What processes use, and tables of it."""

import concurrent.futures
import os
import subprocess
import tempfile
import time


class Usage:
    """Of processes and all that they started: seconds and bytes."""

    def __init__(self, cpu, wall, peak):
        self.cpu, self.wall, self.peak = cpu, wall, peak


def measured(command, folder, env=None):
    """Runs a command: its exit code, its output, its errors and its usage."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        output, errors = out.read(), err.read()
    return (
        process.returncode,
        output,
        errors,
        Usage(usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss * 1024),
    )


def measured_together(measure, items, jobs):
    """`measure` gives the usage of one item; so many run at a time. The usage of all."""
    begin = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        usages = list(pool.map(measure, items))
    return Usage(sum(usage.cpu for usage in usages), time.monotonic() - begin, max(usage.peak for usage in usages))


def table(heading, rows):
    """CPU as a share of clang's, which is the first row."""
    clang = rows[0][1]
    lines = [f"### {heading}\n", "| | CPU s | of clang | wall s | peak MB |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, usage in rows:
        lines.append(
            f"| {name} | {usage.cpu:.2f} | {usage.cpu / clang.cpu:.3f} | {usage.wall:.2f} | {usage.peak / 2**20:.0f} |"
        )
    return "\n".join(lines) + "\n"
