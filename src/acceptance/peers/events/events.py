#!/usr/bin/env python3
"""Prints how fast Winnow reads tables and selects events beside pandas and DuckDB, on every JDK, and that its memory stays flat: same files, same machine.

Rows on one thread are in processor seconds of the thread that works, so that a busy machine changes little; rows on two threads are by
the clock and mean something only where two processors are free. Each figure is the median of at least five. pandas reads numbers with
an error in the last digits unless it is told float_precision="round_trip"; Winnow always reads what Double.parseDouble would.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import common  # noqa: E402
from common import np, release  # noqa: E402

try:
    import pandas as pd
except ImportError:
    common.give_up(f"{sys.executable} has no pandas; on Debian: apt install python3-pandas")

ROUNDS, BLOCK = 5, 10_000
BLOCK_SIZE = 8192  # events that a source hands over at a time, as CsvSource.BLOCK_SIZE says
NAMES = """l1_pt l1_eta l1_phi l1_q l2_pt l2_eta l2_phi l2_q met met_phi j1_pt j1_eta j1_phi j2_pt j2_eta j2_phi
    weight""".split() + [f"x{i}" for i in range(12)]


def make_events(path, rows):
    """Writes a table of 29 columns as numpy does, all of them floats of 18 decimals."""
    if path.exists():
        return
    random, part = np.random.default_rng(1), path.with_suffix(".part")
    with open(part, "w") as out:
        out.write(",".join(NAMES) + "\n")
        for at in range(0, rows, BLOCK):
            n = min(BLOCK, rows - at)
            d = {name: random.normal(size=n) for name in NAMES}
            for name in NAMES:
                if name.endswith("_pt") or name == "met":
                    d[name] = random.gamma(2, 20, size=n)
                elif name.endswith("_phi"):
                    d[name] = random.uniform(-np.pi, np.pi, size=n)
                elif name.endswith("_q"):
                    d[name] = random.choice([-1.0, 1.0], size=n)
            d["weight"] = random.choice([1.5, 1.5, 1.5, -1.5], size=n)
            np.savetxt(out, np.column_stack([d[name] for name in NAMES]).astype("f4"), delimiter=",")
    part.rename(path)


class Table:
    """Rows of work: ours, the peer's, and how many times better ours is."""

    def __init__(self, *head):
        self.head, self.rows, self.status = list(head), [], 0

    def add(self, work, ours, peer="", theirs=None, ratio=None, goal=None, least=True):
        reached = "" if goal is None else "ok" if (ratio >= goal if least else ratio <= goal) else "MISSED"
        self.status |= common.MISSED if reached == "MISSED" else 0
        numbers = [f"{x:.3g}" if x is not None else "" for x in (ours, theirs, ratio, goal)]
        self.rows.append([work, numbers[0], peer, *numbers[1:], reached])

    def print(self):
        common.print_table(self.head + [""], self.rows)
        print(flush=True)
        return self.status


def output(command, **environment):
    done = subprocess.run(
        [str(part) for part in command], env=dict(os.environ, **environment), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )  # fmt: skip
    if done.returncode:
        common.give_up(f"{' '.join(map(str, command))} ended with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def used(command, **environment):
    """Runs a command; returns what it prints, its seconds by the clock and of the processor, and the MiB that it took at most."""
    report = (
        "import json, resource, subprocess, sys, time; t = time.perf_counter(); "
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True); "
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(json.dumps([done.returncode, done.stdout, time.perf_counter() - t, u.ru_utime + u.ru_stime, u.ru_maxrss / 1024]))"
    )
    code, text, clock, work, peak = json.loads(output([sys.executable, "-c", report, *command], **environment))
    if code:
        common.give_up(f"{' '.join(map(str, command))} ended with status {code}:\n{text}")
    return text, clock, work, peak


def launcher_flags():
    """What the launcher tells the JVM of its heap."""
    huge = Path("/sys/kernel/mm/transparent_hugepage/enabled")
    has_huge_pages = huge.exists() and "[never]" not in huge.read_text()
    return ["-XX:+UseParallelGC"] + ["-XX:+UseTransparentHugePages"] * has_huge_pages


