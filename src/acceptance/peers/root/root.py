#!/usr/bin/env python3
"""Prints how fast Winnow reads and writes ROOT files beside JSROOT and its own Parquet.

The jagged tree is like those of analyses: ten numbers an event and five collections of eight variables, of which five columns are read, and then one, which shows
that time goes by what is read. The rate of `cat` is that of a file in the disk cache.
"""
import argparse
import os
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "events"))
import common  # noqa: E402
from common import release  # noqa: E402
from events import Table, find_homes, output  # noqa: E402

ROUNDS = 5
SOME = ["j0", "j9", "j17", "j25", "s3"]


def winnow(home, *arguments):
    places = [common.ROOT / "src/app/target/lib/*"] + [common.ROOT / f"plugins/{p}/target/plugin/*" for p in ("root", "columnar")]
    command = [f"{home}/bin/java", "-XX:+UseParallelGC", "-Xmx3g", "-cp", ":".join(map(str, places)), HERE / "Rooting.java"]
    return [line.split() for line in output(command + list(arguments)).splitlines()]


def median(lines, warm):
    """The median time of the rounds behind the first ones, and what else stands in the lines."""
    return statistics.median(float(line[0]) for line in lines[warm:]), lines[-1][1]


def jsroot(options, path, names=()):
    lines = output(["node", HERE / "read.mjs", options.jsroot, path, 3, *names]).splitlines()
    return median([line.split() for line in lines], 1)


def cached(path):
    """MB/s of reading a file that is in the disk cache."""
    def once():
        start = time.perf_counter()
        output(["sh", "-c", f"cat '{path}' > /dev/null"])
        return time.perf_counter() - start

    once()
    return path.stat().st_size / 1e6 / statistics.median(once() for _ in range(ROUNDS))


def reading(options):
    table = Table("reading, seconds", "Winnow", "peer", "its", "ratio", "goal")
    files = {"flat0": "not packed", "flat1": "LZ4", "flat5": "Zstandard", "zlib": "zlib", "lzma": "LZMA"}
    for file, what in files.items():
        path = options.out / f"{file}.root"
        peer, values = jsroot(options, path)
        for home in options.java:
            ours, same = median(winnow(home, "read", path, 1, ROUNDS + 3), 3)
            if same != values:
                common.give_up(f"{path}: Winnow reads {same} values, JSROOT {values}")
            table.add(f"flat, {what}, 1 thread, JDK {release(home)}", ours, "JSROOT", peer, peer / ours, 5)
        if file in ("flat0", "flat1"):
            rate = options.events * 20 * 8 / 1e6 / ours
            table.add(f"flat, {what}, MB/s", rate, "goal (cat: " + f"{cached(path):.0f} MB/s)", 400, rate / 400, 1)
    path = options.out / "jagged.root"
    peer, _ = jsroot(options, path, SOME)
    for home in options.java:
        ours, _ = median(winnow(home, "read", path, 1, ROUNDS + 3, *SOME), 3)
        one, _ = median(winnow(home, "read", path, 1, ROUNDS + 3, SOME[0]), 3)
        table.add(f"jagged, 5 of 50 columns, JDK {release(home)}", ours, "JSROOT", peer, peer / ours, 5)
        table.add(f"jagged, 1 of 50 columns, JDK {release(home)}", one, "5 columns", ours, ours / one)
    return table.print()


def writing(options):
    table = Table("writing, seconds", "ROOT", "peer", "its", "ratio", "goal")
    for home in options.java:
        root, size = median(winnow(home, "write", "root", options.out / "written.root", options.events, ROUNDS + 2), 2)
        parquet, other = median(winnow(home, "write", "parquet", options.out / "written.parquet", options.events, ROUNDS + 2), 2)
        what = f"flat, LZ4, {int(size) / 1e6:.0f} MB, JDK {release(home)}"
        table.add(what, root, f"Parquet, Snappy, {int(other) / 1e6:.0f} MB", parquet, parquet / root, 1)
    return table.print()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", default=1_000_000, type=int, help="events of each tree")
    parser.add_argument("--out", default=Path("out/peers/root"), type=Path, help="folder for what is written, 1.2 GB")
    parser.add_argument("--java", action="append", help="home of a JDK to measure; the oldest and the newest if none is named")
    parser.add_argument("--jsroot", default=os.environ.get("WINNOW_JSROOT", HERE / "node_modules/jsroot"), help="folder of the package jsroot")
    parser.add_argument("what", nargs="*", help="reading writing; both if none is named")
    options = parser.parse_args()
    if not (Path(options.jsroot) / "package.json").exists():
        common.give_up(f"jsroot is not at {options.jsroot}: run `npm install --ignore-scripts` in {HERE}")
    options.java = options.java or find_homes()
    options.out = (options.out.resolve() / str(options.events))
    options.out.mkdir(parents=True, exist_ok=True)
    works = {"reading": reading, "writing": writing}
    unknown = [what for what in options.what if what not in works]
    if unknown:
        parser.error(f"unknown: {' '.join(unknown)}; there are {' '.join(works)}")
    winnow(options.java[-1], "make", options.out, options.events)
    print(f"{options.events} events; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n", flush=True)
    status = 0
    for what in options.what or works:
        status |= works[what](options)
    return status


if __name__ == "__main__":
    sys.exit(main())
