#!/usr/bin/env python3
"""Prints how long Winnow takes to start beside `java -version` of the same JDK, by the clock, and how long a long macro takes it.

The programs run in turns, so that a machine that is busy for a while is so for all of them; each figure is a median. What has to hold is
a multiple of `java -version`, which most of a machine's own pace goes into, or a time.
"""

import argparse
import fcntl
import json
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
WINNOW = str(ROOT / "winnow")
PATIENCE = 120
LINES, COLUMNS = 2_000, 2_000

missed = 0


def figure(ok, text):
    """Prints a figure that has to be reached."""
    global missed
    missed += not ok
    print(f"{'ok    ' if ok else 'MISSED'} {text}", flush=True)


def clock(command, **more):
    """Returns how long a command takes; one that fails ends all."""
    start = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **more)
    took = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"start.py: {' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    return took


def prompt(environment, folder):
    """Returns how long the REPL takes to ask for its first line, at a terminal."""
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("4H", 24, 100, 0, 0))
        os.chdir(folder)
        os.execve(WINNOW, [WINNOW, "repl"], environment | {"TERM": "xterm", "XDG_STATE_HOME": folder})
    seen, took = b"", None
    try:
        while took is None:
            ready, _, _ = select.select([terminal], [], [], PATIENCE)
            seen += os.read(terminal, 65536) if ready else sys.exit("start.py: the REPL does not ask")
            if re.search(rb"1> ", seen):
                took = time.perf_counter() - start
        os.write(terminal, b"quit\r")
        while select.select([terminal], [], [], PATIENCE)[0] and os.read(terminal, 65536):
            pass
    except OSError:  # The terminal went with the program, as it should.
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    if took is None:
        sys.exit(f"start.py: the REPL ended unasked: {seen!r}")
    return took


class Editor:
    """The editor's side of a language server."""

    def __init__(self, environment):
        self.process = subprocess.Popen([WINNOW, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.number = 0

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, **parameters):
        """Returns the answer to a question."""
        self.number += 1
        self.send(id=self.number, method=method, params=parameters)
        while (message := self.read()).get("id") != self.number:
            pass
        return message["result"]

    def published(self):
        """Waits for the mistakes of a macro."""
        while (message := self.read()).get("method") != "textDocument/publishDiagnostics":
            pass
        return message["params"]["diagnostics"]

    def close(self):
        self.ask("shutdown")
        self.send(method="exit")
        self.process.wait(PATIENCE)


def completions(environment, folder, runs):
    """Returns how long the language server takes to complete a name among many columns: each time, once it has checked the macro."""
    (folder / "wide.csv").write_text(",".join(f"column_{i}" for i in range(COLUMNS)) + "\n" + ",".join("1" * COLUMNS) + "\n")
    text = 'winnow 1\nread s from "wide.csv" role=data\nhist in s : column_1 bins=10\n'
    document = {"uri": (folder / "wide.wn").as_uri()}
    editor = Editor(environment)
    editor.ask("initialize", processId=os.getpid(), rootUri=None, capabilities={})
    editor.send(method="initialized", params={})
    editor.send(method="textDocument/didOpen", params={"textDocument": document | {"languageId": "winnow", "version": 1, "text": text}})
    if mistakes := editor.published():
        sys.exit(f"start.py: the macro of many columns has mistakes: {mistakes}")
    times = []
    for _ in range(runs + 5):  # The first of them wait for classes that are loaded.
        start = time.perf_counter()
        found = editor.ask("textDocument/completion", textDocument=document, position={"line": 2, "character": 20})
        times.append(time.perf_counter() - start)
        items = found["items"] if isinstance(found, dict) else found
        if not any("column_1999" in item["label"] for item in items):
            sys.exit("start.py: a column is not among the completions")
    editor.close()
    return times


def long_macro(folder):
    """Writes a macro of many lines and what it reads."""
    names = [f"x{i}" for i in range(20)]
    (folder / "events.csv").write_text(",".join(names) + "\n" + ",".join("1" for _ in names) + "\n")
    lines = ["winnow 1", 'read s from "events.csv" role=data']
    i = 0
    while len(lines) < LINES:
        lines.append(f"define d{i} = sqrt(x{i % 20}^2 + {i}*x{(i + 1) % 20}) - {f'd{i - 1}' if i % 10 else 'x0'}")
        lines.append(f'region r{i} {{ cut "first" : d{i} > {i} and x{i % 20} < 100 }}')
        lines.append(f"hist h{i} in r{i} : d{i} bins=20 range=0..{i + 1}")
        i += 1
    path = folder / "long.wn"
    path.write_text("\n".join(lines[:LINES]) + "\n")
    return path


def java_home(given):
    """Returns the JDK that the launcher takes."""
    if given:
        return given
    probe = subprocess.run([WINNOW, "version"], env=os.environ | {"WINNOW_JAVA_OPTS": "-XshowSettings:properties"}, capture_output=True, text=True)
    found = re.search(r"java\.home = (.*)", probe.stderr + probe.stdout)
    return found.group(1) if found else sys.exit("start.py: the launcher does not tell its JDK")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--java", help="a JDK's folder")
    asked = parser.parse_args()
    home = java_home(asked.java)
    environment = os.environ | {"WINNOW_JAVA_HOME": home, "WINNOW_NO_BUILD": "1"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long, short = str(long_macro(folder)), str(ROOT / "macros" / "quickstart.wn")
        run = {
            "java -version": lambda: clock([f"{home}/bin/java", "-version"]),
            "winnow --version": lambda: clock([WINNOW, "--version"], env=environment),
            "winnow doc": lambda: clock([WINNOW, "doc"], env=environment),
            "winnow doc train mlp": lambda: clock([WINNOW, "doc", "train", "mlp"], env=environment),
            "winnow check quickstart.wn": lambda: clock([WINNOW, "check", short], env=environment),
            f"winnow check, {LINES} lines": lambda: clock([WINNOW, "check", long], env=environment),
            "winnow repl, to its prompt": lambda: prompt(environment, name),
        }
        for once in run.values():  # The class-data archives are made, and files are in memory.
            once()
        times = {what: [] for what in run}
        for _ in range(asked.runs):
            for what, once in run.items():
                times[what].append(once())
        print(f"{home}, {os.cpu_count()} cores, medians of {asked.runs}\n")
        print(f"{'':30} {'s':>6}  times java -version")
        middle = {what: statistics.median(t) for what, t in times.items()}
        java = middle["java -version"]
        for what, median in middle.items():
            print(f"{what:30} {median:6.3f}  {median / java:6.1f}")
        typed = statistics.median(completions(environment, folder, asked.runs)[5:])
        print(f"{f'completion, {COLUMNS} columns':30} {typed:6.3f}\n")
    for what in ("winnow --version", "winnow doc", "winnow doc train mlp", "winnow check quickstart.wn"):
        figure(middle[what] <= 7 * java, f"{what} takes {middle[what] / java:.1f} times java -version, at most 7")
    more = middle[f"winnow check, {LINES} lines"] - middle["winnow check quickstart.wn"]
    figure(more <= 1, f"check of {LINES} lines takes {more:.2f} s more than of a short macro, at most 1")
    figure(typed <= 0.05, f"completion among {COLUMNS} columns takes {1000 * typed:.0f} ms, at most 50")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