def winnow_reads(home, path, threads, kind, column):
    command = [f"{home}/bin/java", *launcher_flags(), "-cp", str(common.ROOT / "src/app/target/lib/*"), HERE / "Reading.java"]
    lines = output(command + [path, threads, ROUNDS + 3, kind]).splitlines()
    return path.stat().st_size / 1e6 / statistics.median(float(line.split()[column]) for line in lines[3:])


def pandas_reads(path, **how):
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        pd.read_csv(path, **how)
        seconds.append(time.process_time() - start)
    return path.stat().st_size / 1e6 / statistics.median(seconds)


def duckdb():
    """Returns DuckDB's jar, with its native code inside."""
    jar = common.jar("org.duckdb:duckdb_jdbc:1.4.4.0")
    if jar is None:
        common.give_up("Maven could not bring DuckDB")
    return jar


def duckdb_reads(home, path, threads, kind, column):
    flags = ["--enable-native-access=ALL-UNNAMED"] if release(home) >= 22 else []
    command = [f"{home}/bin/java", *flags, "-cp", duckdb(), HERE / "DuckDb.java", path, threads, ROUNDS + 1, kind]
    lines = output(command).splitlines()
    return path.stat().st_size / 1e6 / statistics.median(float(line.split()[column]) for line in lines[1:])


def reading(options, path):
    peers = {
        "pandas": pandas_reads(path),
        "pandas, float32": pandas_reads(path, dtype="float32"),
        "pandas, exact": pandas_reads(path, float_precision="round_trip"),
    }
    duck = {kind: duckdb_reads(options.java[-1], path, 1, kind, 1) for kind in ("float", "double")}
    duck_two = duckdb_reads(options.java[-1], path, 2, "float", 0)
    table = Table("reading, MB/s", "Winnow", "peer", "", "times", "goal")
    for home in options.java:
        name = release(home)
        for kind in ("float", "double"):
            one = winnow_reads(home, path, 1, kind, 1)
            for peer, rate in peers.items():
                if (kind == "double") != (peer == "pandas, float32"):
                    table.add(f"JDK {name}, {kind}", one, peer, rate, one / rate, 6 if peer == "pandas" else None)
            table.add(f"JDK {name}, {kind}", one, "DuckDB", duck[kind], one / duck[kind], 2.5)
        clock = winnow_reads(home, path, 1, "float", 0)
        two = winnow_reads(home, path, 2, "float", 0)
        table.add(f"JDK {name}, float, 2 threads", two, "1 thread", clock, two / clock)
        table.add(f"JDK {name}, float, 2 threads", two, "DuckDB, 2 threads", duck_two, two / duck_two, 2.3)
    return table.print()


def selects(home, files, out, threads=1, macro="selection.wn", **environment):
    """Runs a macro, and returns its record, and what it used."""
    launcher = os.environ.get("WINNOW", str(common.ROOT / "winnow"))
    command = [launcher, "run", HERE / macro, "--out", out, "--threads", threads, "--quiet", "--param", f"file={files}"]
    command += ["--allow", out.parent]  # links lead there
    _, clock, work, peak = used(list(map(str, command)), WINNOW_JAVA_HOME=home, WINNOW_NO_BUILD="1", **environment)
    return json.loads((out / "run.json").read_text()), clock, work, peak


def same(run, flow):
    """Tells whether both cutflows are equal, up to rounding."""
    ours = [[c["label"], c["raw"], c["sumw"], c["error"]] for c in common.statements(run, "cutflow")[0]["cuts"]][-len(flow) :]
    return len(ours) == len(flow) and all(
        a[:2] == b[:2] and np.allclose(a[2:], b[2:], rtol=1e-9) for a, b in zip(ours, flow)
    )


def selection(options, path):
    """Whole programs by the clock, and what an event costs the processor once both are under way."""
    small = options.out / f"events_{max(101, options.rows // 10)}.csv"
    make_events(small, max(101, options.rows // 10))
    found, flow = {}, []
    for _ in range(ROUNDS):
        for file in (small, path):
            for home in options.java:
                for threads in (1, 2):
                    run, *figures = selects(home, file, options.out / "selection", threads)
                    found.setdefault((file, home, threads), []).append(figures)
            for how in ("", "whole"):
                text, *figures = used([sys.executable, str(HERE / "selection.py"), str(file), how])
                found.setdefault((file, how), []).append(figures)
                flow = json.loads(text)
            if not same(run, flow):
                common.give_up(f"the cutflows differ: {common.statements(run, 'cutflow')} and {flow}")
    middle = {key: [statistics.median(column) for column in zip(*rows)] for key, rows in found.items()}
    clock = Table("5 defines, 6 cuts, 10 histograms, s", "Winnow", "peer", "", "times", "goal")
    each = Table("further events, processor us each", "Winnow", "peer", "", "times", "goal")
    further = options.rows - max(101, options.rows // 10)
    for home in options.java:
        for threads in (1, 2):
            for how, peer in (("whole", "pandas and numpy"), ("", "reading only what is used")):
                work = f"JDK {release(home)}, {threads} thread{'s' * (threads > 1)}"
                mine, theirs = middle[path, home, threads], middle[path, how]
                goal = 6 if how and threads == 1 else None
                clock.add(work, mine[0], peer, theirs[0], theirs[0] / mine[0], goal)
                if threads == 1:
                    ours, other = (
                        (full[1] - part[1]) / further * 1e6
                        for full, part in ((mine, middle[small, home, threads]), (theirs, middle[small, how]))
                    )
                    each.add(work, ours, peer, other, other / ours)
    return clock.print() | each.print()


def memory(options, path):
    """Eleven times as many events: the same heap, and no more time an event."""
    folder = options.out / "many"
    folder.mkdir(exist_ok=True)
    for i in range(options.many):
        link = folder / f"events_{i:02}.csv"
        link.unlink(missing_ok=True)
        link.symlink_to(path)
    few, small = (options.out / f"events_{n}.csv" for n in (100, max(101, options.rows // 10)))
    make_events(few, 100)
    make_events(small, max(101, options.rows // 10))
    table = Table(f"memory, heap {options.heap}", "MiB at most", "CPU us an event", "", "times", "at most")
    for home in options.java:

        def run(files, rounds):
            rows = [selects(home, files, options.out / "memory", WINNOW_JAVA_OPTS=f"-Xmx{options.heap}") for _ in range(rounds)]
            events = sum(i["events"] for i in rows[0][0]["inputs"])
            return events, statistics.median(r[2] for r in rows), statistics.median(r[3] for r in rows)

        # What starting up costs is the same for all, and is left out.
        _, start, _ = run(few, ROUNDS)
        events, work, peak = run(small, ROUNDS)
        each = (work - start) / events * 1e6
        table.add(f"JDK {release(home)}, {small.stat().st_size / 1e6:.0f} MB", peak, f"{each:.3g}")
        events, work, peak = run(f"{folder}/*.csv", 1)
        size = f"{path.stat().st_size * options.many / 1e9:.2g} GB"
        all_each = (work - start) / events * 1e6
        table.add(f"JDK {release(home)}, {size}", peak, f"{all_each:.3g}", None, all_each / each, 1.1, least=False)
    return table.print()


def training(options, path):
    """A network on a heap that holds a small part of its events: the same memory, and no more time an event."""
    folder = options.out / "three"
    folder.mkdir(exist_ok=True)
    for i in range(3):
        link = folder / f"events_{i}.csv"
        link.unlink(missing_ok=True)
        link.symlink_to(path)
    few, small = (options.out / f"events_{n}.csv" for n in (1000, max(1001, options.rows // 10)))
    make_events(few, 1000)
    make_events(small, max(1001, options.rows // 10))
    table = Table("training, heap 128m", "MiB at most", "CPU us an event", "", "times", "at most")
    for home in options.java:

        def run(files, rounds):
            rows = [
                selects(home, files, options.out / "training", 1, "training.wn", WINNOW_JAVA_OPTS="-Xmx128m")
                for _ in range(rounds)
            ]
            events = sum(i["events"] for i in rows[0][0]["inputs"])
            return events, statistics.median(r[2] for r in rows), statistics.median(r[3] for r in rows)

        _, start, _ = run(few, ROUNDS)
        events, work, peak = run(small, ROUNDS)
        each = (work - start) / events * 1e6
        table.add(f"JDK {release(home)}, {small.stat().st_size / 1e6:.0f} MB, in memory", peak, f"{each:.3g}")
        events, work, peak = run(f"{folder}/*.csv", 1)
        all_each = (work - start) / events * 1e6
        size = f"{path.stat().st_size * 3 / 1e9:.2g} GB, in blocks"
        table.add(f"JDK {release(home)}, {size}", peak, f"{all_each:.3g}", None, all_each / each, 1.1, least=False)
    return table.print()


def cutting(options, path):
    """A cut with a square root, two products and three comparisons on columns in memory, on one thread."""
    try:
        import numexpr
    except ImportError:
        common.give_up(f"{sys.executable} has no numexpr; on Debian: apt install python3-numexpr")
    n, random = options.events, np.random.default_rng(1)
    frame = pd.DataFrame({name: 2 * random.random(n) for name in "abc"})
    a, b, c = (frame[name].to_numpy() for name in "abc")
    numexpr.set_num_threads(1)
    cut = "(sqrt(a*b) > 0.5) & (b*c < 2) & (c > 0.3)"
    peers = {
        "numexpr": lambda: numexpr.evaluate(cut, local_dict={"a": a, "b": b, "c": c}),
        "numpy": lambda: (np.sqrt(a * b) > 0.5) & (b * c < 2) & (c > 0.3),
        "pandas.query": lambda: frame.query(cut),
    }
    found = {}
    for peer, work in peers.items():
        for _ in range(ROUNDS + 1):
            start = time.process_time()
            work()
            found.setdefault(peer, []).append((time.process_time() - start) / n * 1e9)
    table = Table(f"a cut on {n} events, CPU ns an event", "Winnow", "peer", "", "times", "goal")
    for home in options.java:
        command = [f"{home}/bin/java", *launcher_flags(), "-Xmx4g", "--add-modules=jdk.incubator.vector"]
        command += ["-cp", str(common.ROOT / "src/app/target/lib/*"), HERE / "Selecting.java", n, BLOCK_SIZE, 6 * ROUNDS]
        lines = output(command + ["sqrt(a*b) > 0.5 and b*c < 2 and c > 0.3"]).splitlines()
        mine = statistics.median(float(line.split()[0]) for line in lines[5 * ROUNDS :]) / n * 1e9
        for peer, times in found.items():
            theirs = statistics.median(times[1:])
            table.add(f"JDK {release(home)}", mine, peer, theirs, theirs / mine, 6 if peer == "numexpr" else None)
    return table.print()


def find_homes():
    """The oldest and the newest JDK at hand that Winnow runs on."""
    found = {}
    for path in sorted(Path("/usr/lib/jvm").glob("*/release")):
        if (path.parent / "bin/javac").exists() and release(path.parent) >= 17:
            found.setdefault(release(path.parent), str(path.parent))
    if not found:
        common.give_up("there is no JDK under /usr/lib/jvm; name one: --java HOME")
    return [found[v] for v in sorted({min(found), max(found)})]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", default=1_000_000, type=int, help="events of the table, 740 bytes each")
    parser.add_argument("--many", default=11, type=int, help="how many times that table is read for `memory`")
    parser.add_argument("--events", default=10_000_000, type=int, help="events in memory for `cutting`")
    parser.add_argument("--heap", default="512m", help="heap for `memory`")
    parser.add_argument("--out", default=Path("out/peers/events"), type=Path, help="folder for what is written, 1 GB")
    parser.add_argument("--java", action="append", help="home of a JDK to measure; the oldest and the newest if none is named")
    parser.add_argument("what", nargs="*", help="reading cutting selection memory training; all of them if none is named")
    options = parser.parse_args()
    options.java = options.java or find_homes()
    options.out = options.out.resolve()
    options.out.mkdir(parents=True, exist_ok=True)
    works = {"reading": reading, "cutting": cutting, "selection": selection, "memory": memory, "training": training}
    unknown = [what for what in options.what if what not in works]
    if unknown:
        parser.error(f"unknown: {' '.join(unknown)}; there are {' '.join(works)}")
    path = options.out / f"events_{options.rows}.csv"
    if options.what == ["cutting"]:
        return cutting(options, path)
    make_events(path, options.rows)
    print(f"{options.rows} events of 29 columns, {path.stat().st_size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n", flush=True)
    status = 0
    for what in options.what or works:
        status |= works[what](options, path)
    return status


if __name__ == "__main__":
    sys.exit(main())
